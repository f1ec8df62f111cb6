/** Deviations from the curve die out slowly: AR(1) errors on the log scale. */
export interface ResidualProcess {
  /** φ in [0, 0.9]: the share of a deviation that is left one period later. */
  readonly persistence: number;
  /** Standard deviation of the innovations, log scale. */
  readonly innovation: number;
  /** By how much persistence multiplies the parameters' variances. */
  readonly inflation: number;
}

/** Above it a curve plus errors is a random walk that happens to carry a curve. */
const largestPersistence = 0.9;

function lagOne(residuals: Float64Array): number {
  let square = 0;
  let product = 0;
  for (let t = 0; t < residuals.length; t++) {
    square += residuals[t] * residuals[t];
    if (t > 0) product += residuals[t] * residuals[t - 1];
  }
  return square > 0 ? product / square : 0;
}

/**
 * Estimates AR(1) errors from the residuals of a curve with p parameters.
 *
 *   φ = clamp((n·r₁ + 1) ÷ (n − 4), 0, 0.9)   (first-order bias removed)
 *   inflation = (1 + φ) ÷ (1 − φ)             (variance of a mean of AR(1) errors)
 *
 * @param residuals  n, log scale
 * @param parameters p, fewer than n
 * @see Marriott & Pope (1954), Bias in the estimation of autocorrelations, Biometrika 41
 */
export function residualProcess(residuals: Float64Array, parameters: number): ResidualProcess {
  const n = residuals.length;
  const corrected = n > 4 ? (n * lagOne(residuals) + 1) / (n - 4) : 0;
  const persistence = Math.min(Math.max(corrected, 0), largestPersistence);
  let square = (1 - persistence * persistence) * residuals[0] * residuals[0];
  for (let t = 1; t < n; t++) square += (residuals[t] - persistence * residuals[t - 1]) ** 2;
  return {
    persistence,
    innovation: Math.sqrt(square / Math.max(n - parameters, 1)),
    inflation: (1 + persistence) / (1 - persistence),
  };
}
