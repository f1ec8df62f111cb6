import type { IsoDate } from '@hadaf/series';
import type { Target } from '../target.ts';

/** Of several dated targets the next one: the earliest whose default period has not ended; null when all have. */
export function nextDue(targets: readonly Target[], asOf: IsoDate): Target | null {
  const open = targets.flatMap((target) =>
    target.due[0] && target.due[0].end >= asOf ? [{ target, end: target.due[0].end }] : [],
  );
  return (
    open.reduce<(typeof open)[number] | null>((next, one) => (next && next.end <= one.end ? next : one), null)
      ?.target ?? null
  );
}

/** The bound of a range target that is easier to reach: a range is met when its weaker bound is. */
export function weakerBound(low: number, high: number, direction: 'up' | 'down'): number {
  if (!(low <= high)) throw new RangeError(`weakerBound requires low ≤ high, got ${low}, ${high}`);
  return direction === 'up' ? low : high;
}
