/** What the size of a forecast's error is read from, for a positive series. */
export interface ScaleInputs {
  readonly adjusted: Float64Array; // n, positive, without its season
  /** The combination's median per step, without its season. */
  readonly median: Float64Array; // horizon
  /** Its members' standard deviation relative to their forecast, per step. */
  readonly deviations: Float64Array; // horizon
}

/** Added to every standard deviation before its logarithm: half a per cent, so that a constant series has one. */
const floor = 0.005;
const recentChanges = 5;
const usualLength = 20;
const largestStrength = 8;
/** Below this many values members' deviations understate their errors more than the other regressors can tell. */
const shortLength = 6;

/** Regressors of the log error scale. */
export const scaleFeatureCount = 8;

/** Log growth of a series: its mean, its standard deviation, and its recent root mean square about that mean. */
interface Growth {
  readonly mean: number;
  readonly deviation: number;
  readonly recentDeviation: number;
}

function growthOf(values: Float64Array): Growth {
  const changes = values.length - 1;
  const mean = Math.log(values[changes] / values[0]) / changes;
  const first = Math.max(1, changes - recentChanges + 1);
  let squares = 0;
  let recent = 0;
  for (let t = 1; t <= changes; t += 1) {
    const square = (Math.log(values[t] / values[t - 1]) - mean) ** 2;
    squares += square;
    if (t >= first) recent += square;
  }
  return {
    mean,
    deviation: Math.sqrt(squares / Math.max(1, changes - 1)),
    recentDeviation: Math.sqrt(recent / (changes - first + 1)),
  };
}

/**
 * The regressors of the log error scale, one row a step.
 *
 *   1 · log h · log deviationₕ · log recent deviation · log(n / 20) · |t| / 4 · log |gapₕ| · log max(1, 6 / n)
 *
 * The recent deviation is the root mean square of the last five log changes about their mean; t the t statistic of mean
 * log growth, at most 8; the gap is that between the combination and a plain log drift, which is wide where models
 * disagree on how growth goes on.
 *
 * @returns horizon × 8, row-major
 */
export function scaleFeatures({ adjusted, median, deviations }: ScaleInputs): Float64Array {
  const n = adjusted.length;
  const { mean, deviation, recentDeviation } = growthOf(adjusted);
  const strength = Math.abs(mean) / (deviation / Math.sqrt(n - 1) + 1e-9);
  const rows = new Float64Array(median.length * scaleFeatureCount);
  for (let h = 0; h < median.length; h += 1) {
    const at = h * scaleFeatureCount;
    const gap = Math.log(adjusted[n - 1] / median[h]) + mean * (h + 1);
    rows[at] = 1;
    rows[at + 1] = Math.log(h + 1);
    rows[at + 2] = Math.log(deviations[h] + floor);
    rows[at + 3] = Math.log(recentDeviation + floor);
    rows[at + 4] = Math.log(n / usualLength);
    rows[at + 5] = Math.min(largestStrength, strength) / 4;
    rows[at + 6] = Math.log(Math.abs(gap) + floor * Math.sqrt(h + 1));
    rows[at + 7] = Math.log(Math.max(1, shortLength / n));
  }
  return rows;
}
