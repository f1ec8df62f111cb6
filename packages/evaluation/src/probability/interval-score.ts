/** A central prediction interval: {lower, upper} holds the actual with probability `coverage`, as it says. */
export interface PredictionInterval {
  readonly lower: number;
  readonly upper: number;
  /** Nominal coverage, a probability in (0, 1). */
  readonly coverage: number;
}

/** Whether the actual lies in the interval, ends included. */
export function isCovered({ lower, upper }: PredictionInterval, actual: number): boolean {
  return actual >= lower && actual <= upper;
}

/**
 * Interval score: the width, plus a penalty for each actual outside; lower is better. Divided by MASE's scale and averaged
 * it is the MSIS.
 *
 *   (u − l) + 2/α·(l − y)₊ + 2/α·(y − u)₊,  α = 1 − coverage
 *
 * @returns score ≥ 0, in the series' unit
 * @throws RangeError when `coverage` is outside (0, 1)
 * @see Gneiting & Raftery (2007), Strictly Proper Scoring Rules, JASA 102(477), §6.2
 */
export function intervalScore({ lower, upper, coverage }: PredictionInterval, actual: number): number {
  if (!(coverage > 0 && coverage < 1)) {
    throw new RangeError(`intervalScore requires a coverage in (0, 1), got ${coverage}`);
  }
  const penalty = 2 / (1 - coverage);
  return upper - lower + penalty * (Math.max(0, lower - actual) + Math.max(0, actual - upper));
}
