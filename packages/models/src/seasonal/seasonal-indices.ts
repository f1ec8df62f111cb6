import { arePositive } from '../positive-values.ts';
/** Seasonal indices and how they act. */
export interface Seasonality {
  readonly kind: 'multiplicative' | 'additive';
  /** One a season, in phase with the first value: factors of mean 1, or amounts of mean 0 in the series' unit. */
  readonly indices: Float64Array; // m
}

/** Centred moving average over one season: of 2 × m terms when m is even. NaN at both ends. */
function centredAverage(values: Float64Array, seasonLength: number): Float64Array {
  const n = values.length;
  const half = Math.floor(seasonLength / 2);
  const out = new Float64Array(n).fill(Number.NaN);
  const even = seasonLength % 2 === 0;
  for (let t = half; t < n - half; t += 1) {
    let sum = 0;
    for (let k = -half; k <= half; k += 1) sum += values[t + k] * (even && Math.abs(k) === half ? 0.5 : 1);
    out[t] = sum / seasonLength;
  }
  return out;
}

/** Indices before and after shrinkage cost one decomposition. */
interface Decomposition extends Seasonality {
  /** Ratio or difference to the centred moving average, less the neutral 1 or 0; NaN at both ends. */
  readonly deviations: Float64Array; // n
  readonly counts: Float64Array; // m
}

function decompose(values: Float64Array, seasonLength: number, multiplicative: boolean): Decomposition {
  const trend = centredAverage(values, seasonLength);
  const neutral = multiplicative ? 1 : 0;
  const deviations = values.map((value, t) => (multiplicative ? value / trend[t] : value - trend[t]) - neutral);
  const means = new Float64Array(seasonLength);
  const counts = new Float64Array(seasonLength);
  for (let t = 0; t < values.length; t += 1) {
    if (Number.isNaN(deviations[t])) continue;
    counts[t % seasonLength] += 1;
    means[t % seasonLength] += deviations[t];
  }
  let average = 0;
  for (let s = 0; s < seasonLength; s += 1) {
    means[s] /= Math.max(1, counts[s]);
    average += means[s] / seasonLength;
  }
  const kind = multiplicative ? 'multiplicative' : 'additive';
  return { kind, indices: means.map((mean) => neutral + mean - average), deviations, counts };
}

/**
 * Classical decomposition's seasonal indices: the mean ratio (or difference) to a centred moving average per season.
 *
 * Multiplicative for positive values, additive otherwise. What the M competitions' Naive 2 uses.
 *
 * @param values  at least two full seasons
 * @see Makridakis, Wheelwright & Hyndman (1998), Forecasting: Methods and Applications, 3rd ed., §3/4
 */
export function classicalIndices(values: Float64Array, seasonLength: number): Seasonality {
  const { kind, indices } = decompose(values, seasonLength, arePositive(values));
  return { kind, indices };
}

/**
 * Classical decomposition's seasonal amounts, whatever the sign of the values.
 *
 * @param values  at least two full seasons
 * @returns       m amounts of mean 0, in phase with the first value
 */
export function seasonalAmounts(values: Float64Array, seasonLength: number): Float64Array {
  return decompose(values, seasonLength, false).indices;
}

/**
 * Classical indices shrunk towards none (1 or 0) by the share of their variance that is season and not noise: few and
 * noisy years give timid indices.
 *
 *   kept = max(0, 1 − s² / (k·v)),  s² error variance, k seasons seen, v variance between indices
 *
 * @param values  at least two full seasons
 * @see Miller & Williams (2003), Shrinkage estimators of time series seasonal factors, International Journal of
 *      Forecasting 19(4)
 */
export function seasonalIndices(values: Float64Array, seasonLength: number): Seasonality {
  const { kind, indices, deviations, counts } = decompose(values, seasonLength, arePositive(values));
  const neutral = kind === 'multiplicative' ? 1 : 0;
  const centred = indices.map((index) => index - neutral);
  const kept = keptShare(deviations, centred, counts);
  return { kind, indices: centred.map((amount) => neutral + kept * amount) };
}

/** The share of the indices that is season and not noise: signal variance / (signal + noise variance of a mean). */
function keptShare(deviations: Float64Array, indices: Float64Array, counts: Float64Array): number {
  const seasonLength = indices.length;
  let noise = 0;
  let seen = 0;
  for (let t = 0; t < deviations.length; t += 1) {
    if (Number.isNaN(deviations[t])) continue;
    noise += (deviations[t] - indices[t % seasonLength]) ** 2;
    seen += 1;
  }
  const freedom = seen - seasonLength;
  let between = 0;
  let inverse = 0;
  for (let s = 0; s < seasonLength; s += 1) {
    between += indices[s] ** 2 / (seasonLength - 1);
    inverse += 1 / Math.max(1, counts[s]) / seasonLength;
  }
  if (!(freedom > 0) || !(between > 0)) return 1;
  const noiseOfMean = (noise / freedom) * inverse;
  return Math.max(0, 1 - noiseOfMean / between);
}

/** Values with the season taken out. */
export function removeSeason(values: Float64Array, { kind, indices }: Seasonality): Float64Array {
  const m = indices.length;
  return values.map((value, t) => (kind === 'multiplicative' ? value / indices[t % m] : value - indices[t % m]));
}

/** How values lie in an array of rows: `columns` values a step, `horizon` steps a row, the first step at `offset`. */
export interface RowLayout {
  readonly columns: number;
  readonly horizon: number;
  /** Periods from the first value of the series to the first step. */
  readonly offset: number;
}

/** Puts the season back. */
export function restoreSeason(
  rows: Float64Array,
  { columns, horizon, offset }: RowLayout,
  { kind, indices }: Seasonality,
): Float64Array {
  const out = new Float64Array(rows.length);
  for (let h = 0; h < horizon; h += 1) {
    const index = indices[(offset + h) % indices.length];
    for (let row = h * columns; row < rows.length; row += horizon * columns) {
      for (let i = row; i < row + columns; i += 1)
        out[i] = kind === 'multiplicative' ? rows[i] * index : rows[i] + index;
    }
  }
  return out;
}
