import { addDays, dayNumber, daysBetween, type IsoDate } from '@hadaf/series';
import type { RollOutPlan } from '../target.ts';
import type { DayValue } from '../trajectory/required-path.ts';
import { firstReaches } from './cumulative-curve.ts';
import { plannedCorners } from './planned-curve.ts';

/** When the roll-out would end at its fastest and at its slowest past pace; no prediction interval, and not called one. */
export type FinishRange =
  | { readonly kind: 'range'; readonly earliest: IsoDate; readonly latest: IsoDate; readonly paces: number }
  | { readonly kind: 'not-estimable'; readonly reason: string };

const FEWEST_PACES = 2;

/**
 * Range of the finish from the paces of the past, each in days of the plan a day.
 *
 *   pace = (ES at a count − ES at the count before) ÷ days between;   finish = last count + (duration − ES) ÷ pace
 *
 * The first pace is from the plan's start, where nothing was there. Paces are of earned schedule, as the forecast finish
 * is: a plan that opens fifty units in its first year and two hundred in its next is not held to the units of the first.
 * Two paces bound what has been seen and no more; one has nothing to be compared with.
 *
 * @param reported  counts in any order; two on one day count once, the later listed
 */
export function finishRange(plan: RollOutPlan, reported: readonly DayValue[]): FinishRange {
  const counts = [...new Map(reported.map((count) => [count.on, count])).values()]
    .filter(({ on }) => on > plan.startsOn)
    .toSorted((a, b) => daysBetween(b.on, a.on));
  const latest = counts.at(-1);
  const corners = plannedCorners(plan);
  const last = corners.at(-1) ?? { at: 0, planned: 0 };
  if (!latest) return notEstimable('no count is reported since the plan began');
  if (latest.value >= last.planned) {
    return { kind: 'range', earliest: latest.on, latest: latest.on, paces: counts.length };
  }
  if (counts.length < FEWEST_PACES) {
    return notEstimable('one dated count gives one pace, and nothing tells how far it may be from the next');
  }
  const start = dayNumber(plan.startsOn);
  const earned = [0, ...counts.map(({ value }) => (firstReaches(corners, value) ?? last.at) - start)];
  const days = [0, ...counts.map(({ on }) => dayNumber(on) - start)];
  const paces = counts.map((_, i) => ((earned[i + 1] ?? 0) - (earned[i] ?? 0)) / ((days[i + 1] ?? 0) - (days[i] ?? 0)));
  const slowest = Math.min(...paces);
  if (slowest <= 0) return notEstimable('there was a stretch without progress, so no latest day follows');
  const left = last.at - start - (earned.at(-1) ?? 0);
  const after = (pace: number): IsoDate => addDays(latest.on, Math.ceil(left / pace));
  return { kind: 'range', earliest: after(Math.max(...paces)), latest: after(slowest), paces: paces.length };
}

const notEstimable = (reason: string): FinishRange => ({ kind: 'not-estimable', reason });
