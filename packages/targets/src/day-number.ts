import type { IsoDate } from '@hadaf/series';

const DAYS_PER_ERA = 146_097;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01 of a day of the Gregorian calendar.
 *
 * @throws RangeError when `day` is not a real day written YYYY-MM-DD
 * @see Hinnant (2013), chrono-compatible low-level date algorithms, days_from_civil
 */
export function dayNumber(day: IsoDate): number {
  const match = isoDate.exec(day);
  if (!match) throw new RangeError(`dayNumber requires YYYY-MM-DD, got ${day}`);
  const count = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  if (dayOf(count) !== day) throw new RangeError(`dayNumber requires a day that exists, got ${day}`);
  return count;
}

/** The day `count` days after 1970-01-01; fractions fall to the day they are in. Inverse of `dayNumber`. */
export function dayOf(count: number): IsoDate {
  const shifted = Math.floor(count) + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Time between two days in years of 365.2425 days. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  return (dayNumber(to) - dayNumber(from)) / (DAYS_PER_ERA / 400);
}

function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');
