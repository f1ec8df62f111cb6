import { type JudgedProbability, reliabilityDiagram } from './probability-scores.ts';

/** The parts of a Brier score over the bins of a reliability diagram. */
export interface BrierParts {
  /** Mean squared distance between the bins' probability and the share that happened; lower is better. */
  readonly reliability: number;
  /** How far the bins' shares lie from the overall one; higher is better. */
  readonly resolution: number;
  /** Brier score of always saying the overall share: the climatology of these very questions, known afterwards only. */
  readonly uncertainty: number;
  /** What probabilities differ within their bins; the four sum to the Brier score. */
  readonly withinBins: number;
}

/**
 * Murphy's decomposition of the Brier score.
 *
 *   Brier = reliability − resolution + uncertainty + within bins
 *
 * @throws RangeError when nothing was judged
 * @see Murphy (1973), A new vector partition of the probability score, J. Appl. Meteor. 12; Stephenson et al. (2008) for
 *      the part within bins
 */
export function brierDecomposition(judged: readonly JudgedProbability[], bins = 10): BrierParts {
  if (judged.length === 0) throw new RangeError('brierDecomposition requires at least one judged probability, got 0');
  const n = judged.length;
  const share = judged.filter(({ happened }) => happened).length / n;
  const used = reliabilityDiagram(judged, bins).filter(({ count }) => count > 0);
  const mean = (of: (bin: (typeof used)[number]) => number) =>
    used.reduce((sum, bin) => sum + (bin.count / n) * of(bin), 0);
  const reliability = mean(({ meanProbability, hitShare }) => (meanProbability - hitShare) ** 2);
  const resolution = mean(({ hitShare }) => (hitShare - share) ** 2);
  const uncertainty = share * (1 - share);
  const brier = judged.reduce((sum, one) => sum + (one.probability - (one.happened ? 1 : 0)) ** 2, 0) / n;
  return { reliability, resolution, uncertainty, withinBins: brier - (reliability - resolution + uncertainty) };
}
