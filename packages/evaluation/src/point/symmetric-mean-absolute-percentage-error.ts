import { requireSameLength } from '../require-same-length.ts';

/**
 * sMAPE, the M competitions' percentage error, from 0 to 200.
 *
 *   mean 200·|y − ŷ| / (|y| + |ŷ|)
 *
 * A pair of zeros counts as no error.
 *
 * @throws RangeError when lengths differ
 * @see Makridakis & Hibon (2000), The M3-Competition, International Journal of Forecasting 16(4), appendix A
 */
export function symmetricMeanAbsolutePercentageError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  requireSameLength('symmetricMeanAbsolutePercentageError', actual, forecast);
  let sum = 0;
  for (let h = 0; h < actual.length; h += 1) {
    const size = Math.abs(actual[h]) + Math.abs(forecast[h]);
    sum += size > 0 ? (200 * Math.abs(actual[h] - forecast[h])) / size : 0;
  }
  return sum / actual.length;
}
