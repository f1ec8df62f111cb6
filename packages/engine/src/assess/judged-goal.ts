import type { FiscalYearValue } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import { onOneDefinition } from './definition-footing.ts';
import type { Goal } from './due-outlook.ts';
import { goalOf } from './growth-figures.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** The goal a target sets on the definition its series has; null where it states no date, or means another definition. */
export function judgedGoal(series: MeasuredSeries, target: Target): Goal | null {
  const footing = onOneDefinition(target, series);
  return footing.kind === 'across' ? null : goalOf(series, footing.target);
}

/** A target and what came of its year, both on the definition the target is judged on. */
export interface JudgedOutcome {
  readonly target: Target;
  readonly dueYear: number;
  /** Null until the year is over and reported. */
  readonly outcome: FiscalYearValue | null;
}

/** What came of a target's year; null where it states no date, or means another definition than its year was measured by. */
export function judgedOutcome(series: MeasuredSeries, target: Target): JudgedOutcome | null {
  const footing = onOneDefinition(target, series);
  const goal = footing.kind === 'across' ? null : goalOf(footing.series, footing.target);
  if (footing.kind === 'across' || goal === null) return null;
  const { years, asOf } = footing.series;
  const outcome = years.find(({ fiscalYear, span }) => fiscalYear === goal.fiscalYear && span.end <= asOf) ?? null;
  return { target: footing.target, dueYear: goal.fiscalYear, outcome };
}
