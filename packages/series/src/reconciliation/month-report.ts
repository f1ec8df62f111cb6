import type { Observation } from '../observation.ts';
import type { BoundedSum } from './estimate-months.ts';

/** A report of consecutive months: positions within the reconciled window, both included. */
export interface MonthReport {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly halfWidth: number;
  readonly observation: Observation;
}

/** What a printed number allows. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A `rounded` number may also be cut off (2,429 printed as "2.42bn"); `over` has no upper bound. */
export function boundsOf({ value, halfWidth, observation: { qualifier } }: MonthReport): Bounds {
  if (qualifier === 'over') return { lower: value, upper: Number.POSITIVE_INFINITY };
  return { lower: value - halfWidth, upper: value + (qualifier === 'rounded' ? 2 : 1) * halfWidth };
}

/** A report as an estimate takes it; print is uniform over its width. */
export function boundedSum(report: MonthReport): BoundedSum {
  const { first, last, value, halfWidth } = report;
  return { first, last, value, ...boundsOf(report), variance: halfWidth ** 2 / 3 };
}
