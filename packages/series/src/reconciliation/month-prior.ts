/**
 * What months are like before any report is seen, up to a scale:
 *
 *   y(t) = s(t) · (1 + level(t) + seasonal(t) + irregular(t))
 *
 * s is an exponential reference curve; the level is a random walk, the seasonal part repeats every year and drifts, the
 * irregular part is white. Variances are relative to the irregular one.
 */
export interface MonthPrior {
  /** Variance of the level's monthly step. */
  readonly levelStep: number;
  /** Variance of the seasonal pattern over the months of a year. */
  readonly seasonal: number;
  /** Correlation of the seasonal pattern with its own a year later. */
  readonly seasonalPersistence: number;
}

/** The level's own variance at the start: the reference curve is a crude fit. */
const startVariance = 100;
const monthsPerYear = 12;

/** @returns n × n, row-major, in squared units of the series */
export function priorCovariance(reference: Float64Array, prior: MonthPrior): Float64Array {
  const n = reference.length;
  const covariance = new Float64Array(n * n);
  const yearly = Float64Array.from({ length: n }, (_, lag) => prior.seasonalPersistence ** (lag / monthsPerYear));
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const isSameMonth = (i - j) % monthsPerYear === 0;
      const pattern = ((isSameMonth ? 1 : 0) - 1 / monthsPerYear) * (yearly[i - j] ?? 0);
      const level = startVariance + prior.levelStep * j;
      const own = i === j ? 1 : 0;
      const value = (reference[i] ?? 0) * (reference[j] ?? 0) * (level + prior.seasonal * pattern + own);
      covariance[i * n + j] = value;
      covariance[j * n + i] = value;
    }
  }
  return covariance;
}
