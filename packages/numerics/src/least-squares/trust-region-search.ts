import { isRegular, largestCosine, relativeOffset } from './convergence.ts';
import { geodesicCorrection } from './geodesic-acceleration.ts';
import { copyTriangle } from './householder.ts';
import { allocateLinearisation, columnNorm, type Linearisation, linearise } from './linearisation.ts';
import type { LeastSquaresProblem } from './problem.ts';
import { type TrustRegionProblem, type TrustRegionStep, trustRegionStep } from './trust-region-step.ts';
import { settleLinear } from './variable-projection.ts';

/** Close enough for the polish to finish: the undamped steps converge from here. */
const offsetReached = 1e-5;
/** The same where columns depend on each other and the offset has no meaning. */
const cosineReached = 1e-10;
const smallestRadius = 1e-14;
/** The first radius, relative to the scaled start. */
const firstRadiusShare = 0.1;

export interface SearchResult {
  readonly at: Linearisation;
  readonly parameters: Float64Array; // p
  readonly steps: number;
}

interface Search {
  readonly at: Linearisation;
  readonly trial: Linearisation;
  readonly parameters: Float64Array;
  readonly scale: Float64Array; // p, largest column norm so far
  radius: number;
  damping: number;
}

function begin(problem: LeastSquaresProblem, start: Float64Array): Search {
  const at = allocateLinearisation(problem);
  const parameters = start.slice();
  settleLinear(at, parameters);
  linearise(at, parameters);
  const search: Search = {
    at,
    trial: allocateLinearisation(problem),
    parameters,
    scale: new Float64Array(start.length),
    radius: 0,
    damping: 0,
  };
  growScale(search);
  search.radius = firstRadiusShare * Math.max(scaledLength(search, parameters), 1e-8);
  return search;
}

/** Moré's scaling: a parameter's unit is the largest change of the model it has caused. */
function growScale({ at, scale }: Search): void {
  for (let j = 0; j < scale.length; j++) scale[j] = Math.max(scale[j], columnNorm(at, j));
}

function nonlinearFree({ at }: Search): readonly number[] {
  return at.free.slice(at.problem.linear.length);
}

function scaledLength(search: Search, vector: Float64Array): number {
  let sum = 0;
  for (const j of nonlinearFree(search)) sum += (search.scale[j] * vector[j]) ** 2;
  return Math.sqrt(sum);
}

/** The linear parameters are already at their best: only R's lower-right block and what it leaves count. */
function reducedProblem(search: Search): TrustRegionProblem {
  const { at } = search;
  const first = at.problem.linear.length;
  const free = nonlinearFree(search);
  return {
    size: free.length,
    triangle: copyTriangle(at.qr, first, free.length),
    right: at.rotated.slice(first, at.free.length),
    scale: Float64Array.from(free, (j) => search.scale[j] || 1),
  };
}

function clip(problem: LeastSquaresProblem, parameters: Float64Array): void {
  const { lower, upper } = problem;
  for (let j = 0; j < parameters.length; j++) {
    if (lower && parameters[j] < lower[j]) parameters[j] = lower[j];
    if (upper && parameters[j] > upper[j]) parameters[j] = upper[j];
  }
}

/** What the linear model promised: ‖R s‖² + 2 λ ‖D s‖², as a share of the sum of squares. */
function predictedReduction(reduced: TrustRegionProblem, { step, damping }: TrustRegionStep): number {
  const { size, triangle, scale } = reduced;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = i; j < size; j++) row += triangle[i * size + j] * step[j];
    sum += row * row + 2 * damping * (scale[i] * step[i]) ** 2;
  }
  return sum;
}

/** Widens or narrows the radius by how well the linear model foretold the change. */
function adaptRadius(search: Search, ratio: number, length: number): void {
  if (!(ratio >= 0.25)) {
    search.radius = 0.25 * Math.min(search.radius, 4 * length);
    search.damping *= 4;
  } else if (ratio >= 0.75 || search.damping === 0) {
    search.radius = Math.max(search.radius, 2 * length);
    search.damping *= 0.5;
  }
}

function bentStep(search: Search, proposed: TrustRegionStep): Float64Array {
  const { at, trial, parameters, scale } = search;
  if (at.problem.linear.length > 0) return proposed.step;
  const correction = geodesicCorrection(at, parameters, proposed, {
    scale,
    scratch: trial.predicted,
  });
  return proposed.step.map((value, k) => value + correction[k]);
}

function tryStep(search: Search): void {
  const { at } = search;
  const reduced = reducedProblem(search);
  const proposed = trustRegionStep(reduced, search.radius, search.damping);
  search.damping = proposed.damping;
  const parameters = search.parameters.slice();
  const step = bentStep(search, proposed);
  for (const [k, j] of nonlinearFree(search).entries()) parameters[j] += step[k];
  clip(at.problem, parameters);
  const sumOfSquares = settleLinear(search.trial, parameters);
  const ratio = (at.sumOfSquares - sumOfSquares) / predictedReduction(reduced, proposed);
  const moved = parameters.map((value, j) => value - search.parameters[j]);
  adaptRadius(search, ratio, scaledLength(search, moved));
  if (!(ratio > 1e-4)) return;
  search.parameters.set(parameters);
  linearise(at, search.parameters);
  growScale(search);
}

function isFinished(search: Search): boolean {
  const { at } = search;
  if (at.free.length === at.problem.linear.length) return true;
  const reached = isRegular(at) ? relativeOffset(at) <= offsetReached : largestCosine(at) <= cosineReached;
  return reached || search.radius <= smallestRadius * scaledLength(search, search.parameters);
}

/** Searches for a minimum within a trust region in Moré's scaling, linear parameters projected out. */
export function searchMinimum(problem: LeastSquaresProblem, start: Float64Array, maxSteps: number): SearchResult {
  const search = begin(problem, start);
  let steps = 0;
  while (steps < maxSteps && Number.isFinite(search.at.sumOfSquares) && !isFinished(search)) {
    tryStep(search);
    steps++;
  }
  return { at: search.at, parameters: search.parameters, steps };
}
