import { type Computed, defined, undefinedFor } from './computed.ts';

/**
 * Equal amount a year that leads from one value to another: (to − from) ÷ years.
 *
 * Defined where growth is not: from zero, to zero and across zero.
 *
 * @returns the series' unit a year; negative where the value must fall
 * @throws RangeError when an argument is not finite
 */
export function requiredAmountPerYear(from: number, to: number, years: number): Computed {
  if (![from, to, years].every(Number.isFinite)) {
    throw new RangeError(`requiredAmountPerYear requires finite numbers, got ${from}, ${to}, ${years}`);
  }
  return years > 0 ? defined((to - from) / years) : undefinedFor('no-time-between');
}
