import { isRegular, largestCosine, relativeOffset, unidentifiedParameters } from './convergence.ts';
import { equivalentMinimum } from './equivalent-minimum.ts';
import { estimateAt } from './estimate.ts';
import { allocateLinearisation, linearise } from './linearisation.ts';
import { polish } from './polish.ts';
import type { LeastSquaresFit, LeastSquaresProblem } from './problem.ts';
import { type SearchResult, searchMinimum } from './trust-region-search.ts';

/** A minimum is accepted when the residuals are orthogonal to the tangent plane to this cosine. */
const acceptedOffset = 1e-4;
/** The same for single columns, where columns depend on each other. */
const acceptedCosine = 1e-7;
/** Factors that move one starting value at a time when the start itself leads nowhere. */
const restartFactors = [0.1, 10, -1];

export interface LeastSquaresOptions {
  /** Steps of the trust region before a search gives up. */
  readonly maxSteps?: number;
  /** Other starts tried, as the last resort, when the given one reaches no minimum. */
  readonly maxRestarts?: number;
}

function judge({ at, parameters, steps }: SearchResult): LeastSquaresFit {
  const regular = isRegular(at);
  const estimate = estimateAt(at, parameters, { steps, regular });
  if (regular) {
    const converged = relativeOffset(at) <= acceptedOffset;
    return { kind: converged ? 'converged' : 'did-not-converge', estimate };
  }
  if (largestCosine(at) > acceptedCosine) return { kind: 'did-not-converge', estimate };
  return {
    kind: 'not-identified',
    estimate,
    unidentified: unidentifiedParameters(at),
  };
}

/** Searches from `from`; of equivalent minima the one is taken that `start`, the caller's own, names. */
function attempt(
  problem: LeastSquaresProblem,
  start: Float64Array,
  maxSteps: number,
  from: Float64Array = start,
): LeastSquaresFit {
  const { at, parameters, steps } = searchMinimum(problem, from, maxSteps);
  if (!Number.isFinite(at.sumOfSquares)) return { kind: 'unsolvable', reason: 'not-finite-at-start' };
  const named = equivalentMinimum(problem, { parameters, sumOfSquares: at.sumOfSquares }, start);
  if (named !== parameters) linearise(at, named);
  const polished = polish(at, named);
  return judge({ at, parameters: named, steps: steps + polished });
}

function* restarts(problem: LeastSquaresProblem, start: Float64Array): Iterable<Float64Array> {
  for (const factor of restartFactors) {
    for (let j = 0; j < start.length; j++) {
      const moved = start.with(j, (start[j] || 1) * factor);
      const inside = moved[j] >= (problem.lower?.[j] ?? moved[j]) && moved[j] <= (problem.upper?.[j] ?? moved[j]);
      if (inside && !problem.linear.includes(j)) yield moved;
    }
  }
}

/**
 * A minimum, or a model that cannot identify its parameters anywhere. One that could at the start and cannot at the end
 * has run off to where it is flat.
 */
function isSettled(fit: LeastSquaresFit, problem: LeastSquaresProblem, start: Float64Array): boolean {
  if (fit.kind !== 'not-identified') return fit.kind === 'converged';
  const at = allocateLinearisation(problem);
  linearise(at, start);
  return !isRegular(at);
}

function sumOfSquares(fit: LeastSquaresFit): number {
  return fit.kind === 'unsolvable' ? Number.POSITIVE_INFINITY : fit.estimate.residualSumOfSquares;
}

/** The lowest minimum the other starts lead to. */
function lastResort(
  problem: LeastSquaresProblem,
  start: Float64Array,
  options: Required<LeastSquaresOptions>,
): LeastSquaresFit | null {
  let best: LeastSquaresFit | null = null;
  let left = options.maxRestarts;
  for (const other of restarts(problem, start)) {
    if (left === 0) break;
    left -= 1;
    const fit = attempt(problem, start, options.maxSteps, other);
    if (fit.kind === 'converged' && (best === null || sumOfSquares(fit) < sumOfSquares(best))) best = fit;
  }
  return best;
}

/**
 * Nonlinear least squares: min Σ (observed − model)², bounds kept.
 *
 * Householder QR of the analytic Jacobian, a trust region in Moré's scaling, linear parameters projected out (else the
 * steps are bent by geodesic acceleration), then undamped Gauss–Newton steps with compensated sums. Deterministic. If
 * the start leads to no minimum, all parameters are searched together, and then other starts are tried.
 *
 * @param start  p, inside the bounds
 * @throws RangeError when `start` has the wrong length or a value that is not finite
 * @see Moré (1978), LNM 630; Golub & Pereyra (2003), Inverse Problems 19(2); Transtrum & Sethna (2012), arXiv:1201.5885
 */
export function fitLeastSquares(
  problem: LeastSquaresProblem,
  start: Float64Array,
  { maxSteps = 500, maxRestarts = 6 }: LeastSquaresOptions = {},
): LeastSquaresFit {
  const { observed, parameterCount } = problem;
  if (start.length !== parameterCount) {
    throw new RangeError(`fitLeastSquares requires ${parameterCount} starting values, got ${start.length}`);
  }
  if (!start.every(Number.isFinite))
    throw new RangeError(`fitLeastSquares requires finite starts, got ${start.join()}`);
  if (observed.length < parameterCount) return { kind: 'unsolvable', reason: 'too-few-observations' };
  const first = attempt(problem, start, maxSteps);
  if (maxRestarts === 0 || isSettled(first, problem, start)) return first;
  const whole = problem.linear.length > 0 ? attempt({ ...problem, linear: [] }, start, maxSteps) : first;
  if (whole.kind === 'converged') return whole;
  return lastResort(problem, start, { maxSteps, maxRestarts }) ?? first;
}
