import { addDays, daysBetween, type IsoDate } from '@hadaf/series';
import type { RollOutPlan } from '../target.ts';
import type { DayValue } from '../trajectory/required-path.ts';

/** When the roll-out would end at its fastest and at its slowest past pace; no prediction interval, and not called one. */
export type FinishRange =
  | { readonly kind: 'range'; readonly earliest: IsoDate; readonly latest: IsoDate; readonly paces: number }
  | { readonly kind: 'not-estimable'; readonly reason: string };

const FEWEST_PACES = 3;

/**
 * Range of the finish from the paces between consecutive counts (units a day).
 *
 * @param reported  counts in any order; two on one day count once, the later listed
 */
export function finishRange(plan: RollOutPlan, reported: readonly DayValue[]): FinishRange {
  const counts = [...new Map(reported.map((count) => [count.on, count])).values()].toSorted((a, b) =>
    daysBetween(b.on, a.on),
  );
  const latest = counts.at(-1);
  const due = plan.milestones.at(-1)?.planned ?? 0;
  if (!latest) return { kind: 'not-estimable', reason: 'no count is reported' };
  if (latest.value >= due) return { kind: 'range', earliest: latest.on, latest: latest.on, paces: counts.length - 1 };
  const paces = counts.slice(1).map((count, i) => {
    const before = counts[i] ?? count;
    return (count.value - before.value) / daysBetween(before.on, count.on);
  });
  if (paces.length < FEWEST_PACES) {
    return {
      kind: 'not-estimable',
      reason: `a range needs ${FEWEST_PACES} past paces, and ${counts.length} dated counts give ${paces.length}`,
    };
  }
  const slowest = Math.min(...paces);
  if (slowest <= 0)
    return { kind: 'not-estimable', reason: 'there was a stretch without progress, so no latest day follows' };
  const after = (pace: number): IsoDate => addDays(latest.on, Math.ceil((due - latest.value) / pace));
  return { kind: 'range', earliest: after(Math.max(...paces)), latest: after(slowest), paces: paces.length };
}
