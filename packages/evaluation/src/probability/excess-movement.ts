/**
 * Excess movement of a probability that was re-issued as news came: 0 on average for an honest one.
 *
 *   Σ (pₜ₊₁ − pₜ)² − (p₀(1 − p₀) − p_T(1 − p_T))
 *
 * Today's probability is the mean of tomorrow's (a martingale), so what a sequence moves must equal the uncertainty it
 * resolves. Positive on average over many targets: it swings too much (news overweighted); negative: too little.
 *
 * @param probabilities  of one event, oldest first; the outcome, 0 or 1, may be the last
 * @throws RangeError for fewer than two, or one outside [0, 1]
 * @see Augenblick & Rabin (2021), Belief Movement, Uncertainty Reduction, and Rational Updating, QJE 136(2), §2
 */
export function excessMovement(probabilities: readonly number[]): number {
  if (probabilities.length < 2 || !probabilities.every((p) => p >= 0 && p <= 1)) {
    throw new RangeError(
      `excessMovement requires two or more probabilities in [0, 1], got ${probabilities.join(', ')}`,
    );
  }
  const uncertainty = (p: number) => p * (1 - p);
  let movement = 0;
  for (let t = 1; t < probabilities.length; t += 1) movement += (probabilities[t] - probabilities[t - 1]) ** 2;
  return movement - (uncertainty(probabilities[0]) - uncertainty(probabilities[probabilities.length - 1]));
}
