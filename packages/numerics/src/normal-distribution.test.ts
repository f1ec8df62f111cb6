import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile } from './normal-distribution.ts';

describe('normalQuantile', () => {
  // R 4.5 qnorm, printed with 16 digits
  test.each([
    [0.975, 1.959963984540054],
    [0.9, 1.2815515655446004],
    [0.25, -0.6744897501960817],
    [1e-10, -6.361340902404056],
    [0.5, 0],
  ])('at %d agrees with R', (level, expected) => {
    expect(Math.abs(normalQuantile(level) - expected)).toBeLessThan(1e-13);
  });

  test('is infinite at the ends and NaN outside', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(Number.NaN)).toBeNaN();
  });
});

describe('normalCdf', () => {
  // R 4.5 pnorm
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [-8, 6.220960574271785e-16],
  ])('at %d agrees with R', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-14);
  });

  test('undoes the quantile', () => {
    for (let level = 0.001; level < 1; level += 0.001) {
      expect(Math.abs(normalCdf(normalQuantile(level)) - level)).toBeLessThan(1e-13);
    }
  });
});
