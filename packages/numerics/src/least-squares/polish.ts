import { compensatedDot } from './compensated-sum.ts';
import { isRegular, norm } from './convergence.ts';
import { solveTransposed, solveUpper } from './householder.ts';
import { freeTriangle, type Linearisation, linearise } from './linearisation.ts';

const polishSteps = 40;
/** The sum of squares is flat at the minimum: it may rise by this share while the step still improves. */
const flatness = 1e-7;
/** Steps shrink at least in proportion near the minimum: after one this small, beside the parameters, they are done. */
const smallestStep = 1e-13;

/**
 * One undamped Gauss–Newton step in all free parameters, its rounding removed by one correction through the seminormal
 * equations with the gradient summed in twice the precision.
 *
 * @see Björck (1996), Numerical Methods for Least Squares Problems, §6.6.5
 */
function gaussNewtonStep(at: Linearisation): Float64Array {
  const size = at.free.length;
  const n = at.residuals.length;
  const triangle = freeTriangle(at);
  const step = solveUpper(triangle, size, at.rotated, 0);
  const left = at.residuals.slice();
  for (const [k, j] of at.free.entries()) {
    for (let i = 0; i < n; i++) left[i] -= at.jacobian[j * n + i] * step[k];
  }
  const gradient = Float64Array.from(at.free, (j) => compensatedDot(at.jacobian, j * n, left));
  const correction = solveUpper(triangle, size, solveTransposed(triangle, size, gradient), 0);
  return step.map((value, k) => value + correction[k]);
}

function isInside({ problem }: Linearisation, parameters: Float64Array): boolean {
  const { lower, upper } = problem;
  return parameters.every((value, j) => value >= (lower?.[j] ?? value) && value <= (upper?.[j] ?? value));
}

/**
 * Polishes a point near a minimum by undamped Gauss–Newton steps until they stop shrinking.
 *
 * @param at          linearised at `parameters`; linearised at the result on return
 * @param parameters  p, changed in place
 * @returns           steps taken
 */
export function polish(at: Linearisation, parameters: Float64Array): number {
  for (let steps = 0; steps < polishSteps; steps++) {
    if (!isRegular(at)) return steps;
    const projected = norm(at.rotated, at.free.length);
    const { sumOfSquares } = at;
    const step = gaussNewtonStep(at);
    const next = parameters.slice();
    let largest = 0;
    for (const [k, j] of at.free.entries()) {
      next[j] += step[k];
      largest = Math.max(largest, Math.abs(step[k] / (parameters[j] || 1)));
    }
    if (!isInside(at, next)) return steps;
    linearise(at, next);
    const improves = norm(at.rotated, at.free.length) < projected && at.sumOfSquares <= sumOfSquares * (1 + flatness);
    if (!improves) {
      linearise(at, parameters);
      return steps;
    }
    parameters.set(next);
    if (largest <= smallestStep) return steps + 1;
  }
  return polishSteps;
}
