/** Splits a double into two halves of 26 bits (Veltkamp). */
const splitter = 134217729;

/**
 * Σ x·y in twice the working precision (Ogita, Rump & Oishi's Dot2).
 *
 * Error: |ε| ≤ u·|Σ x·y| + n²·u²·Σ|x·y|, u = 2⁻⁵³. Factors above 1e300 overflow the splitting.
 *
 * @param x     vector read from `from` on
 * @param from  first position in `x`
 * @param y     vector whose whole length is used
 * @see Ogita, Rump & Oishi (2005), Accurate sum and dot product, SIAM J. Sci. Comput. 26(6), algorithm 5.3
 */
export function compensatedDot(x: Float64Array, from: number, y: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < y.length; i++) {
    const a = x[from + i];
    const b = y[i];
    const product = a * b;
    const aShift = splitter * a;
    const aHigh = aShift - (aShift - a);
    const aLow = a - aHigh;
    const bShift = splitter * b;
    const bHigh = bShift - (bShift - b);
    const bLow = b - bHigh;
    const productError = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
    const next = sum + product;
    const part = next - sum;
    lost += sum - (next - part) + (product - part) + productError;
    sum = next;
  }
  return sum + lost;
}
