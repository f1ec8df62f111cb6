import type { IsoDate } from '@hadaf/series';

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * A calendar day as a position on a time axis: 2025-07-01 is 2025.4959. Every year is one unit wide.
 *
 * @param day `YYYY-MM-DD`
 * @throws RangeError when it is not one
 */
export function yearPosition(day: IsoDate): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const [year, month, date] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  const before = daysBefore[month - 1];
  if (before === undefined) throw new RangeError(`yearPosition requires YYYY-MM-DD, got ${day}`);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year + (before + (isLeap && month > 2 ? 1 : 0) + date - 1) / (isLeap ? 366 : 365);
}
