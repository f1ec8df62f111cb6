import { describe, expect, test } from 'vitest';
import { solvePositiveDefinite } from './solve-positive-definite.ts';

describe('solvePositiveDefinite', () => {
  test('solves a system worked by hand', () => {
    const solution = solvePositiveDefinite(Float64Array.of(4, 0, 2, 3), Float64Array.of(10, 8));
    expect(solution[0]).toBeCloseTo(1.75, 12);
    expect(solution[1]).toBeCloseTo(1.5, 12);
  });

  test('is NaN for a matrix that is not positive definite', () => {
    const solution = solvePositiveDefinite(Float64Array.of(1, 0, 2, 1), Float64Array.of(1, 1));
    expect(solution.every(Number.isNaN)).toBe(true);
  });
});
