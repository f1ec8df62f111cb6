/** A probability given for an event, and whether it happened. */
export interface JudgedProbability {
  readonly probability: number;
  readonly happened: boolean;
}

/**
 * Brier score: mean squared distance between the probability and what happened (1 or 0); lower is better.
 *
 * @throws RangeError when nothing was judged
 * @see Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1)
 */
export function brierScore(judged: readonly JudgedProbability[]): number {
  requireSome('brierScore', judged);
  return (
    judged.reduce((sum, { probability, happened }) => sum + (probability - (happened ? 1 : 0)) ** 2, 0) / judged.length
  );
}

/**
 * Log score: mean of −log of the probability given to what happened; lower is better.
 *
 * @param floor  probabilities are moved into [floor, 1 − floor] first: a sample of k paths cannot tell 0 from 1/(2k), and
 *               one certain miss would make the mean infinite
 * @throws RangeError when nothing was judged
 * @see Good (1952), Rational decisions, JRSS B 14(1)
 */
export function logScore(judged: readonly JudgedProbability[], floor: number): number {
  requireSome('logScore', judged);
  const loss = ({ probability, happened }: JudgedProbability) =>
    -Math.log(Math.max(floor, happened ? Math.min(1 - floor, probability) : Math.min(1 - floor, 1 - probability)));
  return judged.reduce((sum, one) => sum + loss(one), 0) / judged.length;
}

/** One bar of a reliability diagram: probabilities in [from, to), how many, their mean, and how often it happened. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number; // NaN when empty
  readonly hitShare: number; // NaN when empty
}

/** The reliability diagram in equal bins over [0, 1]; the last bin holds 1. */
export function reliabilityDiagram(judged: readonly JudgedProbability[], bins = 10): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const within = judged.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === bin);
    const count = within.length;
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      count,
      meanProbability: within.reduce((sum, { probability }) => sum + probability, 0) / count,
      hitShare: within.filter(({ happened }) => happened).length / count,
    };
  });
}

/**
 * Expected calibration error: the mean distance between probability and hit share over the diagram's bins, by count.
 *
 * @throws RangeError when nothing was judged
 * @see Naeini, Cooper & Hauskrecht (2015), Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI, §2
 */
export function expectedCalibrationError(judged: readonly JudgedProbability[], bins = 10): number {
  requireSome('expectedCalibrationError', judged);
  return reliabilityDiagram(judged, bins)
    .filter(({ count }) => count > 0)
    .reduce((sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.meanProbability - bin.hitShare), 0);
}

/** Share of the events given less than `below` that happened; NaN when there are none. */
export function lowProbabilityHitShare(judged: readonly JudgedProbability[], below = 0.05): number {
  const low = judged.filter(({ probability }) => probability < below);
  return low.filter(({ happened }) => happened).length / low.length;
}

function requireSome(caller: string, judged: readonly JudgedProbability[]): void {
  if (judged.length === 0) throw new RangeError(`${caller} requires at least one judged probability, got 0`);
}
