/**
 * Continuous ranked probability score of a sample of forecasts; lower is better, 0 for certainty that is right.
 *
 *   CRPS = mean |xᵢ − y| − ½ · mean |xᵢ − xⱼ|
 *
 * The second mean is taken from the sorted sample, Σ (2i − m − 1)·x₍ᵢ₎ / m², so the cost is that of sorting.
 *
 * @param sample  m ≥ 1 draws at one step, in the series' unit, in any order
 * @returns       CRPS ≥ 0, in the series' unit
 * @throws RangeError when the sample is empty
 * @see Gneiting & Raftery (2007), Strictly Proper Scoring Rules, JASA 102(477), eq. 21
 */
export function sampleCrps(sample: Float64Array, actual: number): number {
  const m = sample.length;
  if (m === 0) throw new RangeError('sampleCrps requires at least one draw, got 0');
  const sorted = sample.toSorted();
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < m; i += 1) {
    distance += Math.abs(sorted[i] - actual);
    spread += (2 * i + 1 - m) * sorted[i];
  }
  return distance / m - spread / (m * m);
}
