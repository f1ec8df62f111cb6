import { describeDay, fiscalYearLabel, fiscalYearOf, fiscalYearSeries } from '@hadaf/series';
import {
  achievedGrowth,
  burn,
  type Computed,
  growthRatio,
  requiredAmountPerYear,
  requiredGrowth,
  type Target,
  undefinedWords,
} from '@hadaf/targets';
import type { Citation, Figure } from '../report.ts';
import { citationOf } from './citation.ts';
import { brokenBase, linkedBase } from './definition-footing.ts';
import type { Goal } from './due-outlook.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** Names the figure of growth required now ÷ growth required at the announcement. */
export const burnLabel = 'Burn rate';

const windows = [1, 3, 5] as const;
const ratioWindows = [1, 2, 3] as const;

function figure(
  computed: Computed,
  scale: number,
  shown: Omit<Figure, 'value' | 'note'> & { readonly note?: string },
): Figure {
  if (computed.kind === 'undefined') return { ...shown, value: null, note: undefinedWords(computed.reason) };
  return { ...shown, value: computed.value * scale, note: shown.note ?? '' };
}

function yearValues(series: MeasuredSeries) {
  return series.years.map(({ fiscalYear, value, label }) => ({
    year: fiscalYear,
    value,
    label,
  }));
}

function citationsOf(series: MeasuredSeries, fiscalYears: readonly number[]): Citation[] {
  return series.years
    .filter((year) => fiscalYears.includes(year.fiscalYear))
    .map((year) => citationOf(year.observation, series.documents));
}

/** Growth a year from the latest reported year to the goal. */
export function requiredGrowthOf(series: MeasuredSeries, goal: Goal): Computed {
  const latest = series.years.at(-1);
  if (!latest) return { kind: 'undefined', reason: 'input-undefined' };
  return requiredGrowth(latest.value, goal.value, goal.fiscalYear - latest.fiscalYear);
}

/** Growth that was required on the day the target was announced, from what was known then. */
function requiredWhenAnnounced(series: MeasuredSeries, target: Target, goal: Goal): Computed {
  const { calendar } = series.indicator;
  const then = fiscalYearSeries(series.known, calendar, target.announcedOn ?? target.knownBy).years.at(-1);
  if (!then) return { kind: 'undefined', reason: 'input-undefined' };
  return requiredGrowth(then.value, goal.value, goal.fiscalYear - then.fiscalYear);
}

/** What the rest of the way needs, and what the last years brought. */
export function growthFigures(series: MeasuredSeries, target: Target, goal: Goal): Figure[] {
  const { unit } = series.indicator;
  const latest = series.years.at(-1);
  if (!latest) return [];
  const left = goal.fiscalYear - latest.fiscalYear;
  const due = target.due[0]?.label ?? '';
  const needed = requiredGrowthOf(series, goal);
  const way = `${latest.label} to ${due}`;
  const latestCitations = citationsOf(series, [latest.fiscalYear]);
  const required = [
    figure(needed, 100, {
      label: 'Growth required',
      unit: 'percent a year',
      period: way,
      basis: `(${goal.value} ÷ ${latest.value})^(1/${left}) − 1`,
      citations: latestCitations,
    }),
    figure(requiredAmountPerYear(latest.value, goal.value, left), 1, {
      label: 'Amount required',
      unit: `${unit} a year`,
      period: way,
      basis: `(${goal.value} − ${latest.value}) ÷ ${left}`,
      citations: latestCitations,
    }),
  ];
  const burnRate = figure(burn(needed, requiredWhenAnnounced(series, target, goal)), 1, {
    label: burnLabel,
    unit: 'ratio',
    period: `since ${describeDay(target.announcedOn ?? target.knownBy)}`,
    basis: 'growth required now ÷ growth required when it was announced, from the data known then',
    citations: [],
  });
  return [...required, ...achievedFigures(series), burnRate, ...ratioFigures(series, goal)];
}

function achievedFigures(series: MeasuredSeries): Figure[] {
  const values = yearValues(series);
  const latest = values.at(-1);
  if (!latest) return [];
  return windows.flatMap((window) => {
    const base = values.find(({ year }) => year === latest.year - window);
    const label = `Growth achieved, ${window === 1 ? 'last year' : `last ${window} years`}`;
    if (!base) return brokenFigure(series, latest.year - window, label);
    return [
      figure(achievedGrowth(values, window), 100, {
        label,
        unit: 'percent a year',
        period: `${base.label} to ${latest.label}`,
        basis: `(${latest.value} ÷ ${base.value})^(1/${window}) − 1`,
        note: linkedBase(series, base.year) ?? '',
        citations: citationsOf(series, [base.year, latest.year]),
      }),
    ];
  });
}

/** Growth from a year of another definition: none, and why; nothing where no such year was reported. */
function brokenFigure(series: MeasuredSeries, fiscalYear: number, label: string): Figure[] {
  const note = brokenBase(series, fiscalYear);
  const latest = series.years.at(-1);
  if (note === null || !latest) return [];
  const period = `${fiscalYearLabel(fiscalYear, series.indicator.calendar)} to ${latest.label}`;
  return [
    { label, value: null, unit: 'percent a year', period, basis: 'values of two definitions', note, citations: [] },
  ];
}

/** Achieved ÷ required growth from bases one, two and three years back: what a Eurostat-type rule would look at. */
function ratioFigures(series: MeasuredSeries, goal: Goal): Figure[] {
  const values = yearValues(series);
  const latest = values.at(-1);
  if (!latest) return [];
  return ratioWindows.flatMap((window) => {
    const base = values.find(({ year }) => year === latest.year - window);
    if (!base) return [];
    const ratio = growthRatio({
      base,
      latest,
      target: { year: goal.fiscalYear, value: goal.value },
      direction: goal.direction,
    });
    return [
      figure(ratio, 1, {
        label: `Achieved ÷ required growth, ${window}-year window`,
        unit: 'ratio',
        period: `${base.label} to ${latest.label}, target ${fiscalYearLabel(goal.fiscalYear, series.indicator.calendar)}`,
        basis: `growth ${base.value} → ${latest.value} ÷ growth ${base.value} → ${goal.value}`,
        note: 'a Eurostat-type rule calls 0.95 or more on track',
        citations: citationsOf(series, [base.year, latest.year]),
      }),
    ];
  });
}

/** The goal a target sets in the calendar of its series; null where it states no date. */
export function goalOf(series: MeasuredSeries, target: Target): Goal | null {
  const due = target.due[0];
  if (!due) return null;
  return {
    fiscalYear: fiscalYearOf(due.end, series.indicator.calendar),
    value: target.value,
    direction: target.direction,
  };
}
