import { copyTriangle, reflect, solveTransposed, solveUpper } from './householder.ts';
import type { Linearisation } from './linearisation.ts';
import type { TrustRegionStep } from './trust-region-step.ts';

/** Length of the probe along the step: the value GSL uses, small against the curvature, large against rounding. */
const probe = 0.1;
/** A correction longer than this share of the step means the model is not a parabola over the step. */
const longestShare = 0.75;

/**
 * Bends a trust-region step along the model's curvature: step + ½ acceleration.
 *
 *   f″ = (2 ÷ h) · ((f(θ + h·v) − f(θ)) ÷ h − J·v),   acceleration = −(JᵀJ + λD²)⁻¹ Jᵀ f″
 *
 * For models without linear parameters: variable projection already follows most of the bend.
 *
 * @param at       linearised at `parameters`
 * @param scale    p, the diagonal of D
 * @param scratch  n, overwritten
 * @returns        the correction, free × 1; zeros where the model has no value or the bend is too sharp
 * @see Transtrum & Sethna (2012), Improvements to the Levenberg–Marquardt algorithm, arXiv:1201.5885, §4
 */
export function geodesicCorrection(
  at: Linearisation,
  parameters: Float64Array,
  proposed: TrustRegionStep,
  { scale, scratch }: { readonly scale: Float64Array; readonly scratch: Float64Array },
): Float64Array {
  const { free, problem, qr } = at;
  const size = free.length;
  const probed = parameters.slice();
  for (const [k, j] of free.entries()) probed[j] += probe * proposed.step[k];
  problem.predict(probed, scratch);
  secondDerivative(at, proposed.step, scratch);
  reflect(qr, size, scratch);
  const gradient = multiplyTransposed(copyTriangle(qr, 0, size), size, scratch);
  const halved = gradient.map((value) => -0.5 * value);
  const correction = solveUpper(proposed.damped, size, solveTransposed(proposed.damped, size, halved), 0);
  const share = lengthOf(correction, free, scale) / lengthOf(proposed.step, free, scale);
  return share <= longestShare ? correction : new Float64Array(size);
}

/** Turns f(θ + h·v) in `values` into the second derivative of f along v. */
function secondDerivative(at: Linearisation, step: Float64Array, values: Float64Array): void {
  const n = values.length;
  for (let i = 0; i < n; i++) {
    let slope = 0;
    for (let k = 0; k < step.length; k++) slope += at.jacobian[at.free[k] * n + i] * step[k];
    values[i] = (2 / probe) * ((values[i] - at.predicted[i]) / probe - slope);
  }
}

function multiplyTransposed(triangle: Float64Array, size: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (let j = 0; j < size; j++) for (let i = 0; i <= j; i++) product[j] += triangle[i * size + j] * vector[i];
  return product;
}

function lengthOf(vector: Float64Array, free: readonly number[], scale: Float64Array): number {
  let sum = 0;
  for (const [k, j] of free.entries()) sum += (scale[j] * vector[k]) ** 2;
  return Math.sqrt(sum);
}
