import { isRegular, largestCosine, relativeOffset, unidentifiedParameters } from './convergence.ts';
import { estimateAt } from './estimate.ts';
import { polish } from './polish.ts';
import type { LeastSquaresFit, LeastSquaresProblem } from './problem.ts';
import { type SearchResult, searchMinimum } from './trust-region-search.ts';

/** A minimum is accepted when the residuals are orthogonal to the tangent plane to this cosine. */
const acceptedOffset = 1e-4;
const acceptedCosine = 1e-7;

function judge({ at, parameters, steps }: SearchResult): LeastSquaresFit {
  const regular = isRegular(at);
  const estimate = estimateAt(at, parameters, { steps, regular });
  if (regular) {
    const converged = relativeOffset(at) <= acceptedOffset;
    return { kind: converged ? 'converged' : 'did-not-converge', estimate };
  }
  if (largestCosine(at) > acceptedCosine) return { kind: 'did-not-converge', estimate };
  return { kind: 'not-identified', estimate, unidentified: unidentifiedParameters(at) };
}

function attempt(problem: LeastSquaresProblem, start: Float64Array, maxSteps: number): LeastSquaresFit {
  const found = searchMinimum(problem, start, maxSteps);
  if (!Number.isFinite(found.at.sumOfSquares)) return { kind: 'unsolvable', reason: 'not-finite-at-start' };
  const polished = polish(found.at, found.parameters);
  return judge({ ...found, steps: found.steps + polished });
}

export function fitLeastSquares(
  problem: LeastSquaresProblem,
  start: Float64Array,
  { maxSteps = 500 }: { readonly maxSteps?: number } = {},
): LeastSquaresFit {
  if (problem.observed.length < problem.parameterCount) return { kind: 'unsolvable', reason: 'too-few-observations' };
  return attempt(problem, start, maxSteps);
}
