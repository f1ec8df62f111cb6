import { daysBetween, type IsoDate } from '@hadaf/series';

/** Mean length of a Gregorian year. */
const DAYS_A_YEAR = 365.2425;

/** Time between two days in years of 365.2425 days; negative when `to` is earlier. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  return daysBetween(from, to) / DAYS_A_YEAR;
}
