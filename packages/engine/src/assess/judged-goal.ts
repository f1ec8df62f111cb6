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
