import { normalQuantile } from '@hadaf/numerics';

/**
 * Wilson's interval of a share: the shares that would not be surprised by what was seen.
 *
 *   (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
 *
 * Unlike the textbook ± it stays within [0, 1] and has a width at 0 of 3 and 3 of 3.
 *
 * @param hits      how often it happened, of `count` ≥ 1
 * @param coverage  nominal, in (0, 1)
 * @throws RangeError for fewer than one case, or hits outside them
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22(158)
 */
export function shareInterval(hits: number, count: number, coverage: number): readonly [number, number] {
  if (!(count >= 1 && hits >= 0 && hits <= count)) {
    throw new RangeError(`shareInterval requires 0 ≤ hits ≤ count and a case, got ${hits} of ${count}`);
  }
  const z = normalQuantile((1 + coverage) / 2);
  const share = hits / count;
  const centre = share + z ** 2 / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const whole = 1 + z ** 2 / count;
  return [Math.max(0, (centre - reach) / whole), Math.min(1, (centre + reach) / whole)];
}
