/** A forecast may always show a factor of 2 in a period … */
const smallestBound = Math.LN2;
/** … and never more than e³ ≈ 20, whatever the series did once. */
const largestBound = 3;

/**
 * The largest log growth of one period a forecast of this series may show: 1.5 × the largest change in its past, at
 * least log 2 and at most 3.
 *
 * @param values  all positive, oldest first
 */
export function growthBound(values: Float64Array): number {
  let largest = 0;
  for (let t = 1; t < values.length; t += 1) largest = Math.max(largest, Math.abs(Math.log(values[t] / values[t - 1])));
  return Math.min(largestBound, Math.max(smallestBound, 1.5 * largest));
}

/**
 * Rows of positive values in which no step, the first one from `last`, grows or shrinks by more than exp(bound).
 *
 * @param rows  rows × horizon, row-major; a value ≤ 0 becomes the lowest allowed
 */
export function withinGrowthBound(rows: Float64Array, horizon: number, last: number, bound: number): Float64Array {
  const out = new Float64Array(rows.length);
  const factor = Math.exp(bound);
  for (let start = 0; start < rows.length; start += horizon) {
    let before = last;
    for (let h = start; h < start + horizon; h += 1) {
      before = Math.min(before * factor, Math.max(before / factor, rows[h]));
      out[h] = before;
    }
  }
  return out;
}

/** No forecast leaves a factor of 1,000 round the last value, however long its horizon. */
const farthestReach = Math.log(1000);
/** Observations' worth of doubt that a short series' mean growth goes on. */
const doubt = 3;

/**
 * How far the logarithm of a forecast may be from that of the last value, per step: 1.5 × the series' mean growth going
 * on, and √h growth bounds beside it. The mean of n values counts (n − 1) / (n + 2).
 *
 * @param values  all positive, oldest first
 */
export function growthReach(values: Float64Array, horizon: number): Float64Array {
  const changes = values.length - 1;
  const mean = changes > 0 ? Math.log(values[changes] / values[0]) / (changes + doubt) : 0;
  const bound = growthBound(values);
  const reach = new Float64Array(horizon);
  for (let h = 1; h <= horizon; h += 1) {
    reach[h - 1] = Math.min(farthestReach, 1.5 * Math.abs(mean) * h + bound * Math.sqrt(h));
  }
  return reach;
}
