/**
 * Pinball (quantile) loss of one quantile forecast; lower is better.
 *
 *   loss = 2 · (1{y ≤ q} − τ) · (q − y)
 *
 * The factor 2 makes the mean over a dense grid of levels tend to the CRPS.
 *
 * @param predicted  q, the forecast quantile, in the series' unit
 * @param level      τ, a probability in (0, 1), never a percentage
 * @param actual     y, the observed value, in the same unit
 * @returns          loss ≥ 0, in the series' unit
 * @throws RangeError when `level` is outside (0, 1)
 * @see Gneiting & Raftery (2007), Strictly Proper Scoring Rules, JASA 102(477), §6.1
 */
export function pinballLoss(predicted: number, level: number, actual: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`pinballLoss requires a level in (0, 1), got ${level}`);
  const indicator = actual <= predicted ? 1 : 0;
  return 2 * (indicator - level) * (predicted - actual);
}
