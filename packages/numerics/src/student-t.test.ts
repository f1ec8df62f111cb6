import { describe, expect, test } from 'vitest';
import { normalQuantile } from './normal-distribution.ts';
import { studentTCdf, studentTQuantile } from './student-t.ts';

describe('studentTQuantile', () => {
  // the printed table of upper-tail critical values, NIST/SEMATECH e-Handbook of Statistical Methods 1.3.6.7.2
  test.each([
    [1, 0.9, 3.078],
    [1, 0.975, 12.706],
    [2, 0.9, 1.886],
    [2, 0.95, 2.92],
    [2, 0.975, 4.303],
    [2, 0.999, 22.327],
    [3, 0.9, 1.638],
    [3, 0.975, 3.182],
    [4, 0.9, 1.533],
    [4, 0.99, 3.747],
    [5, 0.9, 1.476],
    [10, 0.975, 2.228],
    [30, 0.975, 2.042],
    [100, 0.99, 2.364],
  ])('with %d degrees of freedom at %d agrees with the table', (degreesOfFreedom, level, expected) => {
    expect(Math.abs(studentTQuantile(level, degreesOfFreedom) - expected)).toBeLessThanOrEqual(5.001e-4);
    expect(studentTQuantile(1 - level, degreesOfFreedom)).toBeCloseTo(-studentTQuantile(level, degreesOfFreedom), 9);
  });

  // closed forms: tan(π(p − ½)) for one degree, (2p − 1)/√(2p(1 − p)) for two
  test.each([0.0001, 0.01, 0.25, 0.5, 0.6, 0.9, 0.9999])('at %d agrees with the closed forms', (level) => {
    const one = Math.tan(Math.PI * (level - 0.5));
    const two = (2 * level - 1) / Math.sqrt(2 * level * (1 - level));
    expect(Math.abs(studentTQuantile(level, 1) - one)).toBeLessThanOrEqual(1e-9 * Math.abs(one));
    expect(Math.abs(studentTQuantile(level, 2) - two)).toBeLessThanOrEqual(1e-9 * Math.abs(two));
  });

  test('is the normal’s with infinitely many degrees of freedom, infinite at the ends and NaN outside', () => {
    expect(studentTQuantile(0.9, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.9));
    expect(studentTQuantile(0, 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(studentTQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
    for (const [level, degreesOfFreedom] of [
      [1.1, 3],
      [Number.NaN, 3],
      [0.9, 0],
      [0.9, 2.5],
    ] as const) {
      expect(studentTQuantile(level, degreesOfFreedom)).toBeNaN();
    }
  });
});

describe('studentTCdf', () => {
  test('undoes the quantile', () => {
    for (const degreesOfFreedom of [1, 2, 3, 4, 7, 30, 100]) {
      for (let level = 0.001; level < 1; level += 0.001) {
        const back = studentTCdf(studentTQuantile(level, degreesOfFreedom), degreesOfFreedom);
        expect(Math.abs(back - level)).toBeLessThan(1e-14);
      }
    }
  });

  test('reaches the ends', () => {
    expect(studentTCdf(Number.NEGATIVE_INFINITY, 3)).toBeCloseTo(0, 15);
    expect(studentTCdf(Number.POSITIVE_INFINITY, 4)).toBe(1);
    expect(studentTCdf(0, 5)).toBe(0.5);
    expect(studentTCdf(1, 1.5)).toBeNaN();
  });

  // three degrees in closed form: ½ + (u/(1 + u²) + atan u)/π with u = x/√3
  test.each([-20, -3.182, -0.5, 0.25, 1, 7])('at %d with three degrees agrees with the closed form', (x) => {
    const u = x / Math.sqrt(3);
    const expected = 0.5 + (u / (1 + u * u) + Math.atan(u)) / Math.PI;
    expect(Math.abs(studentTCdf(x, 3) - expected)).toBeLessThan(1e-14);
  });
});
