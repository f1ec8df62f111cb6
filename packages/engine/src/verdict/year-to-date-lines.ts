import type { YearToDateChartView, YearToDateLine, YearToDatePoint } from '@hadaf/charts';
import {
  fiscalYearLabel,
  fiscalYearSpan,
  monthIndex,
  monthName,
  monthSpan,
  type Observation,
  type YearToDate,
  yearToDate,
} from '@hadaf/series';
import { citationOf, distinctCitations } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { YearToDateReport } from '../report.ts';
import { usualShares } from './usual-shares.ts';
import type { YearView } from './year-step.ts';

const monthsOfYear = 12;
const earlierYears = 5;

/**
 * A year without a total over the five years before it, by running sums of months: what is known, where it lands, where the
 * year's milestone would have it, and, unless the year is over, the path still needed from what is known.
 *
 * @returns null where nothing stands beside the year, or it has neither months nor a milestone
 */
export function yearToDateReport(view: YearView): YearToDateReport | null {
  const { series, standing, landing, asked } = view;
  const { indicator, documents } = series;
  const { fiscalYear, label, part, sum } = standing;
  if (part === null || (sum === null && asked.kind === 'unasked')) return null;
  const year = sumsOf(series, fiscalYear);
  const earlier = Array.from({ length: earlierYears }, (_, i) => sumsOf(series, fiscalYear - earlierYears + i)).filter(
    ({ line }) => line.points.length > 0,
  );
  if (earlier.length === 0 && asked.kind === 'unasked') return null;
  const first = monthIndex(fiscalYearSpan(fiscalYear, indicator.calendar).start);
  const observations = [year, ...earlier].flatMap((sums) => sums.observations);
  return {
    chart: {
      title: `${indicator.name}: ${label} month by month, over the years before`,
      unit: indicator.unit,
      months: Array.from({ length: monthsOfYear }, (_, i) => monthName(monthSpan(first + i).start)),
      year: year.line,
      earlier: earlier.map(({ line }) => line),
      landing: landing && { median: landing.median, intervals: landing.intervals },
      milestone: asked.kind === 'asked' ? asked.milestone : null,
      ...pathsTo(view),
    },
    citations: distinctCitations(observations.map((observation) => citationOf(observation, documents))),
  };
}

type KnownSum = Pick<YearToDate, 'months' | 'value' | 'observations'>;

interface Sums {
  readonly line: YearToDateLine;
  readonly observations: readonly Observation[];
}

/** The running sums of one fiscal year that are known, its total as the series has it. */
function sumsOf({ known, years, unreported, indicator }: MeasuredSeries, fiscalYear: number): Sums {
  const { calendar } = indicator;
  const annual = years.find((year) => year.fiscalYear === fiscalYear);
  const own = unreported.find((year) => year.fiscalYear === fiscalYear) ?? null;
  const sums = Array.from({ length: monthsOfYear }, (_, i) => i + 1).flatMap((months): KnownSum[] => {
    if (months === own?.months) return [own];
    if (months === monthsOfYear && annual) return [{ months, value: annual.value, observations: [annual.observation] }];
    const sum = yearToDate(known, fiscalYear, months, calendar);
    return sum ? [sum] : [];
  });
  return {
    line: {
      label: fiscalYearLabel(fiscalYear, calendar),
      points: sums.map(({ months, value }) => ({ months, y: value })),
    },
    observations: sums.flatMap((sum) => sum.observations),
  };
}

/**
 * Where the milestone would have the year after each month, and the path from what is known to it.
 *
 *   pace(m) = milestone · s(m),   needed(m) = known + (milestone − known) · (s(m) − s(k)) ÷ (1 − s(k))
 *
 * s(m) is the usual share of the first m months, k the months known. Without shares the path rises by equal months. A year
 * that is over needs no path any more, one of which nothing is known has the pace itself.
 */
function pathsTo(view: YearView): Pick<YearToDateChartView, 'pace' | 'needed'> {
  const { series, standing, asked } = view;
  if (asked.kind === 'unasked') return { pace: [], needed: null };
  const { milestone, direction } = asked;
  const { sum, isOver } = standing;
  const shares = usualShares(series, standing);
  const pace = shares.map(({ months, y }) => ({ months, y: milestone * y }));
  if (isOver || !sum || sum.months >= monthsOfYear || sum.value >= milestone || direction === 'down') {
    return { pace, needed: null };
  }
  return { pace, needed: neededPath(sum, milestone, shares) };
}

function neededPath(
  { months: known, value }: KnownSum,
  milestone: number,
  shares: readonly YearToDatePoint[],
): YearToDateChartView['needed'] {
  const [start, end] = [
    { months: known, y: value },
    { months: monthsOfYear, y: milestone },
  ];
  const at = shares.find(({ months }) => months === known)?.y;
  if (at === undefined) return { by: 'equal-months', points: [start, end] };
  const ahead = shares
    .filter(({ months }) => months > known && months < monthsOfYear)
    .map(({ months, y }) => ({ months, y: value + ((milestone - value) * (y - at)) / (1 - at) }));
  return { by: 'usual-shares', points: [start, ...ahead, end] };
}
