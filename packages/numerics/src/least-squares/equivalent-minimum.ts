import { norm } from './convergence.ts';
import { allocateLinearisation } from './linearisation.ts';
import type { LeastSquaresProblem } from './problem.ts';
import { settleLinear } from './variable-projection.ts';

/** Two sums of squares this close are the same minimum, reached under other names. */
const sameMinimum = 1e-9;
/** Residuals within this share of the observations are rounding. */
const rounding = 1e-14;

/** Exchanges of two values that would restore the start's order, and changed signs that would restore its signs. */
function* relabellings(problem: LeastSquaresProblem, found: Float64Array, start: Float64Array): Iterable<Float64Array> {
  const nonlinear = Array.from(found.keys()).filter((j) => !problem.linear.includes(j));
  for (const i of nonlinear) {
    if (found[i] * start[i] < 0) yield found.with(i, -found[i]);
    for (const j of nonlinear) {
      if (i < j && (found[i] - found[j]) * (start[i] - start[j]) < 0) yield found.with(i, found[j]).with(j, found[i]);
    }
  }
}

/**
 * Sums of like terms and squared widths reach one minimum at several points: terms exchanged, signs flipped. Returns the
 * point whose order and signs agree with the start, so that b₁·e^(−b₂x) + b₃·e^(−b₄x) started with b₂ < b₄ ends so.
 */
export function equivalentMinimum(
  problem: LeastSquaresProblem,
  found: { readonly parameters: Float64Array; readonly sumOfSquares: number },
  start: Float64Array,
): Float64Array {
  let best = found.parameters;
  if (problem.linear.length === 0) return best;
  const scratch = allocateLinearisation(problem);
  const allowed = sameMinimum * found.sumOfSquares + (rounding * norm(problem.observed)) ** 2;
  for (let exchanges = 0; exchanges < start.length; exchanges++) {
    const before = best;
    for (const candidate of relabellings(problem, best, start)) {
      const excess = Math.abs(settleLinear(scratch, candidate) - found.sumOfSquares);
      if (!(excess <= allowed)) continue;
      best = candidate;
      break;
    }
    if (best === before) return best;
  }
  return best;
}
