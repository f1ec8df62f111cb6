import { addDays, daysBetween, type IsoDate } from '@hadaf/series';
import { yearsBetween } from '../years-between.ts';
import { requiredGrowth } from './required-growth.ts';

/** A value on a calendar day. */
export interface DayValue {
  readonly on: IsoDate;
  readonly value: number;
}

/** The trajectory a target requires, drawn. `shape` says what is assumed between base and target. */
export interface RequiredPath {
  readonly shape: 'constant-growth' | 'straight-line' | 'none';
  readonly points: readonly { readonly x: IsoDate; readonly y: number }[];
}

const POINTS_A_YEAR = 4;

/**
 * Path required from base to target: constant growth where growth is defined, else a straight line.
 *
 * Both ends are points, exactly; between them about four points a year make the curve of compound growth visible.
 *
 * @returns shape `none` and no points where the target does not lie after the base
 */
export function requiredPath(base: DayValue, target: DayValue): RequiredPath {
  const years = yearsBetween(base.on, target.on);
  if (years <= 0) return { shape: 'none', points: [] };
  const growth = requiredGrowth(base.value, target.value, years);
  const steps = Math.max(1, Math.round(years * POINTS_A_YEAR));
  const days = daysBetween(base.on, target.on);
  const valueAt = (share: number): number =>
    growth.kind === 'defined'
      ? base.value * (target.value / base.value) ** share
      : base.value + share * (target.value - base.value);
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const day = Math.round((i * days) / steps);
    return { x: addDays(base.on, day), y: i === steps ? target.value : valueAt(day / days) };
  });
  return { shape: growth.kind === 'defined' ? 'constant-growth' : 'straight-line', points };
}
