import { freeTriangle, type Linearisation } from './linearisation.ts';
import type { LeastSquaresEstimate } from './problem.ts';

/** R⁻¹, column by column. */
function invertUpper(triangle: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    inverse[j * size + j] = 1 / triangle[j * size + j];
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) sum -= triangle[i * size + k] * inverse[k * size + j];
      inverse[i * size + j] = sum / triangle[i * size + i];
    }
  }
  return inverse; // size × size, upper
}

/** Residual variance × R⁻¹R⁻ᵀ, put at the free parameters' rows and columns of a p × p matrix of NaN. */
function covarianceOf(at: Linearisation, variance: number): Float64Array {
  const p = at.problem.parameterCount;
  const size = at.free.length;
  const inverse = invertUpper(freeTriangle(at), size);
  const covariance = new Float64Array(p * p).fill(Number.NaN);
  for (const [a, i] of at.free.entries()) {
    for (const [b, j] of at.free.entries()) {
      let sum = 0;
      for (let k = Math.max(a, b); k < size; k++) sum += inverse[a * size + k] * inverse[b * size + k];
      covariance[i * p + j] = variance * sum;
    }
  }
  return covariance;
}

/** Gathers what a fit reports at a point. With columns that depend on each other there is no covariance. */
export function estimateAt(
  at: Linearisation,
  parameters: Float64Array,
  about: { steps: number; regular: boolean },
): LeastSquaresEstimate {
  const p = parameters.length;
  const degreesOfFreedom = at.residuals.length - p;
  const variance = degreesOfFreedom > 0 ? at.sumOfSquares / degreesOfFreedom : Number.NaN;
  const covariance = about.regular ? covarianceOf(at, variance) : new Float64Array(p * p).fill(Number.NaN);
  const free = new Set(at.free);
  return {
    parameters,
    residuals: at.residuals,
    residualSumOfSquares: at.sumOfSquares,
    degreesOfFreedom,
    residualStandardDeviation: Math.sqrt(variance),
    covariance,
    standardErrors: Float64Array.from({ length: p }, (_, j) => Math.sqrt(covariance[j * p + j])),
    atBound: Array.from(parameters.keys()).filter((j) => !free.has(j)),
    steps: about.steps,
  };
}
