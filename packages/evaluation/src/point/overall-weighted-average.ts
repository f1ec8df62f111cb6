/** Mean sMAPE and mean MASE of one method over a set of series. */
export interface PointScores {
  readonly smape: number;
  readonly mase: number;
}

/**
 * OWA, the M4 competition's score: the mean of sMAPE and MASE, each relative to the benchmark's on the same series.
 *
 *   ½(sMAPE / sMAPE₀ + MASE / MASE₀)
 *
 * @param benchmark  Naive 2's scores on the same series
 * @see Makridakis, Spiliotis & Assimakopoulos (2020), The M4 Competition, International Journal of Forecasting 36(1), §2
 */
export function overallWeightedAverage(method: PointScores, benchmark: PointScores): number {
  return (method.smape / benchmark.smape + method.mase / benchmark.mase) / 2;
}
