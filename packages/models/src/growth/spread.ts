/**
 * Lower-triangular L with L·Lᵀ = scale × covariance. A pivot that rounding made negative becomes 0: that direction is
 * not drawn.
 *
 * @param covariance  p × p, symmetric
 */
export function spreadOf(covariance: Float64Array, p: number, scale: number): Float64Array {
  const spread = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    let pivot = scale * covariance[j * p + j];
    for (let k = 0; k < j; k++) pivot -= spread[j * p + k] ** 2;
    if (!(pivot > 0)) continue;
    spread[j * p + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < p; i++) {
      let sum = scale * covariance[i * p + j];
      for (let k = 0; k < j; k++) sum -= spread[i * p + k] * spread[j * p + k];
      spread[i * p + j] = sum / spread[j * p + j];
    }
  }
  return spread; // p × p, lower
}
