import type { YearToDateChartView, YearToDateLine, YearToDatePoint } from '@hadaf/charts';
import {
  fiscalYearLabel,
  fiscalYearSpan,
  monthIndex,
  monthName,
  monthSpan,
  type Observation,
  type YearInProgress,
  type YearToDate,
  yearToDate,
} from '@hadaf/series';
import { mean } from 'simple-statistics';
import { citationOf, distinctCitations } from '../assess/citation.ts';
import type { Goal } from '../assess/due-outlook.ts';
import { type Landing, landingInterval, leastPrecedents, mostPrecedents } from '../assess/landing.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { YearToDateReport } from '../report.ts';
import { type YearStep, yearStep } from './year-in-progress.ts';

const monthsOfYear = 12;
const earlierYears = 5;
const levels = [0.5, 0.8, 0.95];

/**
 * The year in progress over the five years before it, by running sums of months: what is known, where it lands, where the
 * year's milestone would have it, and the path still needed from what is known.
 *
 * @param goal  null where nothing is asked of the year
 * @returns     null where no year is in progress, or nothing stands beside it
 */
export function yearToDateReport(series: MeasuredSeries, goal: Goal | null): YearToDateReport | null {
  const { inProgress, indicator, landing, documents } = series;
  if (!inProgress) return null;
  const { fiscalYear, label } = inProgress;
  const step = goal && yearStep(series, goal);
  const year = sumsOf(series, fiscalYear);
  const earlier = Array.from({ length: earlierYears }, (_, i) => sumsOf(series, fiscalYear - earlierYears + i)).filter(
    ({ line }) => line.points.length > 0,
  );
  if (earlier.length === 0 && step === null) return null;
  const first = monthIndex(fiscalYearSpan(fiscalYear, indicator.calendar).start);
  const observations = [year, ...earlier].flatMap((sums) => sums.observations);
  return {
    chart: {
      title: `${indicator.name}: ${label} month by month, over the years before`,
      unit: indicator.unit,
      months: Array.from({ length: monthsOfYear }, (_, i) => monthName(monthSpan(first + i).start)),
      year: year.line,
      earlier: earlier.map(({ line }) => line),
      landing: landing && landingOf(landing),
      milestone: step?.milestone ?? null,
      ...(step ? pathsTo(step) : { pace: [], needed: null }),
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
function sumsOf({ known, years, inProgress, indicator }: MeasuredSeries, fiscalYear: number): Sums {
  const { calendar } = indicator;
  const annual = years.find((year) => year.fiscalYear === fiscalYear);
  const own = inProgress?.fiscalYear === fiscalYear ? inProgress : null;
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

function landingOf(landing: Landing): NonNullable<YearToDateChartView['landing']> {
  return {
    median: landing.median,
    intervals: levels.map((level) => {
      const [lower, upper] = landingInterval(landing, level);
      return { level, lower, upper };
    }),
  };
}

/**
 * Where the milestone would have the year after each month, and the path from what is known to it.
 *
 *   pace(m) = milestone · s(m),   needed(m) = known + (milestone − known) · (s(m) − s(k)) ÷ (1 − s(k))
 *
 * s(m) is the usual share of the first m months, k the months known. Without shares the path rises by equal months.
 */
function pathsTo({ series, inProgress, milestone, goal }: YearStep): Pick<YearToDateChartView, 'pace' | 'needed'> {
  const { months: known, value } = inProgress;
  const shares = usualShares(series, inProgress);
  const pace = shares.map(({ months, y }) => ({ months, y: milestone * y }));
  if (known >= monthsOfYear || value >= milestone || goal.direction === 'down') return { pace, needed: null };
  const [start, end] = [
    { months: known, y: value },
    { months: monthsOfYear, y: milestone },
  ];
  const at = shares.find(({ months }) => months === known)?.y;
  if (at === undefined) {
    return { pace, needed: { by: 'equal-months', points: [start, end] } };
  }
  const ahead = shares
    .filter(({ months }) => months > known && months < monthsOfYear)
    .map(({ months, y }) => ({ months, y: value + ((milestone - value) * (y - at)) / (1 - at) }));
  return { pace, needed: { by: 'usual-shares', points: [start, ...ahead, end] } };
}

/**
 * The usual share of a year's total after each number of months, rising to 1 after twelve: exp(−mean of log(total ÷ sum
 * of the months)) over the years the landing is told from; at the months known the landing's own.
 *
 * A month known in fewer than three of these years is left out, as is one that other years than its neighbours' would
 * make fall back. Empty where no landing can be told.
 */
function usualShares(series: MeasuredSeries, inProgress: YearInProgress): YearToDatePoint[] {
  const { landing, known, indicator } = series;
  if (!landing || landing.precedents === 0) return [];
  const { months: knownMonths, value } = inProgress;
  const used = inProgress.precedents
    .filter(({ yearToDate: same, annual }) => same.value > 0 && annual.value > 0)
    .slice(-mostPrecedents);
  const now = value / landing.median;
  const shares: YearToDatePoint[] = [];
  for (let months = 1; months < monthsOfYear; months += 1) {
    const ratios = used.flatMap(({ annual }) => {
      const sum = yearToDate(known, annual.fiscalYear, months, indicator.calendar);
      return sum && sum.value > 0 ? [Math.log(annual.value / sum.value)] : [];
    });
    if (ratios.length < leastPrecedents) continue;
    const share = months === knownMonths ? now : Math.exp(-mean(ratios));
    const [least, most] = months < knownMonths ? [0, now] : [now, 1];
    const isBetween = share > Math.max(least, shares.at(-1)?.y ?? 0) && share < most;
    if (months === knownMonths || isBetween) shares.push({ months, y: share });
  }
  return [...shares, { months: monthsOfYear, y: 1 }];
}
