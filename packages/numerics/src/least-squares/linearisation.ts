import { allocateQr, copyTriangle, factorise, type QrFactor, reflect } from './householder.ts';
import type { LeastSquaresProblem } from './problem.ts';

/** The problem at one point: residuals, derivatives and their QR factor, linear parameters' columns first. */
export interface Linearisation {
  readonly problem: LeastSquaresProblem;
  readonly residuals: Float64Array; // n
  readonly jacobian: Float64Array; // p × n
  readonly predicted: Float64Array; // n
  /** Qᵀ · residuals; the first `free.length` entries pair with R's rows. */
  readonly rotated: Float64Array; // n
  readonly qr: QrFactor;
  sumOfSquares: number;
  /** Parameter positions in column order: linear ones, then the others not held at a bound. */
  free: readonly number[];
}

export function allocateLinearisation(problem: LeastSquaresProblem): Linearisation {
  const n = problem.observed.length;
  const p = problem.parameterCount;
  return {
    problem,
    residuals: new Float64Array(n),
    jacobian: new Float64Array(p * n),
    predicted: new Float64Array(n),
    rotated: new Float64Array(n),
    qr: allocateQr(n, p),
    sumOfSquares: Number.NaN,
    free: [],
  };
}

/** Writes observed − predicted and returns its sum of squares. */
export function subtract(observed: Float64Array, predicted: Float64Array, residuals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < observed.length; i++) {
    const residual = observed[i] - predicted[i];
    residuals[i] = residual;
    sum += residual * residual;
  }
  return sum;
}

/** Jⱼ · residuals: positive when raising parameter j lowers the sum of squares. */
export function descent({ jacobian, residuals }: Linearisation, j: number): number {
  const n = residuals.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += jacobian[j * n + i] * residuals[i];
  return sum;
}

export function columnNorm({ jacobian, residuals }: Linearisation, j: number): number {
  const n = residuals.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += jacobian[j * n + i] * jacobian[j * n + i];
  return Math.sqrt(sum);
}

/** A parameter on a bound with the descent pointing outwards takes no part in the step. */
function isHeld(at: Linearisation, parameters: Float64Array, j: number): boolean {
  const { lower, upper } = at.problem;
  if (lower && parameters[j] <= lower[j]) return descent(at, j) <= 0;
  if (upper && parameters[j] >= upper[j]) return descent(at, j) >= 0;
  return false;
}

function freeParameters(at: Linearisation, parameters: Float64Array): number[] {
  const { linear, parameterCount } = at.problem;
  const free = [...linear];
  for (let j = 0; j < parameterCount; j++) {
    if (!linear.includes(j) && !isHeld(at, parameters, j)) free.push(j);
  }
  return free;
}

/** Copies the columns of `free` into the factor, factorises them and rotates the residuals along. */
export function factoriseFree(at: Linearisation, free: readonly number[]): void {
  const n = at.residuals.length;
  for (const [k, j] of free.entries()) at.qr.columns.set(at.jacobian.subarray(j * n, (j + 1) * n), k * n);
  factorise(at.qr, free.length);
  at.rotated.set(at.residuals);
  reflect(at.qr, free.length, at.rotated);
  at.free = free;
}

/** Evaluates model, derivatives and factor at `parameters`. */
export function linearise(at: Linearisation, parameters: Float64Array): void {
  const { problem, predicted, residuals, jacobian } = at;
  problem.differentiate(parameters, predicted, jacobian);
  at.sumOfSquares = subtract(problem.observed, predicted, residuals);
  factoriseFree(at, freeParameters(at, parameters));
}

/** R of the free parameters. */
export function freeTriangle(at: Linearisation): Float64Array {
  return copyTriangle(at.qr, 0, at.free.length); // free × free
}
