import type { IsoDate } from '@hadaf/series';
import { dayNumber } from '../day-number.ts';
import type { RollOutPlan } from '../target.ts';

/** A corner of the planned curve: cumulative units due at the end of a day. */
interface Corner {
  readonly day: number;
  readonly planned: number;
}

/** The stated assumption behind every planned value that no milestone names. */
export const PLAN_INTERPOLATION =
  'between milestones the plan is read as a straight line, from nothing on its first day';

/**
 * Units planned by a day: 0 up to the plan's start, the milestones on their days, straight lines between, the last
 * milestone for ever after.
 *
 * @throws RangeError when the plan has no milestones, or they are not after the start, in order and never falling
 */
export function plannedAt(plan: RollOutPlan, on: IsoDate): number {
  const corners = plannedCorners(plan);
  const day = dayNumber(on);
  const next = corners.findIndex((corner) => corner.day >= day);
  const after = corners[next];
  const before = corners[next - 1];
  if (!after) return corners.at(-1)?.planned ?? 0;
  if (!before) return 0;
  return before.planned + ((after.planned - before.planned) * (day - before.day)) / (after.day - before.day);
}

/**
 * The first day, counted from 1970-01-01 with its fraction, at which the plan reaches `units`.
 *
 * @returns null where the plan never reaches them
 */
export function dayPlanReaches(plan: RollOutPlan, units: number): number | null {
  const corners = plannedCorners(plan);
  const next = corners.findIndex((corner) => corner.planned >= units);
  const after = corners[next];
  const before = corners[next - 1];
  if (!after) return null;
  if (!before) return after.day;
  return before.day + ((after.day - before.day) * (units - before.planned)) / (after.planned - before.planned);
}

/** Start and milestones as day numbers, checked. */
export function plannedCorners(plan: RollOutPlan): readonly Corner[] {
  if (plan.milestones.length === 0) throw new RangeError('plannedCorners requires at least one milestone, got none');
  const corners = [
    { day: dayNumber(plan.startsOn), planned: 0 },
    ...plan.milestones.map(({ on, planned }) => ({ day: dayNumber(on), planned })),
  ];
  corners.slice(1).forEach((corner, i) => {
    const before = corners[i];
    if (before && corner.day > before.day && corner.planned >= before.planned) return;
    throw new RangeError(
      `plannedCorners requires milestones after the start, in order and never falling, got ${plan.milestones[i]?.on}`,
    );
  });
  return corners;
}
