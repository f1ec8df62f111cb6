import { type Computed, defined, undefinedFor } from './computed.ts';

/**
 * Compound growth a year that leads from one value to another (CAGR).
 *
 *   g = (to ÷ from)^(1 ÷ years) − 1          both positive
 *   g = 1 − (to ÷ from)^(1 ÷ years)          both negative
 *
 * The second line makes the sign safe: growth is positive exactly where `to` is above `from`, so a deficit that
 * shrinks from −100 to −50 grows by +50 % in a year rather than by −50 %.
 *
 * @param from   the starting value, in the series' unit
 * @param to     the value to reach, same unit
 * @param years  time between them, in years; need not be whole
 * @returns      a share a year (0.2 is 20 % a year), or why there is none
 * @throws RangeError when an argument is not finite
 * @see Eurostat (2023), Sustainable development in the EU: monitoring report, Annex III (CAGR)
 */
export function requiredGrowth(from: number, to: number, years: number): Computed {
  if (![from, to, years].every(Number.isFinite)) {
    throw new RangeError(`requiredGrowth requires finite numbers, got ${from}, ${to}, ${years}`);
  }
  if (years <= 0) return undefinedFor('no-time-between');
  if (from === 0) return undefinedFor('zero-base');
  if (to === 0) return undefinedFor('zero-goal');
  if (Math.sign(from) !== Math.sign(to)) return undefinedFor('sign-change');
  return defined(Math.sign(from) * ((to / from) ** (1 / years) - 1));
}
