/**
 * Solution of A·x = b for a symmetric positive definite A, by Cholesky's factorisation.
 *
 * @param matrix  k × k, row-major; only the lower triangle is read
 * @param right   k
 * @returns       k; NaN where A is not positive definite
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., §4.2
 */
export function solvePositiveDefinite(matrix: Float64Array, right: Float64Array): Float64Array {
  const k = right.length;
  const factor = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * k + j];
      for (let s = 0; s < j; s += 1) sum -= factor[i * k + s] * factor[j * k + s];
      factor[i * k + j] = i === j ? Math.sqrt(sum) : sum / factor[j * k + j];
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < k; i += 1) {
    for (let s = 0; s < i; s += 1) solution[i] -= factor[i * k + s] * solution[s];
    solution[i] /= factor[i * k + i];
  }
  for (let i = k - 1; i >= 0; i -= 1) {
    for (let s = i + 1; s < k; s += 1) solution[i] -= factor[s * k + i] * solution[s];
    solution[i] /= factor[i * k + i];
  }
  return solution;
}
