import { solveTransposed, solveUpper } from './householder.ts';

/** The linearised problem inside the trust region: minimise ‖c − R·s‖ over ‖D·s‖ ≤ radius. */
export interface TrustRegionProblem {
  readonly size: number; // m
  readonly triangle: Float64Array; // m × m, R
  readonly right: Float64Array; // m, c
  readonly scale: Float64Array; // m, the diagonal of D, positive
}

export interface TrustRegionStep {
  readonly step: Float64Array; // m
  /** The multiplier λ of the constraint; 0 when the full Gauss–Newton step lies inside. */
  readonly damping: number;
  /** Triangle of the damped problem, SᵀS = RᵀR + λD². */
  readonly damped: Float64Array; // m × m
}

/** The step's length may miss the radius by this share, as in MINPACK: the radius itself is a guess. */
const radiusTolerance = 0.1;
const singular = 1e-15;
const multiplierIterations = 12;

/** Rotates the rows √λ·D into R, so that SᵀS = RᵀR + λD², and carries `right` along. */
function dampTriangle(problem: TrustRegionProblem, damping: number, right: Float64Array): Float64Array {
  const { size, scale } = problem;
  const damped = problem.triangle.slice();
  const row = new Float64Array(size);
  const root = Math.sqrt(damping);
  for (let k = 0; k < size; k++) {
    row.fill(0);
    row[k] = root * scale[k];
    let carried = 0;
    for (let j = k; j < size; j++) {
      if (row[j] === 0) continue;
      const pivot = damped[j * size + j];
      const length = Math.sqrt(pivot * pivot + row[j] * row[j]);
      const cosine = pivot / length;
      const sine = row[j] / length;
      for (let i = j; i < size; i++) {
        const upper = damped[j * size + i];
        damped[j * size + i] = cosine * upper + sine * row[i];
        row[i] = cosine * row[i] - sine * upper;
      }
      const upper = right[j];
      right[j] = cosine * upper + sine * carried;
      carried = cosine * carried - sine * upper;
    }
  }
  return damped;
}

function scaledNorm(vector: Float64Array, scale: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] * scale[i]) ** 2;
  return Math.sqrt(sum);
}

function isRegular({ triangle, size }: TrustRegionProblem): boolean {
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    const pivot = Math.abs(triangle[i * size + i]);
    largest = Math.max(largest, pivot);
    smallest = Math.min(smallest, pivot);
  }
  return smallest > singular * largest;
}

/** −φ′ ÷ φ-scale: how fast the step shrinks with λ, from ‖S⁻ᵀ D² s‖² ÷ ‖D s‖². */
function shrinkage(triangle: Float64Array, step: Float64Array, scale: Float64Array): number {
  const length = scaledNorm(step, scale);
  const direction = step.map((value, i) => (scale[i] * scale[i] * value) / length);
  const solved = solveTransposed(triangle, step.length, direction);
  let sum = 0;
  for (const value of solved) sum += value * value;
  return sum;
}

/** ‖D⁻¹ Rᵀ c‖, the scaled gradient. */
function scaledGradientNorm({ size, triangle, right, scale }: TrustRegionProblem): number {
  let sum = 0;
  for (let j = 0; j < size; j++) {
    let gradient = 0;
    for (let i = 0; i <= j; i++) gradient += triangle[i * size + j] * right[i];
    sum += (gradient / scale[j]) ** 2;
  }
  return Math.sqrt(sum);
}

/**
 * The trust-region step by Moré's safeguarded Newton iteration on λ.
 *
 * @param guess  λ of the step before, a good start
 * @see Moré (1978), The Levenberg–Marquardt algorithm: implementation and theory, LNM 630, §5
 */
export function trustRegionStep(problem: TrustRegionProblem, radius: number, guess: number): TrustRegionStep {
  const { size, triangle, right, scale } = problem;
  let low = 0;
  if (isRegular(problem)) {
    const step = solveUpper(triangle, size, right, 0);
    const excess = scaledNorm(step, scale) - radius;
    if (excess <= radiusTolerance * radius) return { step, damping: 0, damped: triangle };
    low = excess / (radius * shrinkage(triangle, step, scale));
  }
  let high = scaledGradientNorm(problem) / radius;
  if (!(high > 0)) return { step: new Float64Array(size), damping: 0, damped: triangle };
  let damping = Math.min(Math.max(guess, low), high);
  if (damping === 0) damping = Math.max(0.001 * high, Math.sqrt(low * high));
  for (let iteration = 1; ; iteration++) {
    const rotated = right.slice();
    const damped = dampTriangle(problem, damping, rotated);
    const step = solveUpper(damped, size, rotated, 0);
    const excess = scaledNorm(step, scale) - radius;
    if (Math.abs(excess) <= radiusTolerance * radius || iteration === multiplierIterations) {
      return { step, damping, damped };
    }
    if (excess > 0) low = Math.max(low, damping);
    else high = Math.min(high, damping);
    damping = Math.max(low, 0.001 * high, damping + excess / (radius * shrinkage(damped, step, scale)));
    damping = Math.min(damping, high);
  }
}
