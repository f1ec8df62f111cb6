import { dayNumber, type IsoDate } from '@hadaf/series';
import type { RollOutPlan } from '../target.ts';
import { type Corner, heightAt } from './cumulative-curve.ts';

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
  return heightAt(plannedCorners(plan), dayNumber(on));
}

/** Start and milestones as day numbers, checked. */
export function plannedCorners(plan: RollOutPlan): readonly Corner[] {
  if (plan.milestones.length === 0) throw new RangeError('plannedCorners requires at least one milestone, got none');
  const corners = [
    { at: dayNumber(plan.startsOn), planned: 0 },
    ...plan.milestones.map(({ on, planned }) => ({ at: dayNumber(on), planned })),
  ];
  corners.slice(1).forEach((corner, i) => {
    const before = corners[i];
    if (before && corner.at > before.at && corner.planned >= before.planned) return;
    throw new RangeError(
      `plannedCorners requires milestones after the start, in order and never falling, got ${plan.milestones[i]?.on}`,
    );
  });
  return corners;
}
