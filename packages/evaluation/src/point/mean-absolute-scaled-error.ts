import { requireSameLength } from '../require-same-length.ts';

/**
 * Mean absolute change over a season of the values a model was fitted to: the unit of MASE and MSIS.
 *
 *   mean |yₜ − yₜ₋ₘ|,  t = m + 1 … n
 *
 * @returns NaN when there are not m + 1 values; 0 for a series that repeats itself
 */
export function naiveScale(training: ArrayLike<number>, seasonLength: number): number {
  let sum = 0;
  for (let t = seasonLength; t < training.length; t += 1) sum += Math.abs(training[t] - training[t - seasonLength]);
  return training.length > seasonLength ? sum / (training.length - seasonLength) : Number.NaN;
}

/**
 * MASE: mean absolute forecast error over the in-sample error of the seasonal naive forecast. 1 is as good as that.
 *
 *   mean |yₕ − ŷₕ| / scale
 *
 * @param scale  `naiveScale` of the training part, in the series' unit; 0 gives Infinity, or NaN without error
 * @throws RangeError when lengths differ
 * @see Hyndman & Koehler (2006), Another look at measures of forecast accuracy, International Journal of Forecasting 22(4)
 */
export function meanAbsoluteScaledError(actual: ArrayLike<number>, forecast: ArrayLike<number>, scale: number): number {
  requireSameLength('meanAbsoluteScaledError', actual, forecast);
  let sum = 0;
  for (let h = 0; h < actual.length; h += 1) sum += Math.abs(actual[h] - forecast[h]);
  return sum / actual.length / scale;
}
