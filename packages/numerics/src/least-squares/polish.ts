import { compensatedDot } from './compensated-sum.ts';
import { isRegular, norm } from './convergence.ts';
import { solveTransposed, solveUpper } from './householder.ts';
import { freeTriangle, type Linearisation, linearise } from './linearisation.ts';

const polishSteps = 40;
/** The sum of squares is flat at the minimum: it may rise by this share while the step still improves. */
const flatness = 1e-7;
/** What is left to the minimum, beside the parameters, when the polish is done. */
const leftOver = 1e-14;
/** Steps that shrink by a factor in this range, signed by direction, are summed as a geometric series. */
const slowestSeries = 0.97;
const fastestSeries = 0.2;

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
  for (let k = 0; k < size; k++) {
    const column = at.free[k] * n;
    for (let i = 0; i < n; i++) left[i] -= at.jacobian[column + i] * step[k];
  }
  const gradient = Float64Array.from(at.free, (j) => compensatedDot(at.jacobian, j * n, left));
  const correction = solveUpper(triangle, size, solveTransposed(triangle, size, gradient), 0);
  return step.map((value, k) => value + correction[k]);
}

function isInside({ problem }: Linearisation, parameters: Float64Array): boolean {
  const { lower, upper } = problem;
  if (!lower && !upper) return true;
  return parameters.every((value, j) => value >= (lower?.[j] ?? value) && value <= (upper?.[j] ?? value));
}

/** Each entry beside its parameter: steps of different units become comparable. */
function relative(step: Float64Array, at: Linearisation, parameters: Float64Array): Float64Array {
  return step.map((value, k) => value / (parameters[at.free[k]] || 1));
}

/** The factor by which this step repeats the one before: near 0 when the convergence is quadratic. */
function repetition(step: Float64Array, before: Float64Array | null): number {
  if (before === null || before.length !== step.length) return 0;
  let product = 0;
  for (let k = 0; k < step.length; k++) product += step[k] * before[k];
  return product / norm(before) ** 2;
}

/**
 * Polishes a point near a minimum by undamped Gauss–Newton steps until nothing is left to gain. Where residuals are
 * large the steps shrink by a constant factor ρ; they are then lengthened by 1 ÷ (1 − ρ), the sum of their series.
 *
 * @param at          linearised at `parameters`; linearised at the result on return
 * @param parameters  p, changed in place
 * @returns           steps taken
 */
export function polish(at: Linearisation, parameters: Float64Array): number {
  let before: Float64Array | null = null;
  for (let steps = 0; steps < polishSteps; steps++) {
    if (!isRegular(at)) return steps;
    const step = gaussNewtonStep(at);
    const size = relative(step, at, parameters);
    const factor = repetition(size, before);
    const isSeries = Math.abs(factor) > fastestSeries && Math.abs(factor) < slowestSeries;
    const lengthening: number = isSeries ? 1 / (1 - factor) : 1;
    if (!advance(at, parameters, step, lengthening) && !(isSeries && advance(at, parameters, step, 1))) return steps;
    const left = norm(size) * Math.min(Math.abs(factor), 1);
    if (norm(size) <= leftOver || (before !== null && left <= leftOver)) return steps + 1;
    before = lengthening === 1 ? size : null;
  }
  return polishSteps;
}

/** Takes the step if the residuals come closer to orthogonal; leaves everything as it was if not. */
function advance(at: Linearisation, parameters: Float64Array, step: Float64Array, lengthening: number): boolean {
  const projected = norm(at.rotated, at.free.length);
  const { sumOfSquares } = at;
  const next = parameters.slice();
  for (let k = 0; k < step.length; k++) next[at.free[k]] += lengthening * step[k];
  if (!isInside(at, next)) return false;
  linearise(at, next);
  if (norm(at.rotated, at.free.length) < projected && at.sumOfSquares <= sumOfSquares * (1 + flatness)) {
    parameters.set(next);
    return true;
  }
  linearise(at, parameters);
  return false;
}
