import {
  describeDay,
  describeSpan,
  fiscalYearSpan,
  formatQuantity,
  isWholeMonths,
  latestReport,
  monthCount,
  type Observation,
  type YearInProgress,
} from '@hadaf/series';
import { requiredGrowth } from '@hadaf/targets';
import { citationOf } from '../assess/citation.ts';
import type { Goal } from '../assess/due-outlook.ts';
import { landingProbability } from '../assess/landing.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Figure } from '../report.ts';

const monthsOfYear = 12;

/** The year in progress against its step on the way to the goal, with all that the figures are computed from. */
export interface YearStep {
  readonly series: MeasuredSeries;
  readonly goal: Goal;
  readonly inProgress: YearInProgress;
  readonly milestone: number;
  readonly basis: string;
}

/** Needed in the rest of the year, against the best ever: empty where no year follows the last reported one. */
export function yearStepFigures(series: MeasuredSeries, goal: Goal): Figure[] {
  const step = yearStep(series, goal);
  if (!step) return [];
  return [milestoneFigure(step), ...byNowFigures(step), ...remainingFigures(step), ...milestoneProbability(step)];
}

/**
 * What the year in progress must bring: the goal itself in its own year, else the step of constant growth from the last
 * reported year; of equal amounts where growth has no rate.
 */
export function yearStep(series: MeasuredSeries, goal: Goal): YearStep | null {
  const latest = series.years.at(-1);
  const { inProgress } = series;
  if (!latest || !inProgress || inProgress.fiscalYear !== latest.fiscalYear + 1) return null;
  const years = goal.fiscalYear - latest.fiscalYear;
  if (years < 1) return null;
  const growth = requiredGrowth(latest.value, goal.value, years);
  const common = { series, goal, inProgress };
  if (years === 1) return { ...common, milestone: goal.value, basis: 'the target itself: it falls due in this year' };
  if (growth.kind === 'defined') {
    const basis = `${latest.value} × (${goal.value} ÷ ${latest.value})^(1/${years}): constant growth to the target`;
    return { ...common, milestone: latest.value * (1 + growth.value), basis };
  }
  const basis = `${latest.value} + (${goal.value} − ${latest.value}) ÷ ${years}: equal steps to the target`;
  return { ...common, milestone: latest.value + (goal.value - latest.value) / years, basis };
}

function milestoneFigure({ series, inProgress, milestone, basis }: YearStep): Figure {
  const { unit } = series.indicator;
  return { label: 'Milestone of the year', value: milestone, unit, period: inProgress.label, basis, ...unsourced };
}

const unsourced = { note: '', citations: [] } as const;

/** Where the milestone would have the year stand after its known months, by the usual share of these months. */
function byNowFigures({ series, inProgress, milestone }: YearStep): Figure[] {
  const { landing, indicator } = series;
  if (!landing) return [];
  const share = inProgress.value / landing.median;
  const ahead = inProgress.value - milestone * share;
  return [
    {
      label: 'Where it should be by now',
      value: milestone * share,
      unit: indicator.unit,
      period: describeSpan(inProgress.span, indicator.calendar),
      basis: `milestone × usual share of the first ${inProgress.months} months (${(share * 100).toFixed(1)} %)`,
      note: `what is known is ${formatQuantity(Math.abs(ahead), indicator.unit)} ${ahead < 0 ? 'below' : 'above'} it`,
      citations: [],
    },
  ];
}

function remainingFigures({ series, goal, inProgress, milestone }: YearStep): Figure[] {
  const { unit, calendar } = series.indicator;
  const left = monthsOfYear - inProgress.months;
  if (left < 1) return [];
  const best = bestMonth(series, goal.direction);
  const needed = (milestone - inProgress.value) / left;
  const isReached = goal.direction === 'up' && needed <= 0;
  const whole = fiscalYearSpan(inProgress.fiscalYear, calendar);
  const figure: Figure = {
    label: 'Needed in each remaining month',
    value: isReached ? 0 : needed,
    unit: `${unit} a month`,
    period: `after ${describeDay(inProgress.span.end)}, to ${describeDay(whole.end)}`,
    basis: `(milestone − ${inProgress.value}) ÷ ${left}`,
    note: isReached ? 'the milestone is reached already' : comparedWords(needed, best),
    citations: inProgress.observations.map((observation) => citationOf(observation, series.documents)),
  };
  if (!best) return [figure];
  const record: Figure = {
    label: goal.direction === 'up' ? 'Best month known' : 'Lowest month known',
    value: best.value,
    unit,
    period: describeSpan(best, calendar),
    basis: 'reported',
    note: best.note,
    citations: [citationOf(best, series.documents)],
  };
  return [figure, record];
}

function comparedWords(needed: number, best: Observation | null): string {
  if (!best || !(best.value > 0)) return '';
  return `${(needed / best.value).toFixed(2)} times the ${needed > best.value ? 'best month ever known' : 'best month known'}`;
}

/** The best single month ever reported, each month by its latest report. */
function bestMonth({ known }: MeasuredSeries, direction: Goal['direction']): Observation | null {
  const months = known.filter((observation) => isWholeMonths(observation) && monthCount(observation) === 1);
  const reports = [...Map.groupBy(months, ({ start }) => start).values()].flatMap((own) => latestReport(own) ?? []);
  const sign = direction === 'up' ? 1 : -1;
  return reports.toSorted((a, b) => sign * (b.value - a.value))[0] ?? null;
}

function milestoneProbability({ series, goal, inProgress, milestone }: YearStep): Figure[] {
  const { landing } = series;
  if (!landing) return [];
  return [
    {
      label: 'Probability of the year’s milestone',
      value: landingProbability(landing, milestone, goal.direction),
      unit: 'probability',
      period: inProgress.label,
      basis: 'share of the landing estimate’s distribution that reaches the milestone',
      ...unsourced,
    },
  ];
}
