import { addDays, dayNumber, daysBetween, type IsoDate } from '@hadaf/series';
import type { RollOutPlan } from '../target.ts';
import type { DayValue } from '../trajectory/required-path.ts';
import { firstReaches } from './cumulative-curve.ts';
import { earnedSchedule } from './earned-schedule.ts';
import { plannedCorners } from './planned-curve.ts';

/** What is assumed of the rest of a roll-out. */
export interface RollOutAssumption {
  /** Times the pace so far, from the newest count on. */
  readonly acceleration: number;
  /** Units that come beside that pace, by the day they come. */
  readonly added: readonly DayValue[];
}

/**
 * The day the last unit is there if the rest goes by an assumption.
 *
 *   finish = day of the count + (planned days of all units but those added − ES) ÷ (SPI(t) · acceleration)
 *
 * With acceleration 1 and nothing added it is the finish of `earnedSchedule`, to the day. Never before the day of an
 * addition that is needed.
 *
 * @returns null where there is no pace to extend
 */
export function projectedFinish(
  plan: RollOutPlan,
  reported: DayValue,
  { acceleration, added }: RollOutAssumption,
): IsoDate | null {
  const { spiTime, earnedDays, finish } = earnedSchedule(plan, reported);
  if (finish.kind === 'finished') return reported.on;
  const corners = plannedCorners(plan);
  const due = corners.at(-1)?.planned ?? 0;
  const left = due - added.reduce((sum, { value }) => sum + value, 0);
  const lastAdded = added.reduce<IsoDate>((last, { on }) => laterDay(last, on), reported.on);
  if (left <= reported.value) return lastAdded;
  if (spiTime === null || spiTime === 0) return null;
  const start = dayNumber(plan.startsOn);
  const planned = (firstReaches(corners, left) ?? corners.at(-1)?.at ?? start) - start;
  const paced = addDays(reported.on, Math.ceil((planned - earnedDays) / (spiTime * acceleration)));
  return laterDay(paced, lastAdded);
}

const laterDay = (a: IsoDate, b: IsoDate): IsoDate => (daysBetween(a, b) > 0 ? b : a);
