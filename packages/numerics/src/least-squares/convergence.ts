import { solveTransposed, solveUpper } from './householder.ts';
import { columnNorm, descent, freeTriangle, type Linearisation } from './linearisation.ts';

/** Rounding in the model's values, relative to the observations' norm: residuals below it are noise. */
const roundingShare = 4e-16;
/** A pivot this small beside its own column's norm is rounding: the column depends on the ones before it. */
const dependentPivot = 1e-12;

export function norm(values: Float64Array, end = values.length): number {
  let sum = 0;
  for (let i = 0; i < end; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}

/**
 * How far the point is from a minimum: ‖Q₁ᵀ residuals‖ ÷ ‖residuals‖, the cosine between the residuals and the
 * tangent plane. It has no unit and does not depend on how the parameters are scaled.
 *
 * @returns 0 when the projection is within rounding of the model's values
 * @see Bates & Watts (1981), A relative offset orthogonality convergence criterion, Technometrics 23(2)
 */
export function relativeOffset(at: Linearisation): number {
  const projected = norm(at.rotated, at.free.length);
  const rounding = roundingShare * norm(at.problem.observed) * Math.sqrt(at.free.length);
  if (projected <= rounding) return 0;
  return projected / Math.sqrt(at.sumOfSquares);
}

/** The largest cosine between the residuals and a single column: valid however dependent the columns are. */
export function largestCosine(at: Linearisation): number {
  const length = Math.sqrt(at.sumOfSquares);
  if (length <= roundingShare * norm(at.problem.observed)) return 0;
  let largest = 0;
  for (const j of at.free) {
    const column = columnNorm(at, j);
    if (column > 0) largest = Math.max(largest, Math.abs(descent(at, j)) / (column * length));
  }
  return largest;
}

/** Whether every free column adds a direction of its own, to rounding. */
export function isRegular(at: Linearisation): boolean {
  for (const [k, j] of at.free.entries()) {
    const column = columnNorm(at, j);
    if (!(Math.abs(at.qr.diagonal[k]) > dependentPivot * column)) return false;
  }
  return true;
}

/**
 * Positions of the parameters that take part in a direction along which the model does not change.
 *
 * The direction is found by inverse iteration on RᵀR with unit columns; a parameter takes part when its share exceeds
 * 1e-3 of the largest.
 */
export function unidentifiedParameters(at: Linearisation): number[] {
  const size = at.free.length;
  const triangle = freeTriangle(at);
  const norms = at.free.map((j) => columnNorm(at, j));
  const empty = at.free.filter((_, k) => norms[k] === 0);
  if (empty.length > 0) return empty;
  for (let j = 0; j < size; j++) for (let i = 0; i <= j; i++) triangle[i * size + j] /= norms[j];
  const direction = nullDirection(triangle, size);
  const largest = Math.max(...direction.map(Math.abs));
  return at.free.filter((_, k) => Math.abs(direction[k]) > 1e-3 * largest).sort((a, b) => a - b);
}

function nullDirection(triangle: Float64Array, size: number): Float64Array {
  const regular = triangle.slice();
  for (let i = 0; i < size; i++) {
    const pivot = regular[i * size + i];
    if (Math.abs(pivot) < Number.EPSILON) regular[i * size + i] = Number.EPSILON;
  }
  let direction: Float64Array = new Float64Array(size).fill(1);
  for (let iteration = 0; iteration < 4; iteration++) {
    direction = solveUpper(regular, size, solveTransposed(regular, size, direction), 0);
    const length = norm(direction);
    direction = direction.map((value) => value / length);
  }
  return direction;
}
