/** 90 % two-sided quantile of the normal distribution. */
const criticalValue = 1.645;

/** Autocorrelation at a lag, from the values' mean. 0 for constant values. */
function autocorrelation(values: Float64Array, lag: number, mean: number): number {
  let products = 0;
  let squares = 0;
  for (let t = 0; t < values.length; t += 1) {
    const deviation = values[t] - mean;
    squares += deviation * deviation;
    if (t >= lag) products += deviation * (values[t - lag] - mean);
  }
  return squares > 0 ? products / squares : 0;
}

/**
 * Whether values show a season, by the 90 % autocorrelation test of the M competitions.
 *
 *   |rₘ| > 1.645 · √((1 + 2·Σ rₖ²) / n),  k = 1 … m − 1
 *
 * Needs three full seasons; with less, or season length 1, false.
 *
 * @see Assimakopoulos & Nikolopoulos (2000), The theta model, International Journal of Forecasting 16(4), §3
 */
export function hasSeason(values: Float64Array, seasonLength: number): boolean {
  const n = values.length;
  if (seasonLength < 2 || n < 3 * seasonLength) return false;
  let mean = 0;
  for (let t = 0; t < n; t += 1) mean += values[t] / n;
  let squares = 0;
  for (let lag = 1; lag < seasonLength; lag += 1) squares += autocorrelation(values, lag, mean) ** 2;
  const limit = criticalValue * Math.sqrt((1 + 2 * squares) / n);
  return Math.abs(autocorrelation(values, seasonLength, mean)) > limit;
}
