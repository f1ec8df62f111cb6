import type { Observation } from '../observation.ts';
import { monthIndex } from '../span.ts';
import type { BoundedSum } from './estimate-months.ts';

/** A report of consecutive months: positions within the reconciled window, both included. */
export interface MonthReport {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly halfWidth: number;
  readonly observation: Observation;
}

/** Reports of whole months at their positions after the window's first month. */
export function monthReports(observations: readonly Observation[], firstMonth: number): MonthReport[] {
  return observations.map((observation) => ({
    first: monthIndex(observation.start) - firstMonth,
    last: monthIndex(observation.end) - firstMonth,
    value: observation.value,
    halfWidth: observation.halfWidth,
    observation,
  }));
}

export function isSameMonths(a: MonthReport, b: MonthReport): boolean {
  return a.first === b.first && a.last === b.last;
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

/** Whether two prints may be of one number; prints that only touch, 2,618 and 2,619, are two numbers. */
export function agree(a: MonthReport, b: MonthReport): boolean {
  const [first, second] = [boundsOf(a), boundsOf(b)];
  const overlap = Math.min(first.upper, second.upper) - Math.max(first.lower, second.lower);
  return overlap > 0 || (overlap === 0 && (first.lower === first.upper || second.lower === second.upper));
}
