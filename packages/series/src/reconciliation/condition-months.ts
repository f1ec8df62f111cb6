/** A sum of consecutive months known up to a variance. */
export interface MonthSum {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** Of its printed precision, in squared units; 0 for an exact one. */
  readonly variance: number;
}

export interface Conditioned {
  readonly mean: Float64Array; // n
  readonly covariance: Float64Array; // n × n
  /** −2 log likelihood of the sums, the overall scale concentrated out, up to a constant. */
  readonly deviance: number;
  /** Maximum-likelihood estimate of that scale. */
  readonly scale: number;
}

/** A sum whose variance given the others is this share of its months' prior ones says nothing new. */
const redundant = 1e-11;

/** Σ of the columns first … last, one entry a row. */
function sumColumns(matrix: Float64Array, n: number, first: number, last: number, out: Float64Array): void {
  out.fill(0);
  for (let row = first; row <= last; row += 1) {
    const offset = row * n;
    for (let i = 0; i < n; i += 1) out[i] = (out[i] ?? 0) + (matrix[offset + i] ?? 0);
  }
}

function sumRange(values: Float64Array, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i += 1) sum += values[i] ?? 0;
  return sum;
}

function subtractOuter(matrix: Float64Array, vector: Float64Array, divisor: number): void {
  const n = vector.length;
  for (let i = 0; i < n; i += 1) {
    const factor = (vector[i] ?? 0) / divisor;
    if (factor === 0) continue;
    const offset = i * n;
    for (let j = 0; j < n; j += 1) matrix[offset + j] = (matrix[offset + j] ?? 0) - factor * (vector[j] ?? 0);
  }
}

/**
 * Months given sums of them: the Gaussian conditional of `mean`, `covariance`, one sum at a time (the update of the
 * Kalman filter). A sum the earlier ones determine already is passed over, so nested year-to-date rows do no harm.
 *
 * @param covariance  n × n, row-major; changed in place and returned
 */
export function conditionMonths(mean: Float64Array, covariance: Float64Array, sums: readonly MonthSum[]): Conditioned {
  const n = mean.length;
  const result = Float64Array.from(mean);
  const gain = new Float64Array(n);
  let [count, logVariance, squares] = [0, 0, 0];
  const priorVariance = Float64Array.from({ length: n }, (_, t) => covariance[t * n + t] ?? 0);
  for (const { first, last, value, variance } of sums) {
    sumColumns(covariance, n, first, last, gain);
    const total = sumRange(gain, first, last) + variance;
    if (!(total > redundant * sumRange(priorVariance, first, last))) continue;
    const error = value - sumRange(result, first, last);
    for (let t = 0; t < n; t += 1) result[t] = (result[t] ?? 0) + ((gain[t] ?? 0) * error) / total;
    subtractOuter(covariance, gain, total);
    count += 1;
    logVariance += Math.log(total);
    squares += (error * error) / total;
  }
  const scale = count === 0 ? 1 : squares / count;
  return {
    mean: result,
    covariance,
    deviance: count * Math.log(Math.max(scale, Number.MIN_VALUE)) + logVariance,
    scale,
  };
}
