/**
 * Householder QR of a tall matrix, column by column.
 *
 * Column k is stored contiguously at `columns[k · rows]`. After factorising, entries above the diagonal hold R,
 * `diagonal` holds R's diagonal, and the rest holds the reflectors. A column that is zero below the diagonal gets
 * diagonal 0 and no reflector.
 *
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., §5.2
 */
export interface QrFactor {
  readonly rows: number;
  readonly columns: Float64Array; // capacity × rows
  readonly diagonal: Float64Array; // capacity
}

export function allocateQr(rows: number, capacity: number): QrFactor {
  return {
    rows,
    columns: new Float64Array(capacity * rows),
    diagonal: new Float64Array(capacity),
  };
}

/** Adds `scale` × column `from` to column `to`, from row `start` down. */
function eliminate(columns: Float64Array, from: number, to: number, span: { start: number; rows: number }): void {
  const { start, rows } = span;
  let sum = 0;
  for (let i = start; i < rows; i++) sum += columns[from + i] * columns[to + i];
  const scale = -sum / columns[from + start];
  for (let i = start; i < rows; i++) columns[to + i] += scale * columns[from + i];
}

/** Factorises the first `count` columns in place. */
export function factorise(qr: QrFactor, count: number): void {
  const { rows, columns, diagonal } = qr;
  for (let k = 0; k < count; k++) {
    const base = k * rows;
    let squares = 0;
    for (let i = k; i < rows; i++) squares += columns[base + i] * columns[base + i];
    let norm = Math.sqrt(squares);
    diagonal[k] = 0;
    if (norm === 0) continue;
    if (columns[base + k] < 0) norm = -norm;
    const inverse = 1 / norm;
    for (let i = k; i < rows; i++) columns[base + i] *= inverse;
    columns[base + k] += 1;
    for (let j = k + 1; j < count; j++) eliminate(columns, base, j * rows, { start: k, rows });
    diagonal[k] = -norm;
  }
}

/** Replaces `vector` by Qᵀ · vector, using the first `count` reflectors. */
export function reflect(qr: QrFactor, count: number, vector: Float64Array): void {
  const { rows, columns, diagonal } = qr;
  for (let k = 0; k < count; k++) {
    if (diagonal[k] === 0) continue;
    const base = k * rows;
    let sum = 0;
    for (let i = k; i < rows; i++) sum += columns[base + i] * vector[i];
    const scale = -sum / columns[base + k];
    for (let i = k; i < rows; i++) vector[i] += scale * columns[base + i];
  }
}

/** Copies rows and columns `first … first + size − 1` of R. */
export function copyTriangle(qr: QrFactor, first: number, size: number): Float64Array {
  const triangle = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < j; i++) triangle[i * size + j] = qr.columns[(first + j) * qr.rows + first + i];
    triangle[j * size + j] = qr.diagonal[first + j];
  }
  return triangle; // size × size, upper
}

/**
 * Solves R · x = b for upper-triangular R. A negligible diagonal entry (below `tolerance` × the largest) gives
 * x = 0 there: the basic solution.
 */
export function solveUpper(triangle: Float64Array, size: number, right: Float64Array, tolerance: number): Float64Array {
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(triangle[i * size + i]));
  const solution = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const pivot = triangle[i * size + i];
    if (!(Math.abs(pivot) > tolerance * largest)) continue;
    let sum = right[i];
    for (let j = i + 1; j < size; j++) sum -= triangle[i * size + j] * solution[j];
    solution[i] = sum / pivot;
  }
  return solution;
}

/** Solves Rᵀ · x = b for upper-triangular R with a non-zero diagonal. */
export function solveTransposed(triangle: Float64Array, size: number, right: Float64Array): Float64Array {
  const solution = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[i];
    for (let j = 0; j < i; j++) sum -= triangle[j * size + i] * solution[j];
    solution[i] = sum / triangle[i * size + i];
  }
  return solution;
}
