import { dayNumber, type IsoDate, isoDateOfDayNumber } from '@hadaf/series';
import type { RollOutPlan } from '../target.ts';
import type { DayValue } from '../trajectory/required-path.ts';
import { firstReaches } from './cumulative-curve.ts';
import { plannedAt, plannedCorners } from './planned-curve.ts';

/** A finish further away than this says only that the pace is next to nothing. */
const LONGEST_DAYS = 36_525;

/** When the roll-out would finish at its pace so far, or why nobody can say. */
export type ForecastFinish =
  | {
      readonly kind: 'estimated';
      readonly on: IsoDate;
      readonly slipDays: number;
    }
  | { readonly kind: 'finished' }
  | { readonly kind: 'not-estimable'; readonly reason: string };

/** A roll-out on one day, in units and in time. */
export interface EarnedSchedule {
  readonly on: IsoDate;
  /** PV: units planned by that day. */
  readonly planned: number;
  /** EV: units reported. */
  readonly earned: number;
  /** SPI = EV ÷ PV; null while nothing is due. */
  readonly spi: number | null;
  /** AT: days since the plan's start. */
  readonly actualDays: number;
  /** ES: days after the start at which the plan had what is reported now. */
  readonly earnedDays: number;
  /** SPI(t) = ES ÷ AT; null before the start. */
  readonly spiTime: number | null;
  readonly finish: ForecastFinish;
}

/**
 * Earned schedule of a roll-out: SPI in units, and SPI(t) in time, which unlike SPI does not drift back to 1 when a
 * late plan nears its end.
 *
 *   SPI = EV ÷ PV      ES = day the plan reaches EV − start      SPI(t) = ES ÷ AT      finish = start + duration ÷ SPI(t)
 *
 * @see Lipke (2003), Schedule is Different, The Measurable News; Lipke et al. (2009), IJPM 27(4)
 */
export function earnedSchedule(plan: RollOutPlan, reported: DayValue): EarnedSchedule {
  const corners = plannedCorners(plan);
  const start = dayNumber(plan.startsOn);
  const last = corners.at(-1) ?? { at: start, planned: 0 };
  const planned = plannedAt(plan, reported.on);
  const actualDays = dayNumber(reported.on) - start;
  const earnedDays = (firstReaches(corners, reported.value) ?? last.at) - start;
  const spiTime = actualDays > 0 ? earnedDays / actualDays : null;
  const common = {
    on: reported.on,
    planned,
    earned: reported.value,
    actualDays,
    earnedDays,
    spiTime,
  };
  const spi = planned > 0 ? reported.value / planned : null;
  if (reported.value >= last.planned) return { ...common, spi, finish: { kind: 'finished' } };
  return { ...common, spi, finish: forecastFinish(start, last.at, spiTime) };
}

function forecastFinish(start: number, end: number, spiTime: number | null): ForecastFinish {
  if (spiTime === null) return notEstimable('the plan had not begun when the units were counted');
  if (spiTime === 0) return notEstimable('no unit is reported yet, so there is no pace to extend');
  const finish = Math.ceil(start + (end - start) / spiTime);
  if (finish - start > LONGEST_DAYS) return notEstimable('at the pace so far it would not finish within 100 years');
  return { kind: 'estimated', on: isoDateOfDayNumber(finish), slipDays: finish - end };
}

const notEstimable = (reason: string): ForecastFinish => ({ kind: 'not-estimable', reason });
