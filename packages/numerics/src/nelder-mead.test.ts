import { describe, expect, test } from 'vitest';
import { goldenSection } from './golden-section.ts';
import { nelderMead } from './nelder-mead.ts';
import { sortedQuantile } from './sorted-quantile.ts';

describe('nelderMead', () => {
  const rosenbrock = (x: Float64Array) => 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2;

  test("finds the valley of Rosenbrock's function", () => {
    const box = { lower: [-5, -5], upper: [5, 5], start: [-1.2, 1], step: [0.5, 0.5] };
    const found = nelderMead(rosenbrock, box, { relativeTolerance: 1e-12, maximumEvaluations: 1000 });
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 3);
    expect(found.point[1]).toBeCloseTo(1, 3);
  });

  test('stays in its box and finds a minimum on the wall', () => {
    const seen: number[] = [];
    const box = { lower: [0], upper: [1], start: [0.5], step: [0.3] };
    const found = nelderMead((x) => {
      seen.push(x[0]);
      return -x[0];
    }, box);
    expect(found.point[0]).toBe(1);
    expect(seen.every((x) => x >= 0 && x <= 1)).toBe(true);
  });

  test('walks away from NaN', () => {
    const box = { lower: [-4], upper: [4], start: [0.5], step: [0.5] };
    const found = nelderMead((x) => (x[0] < 0 ? Number.NaN : (x[0] - 2) ** 2), box, { relativeTolerance: 1e-10 });
    expect(found.point[0]).toBeCloseTo(2, 3);
  });
});

describe('goldenSection', () => {
  test('finds the lower of two valleys', () => {
    const twoValleys = (x: number) => Math.min((x - 0.2) ** 2, (x - 0.8) ** 2 - 0.01);
    expect(goldenSection(twoValleys, [0, 1], { tolerance: 1e-6 })).toBeCloseTo(0.8, 4);
  });

  test('reaches an end of its interval', () => {
    expect(goldenSection((x) => x, [0.1, 0.9])).toBeCloseTo(0.1, 2);
  });
});

describe('sortedQuantile', () => {
  test('uses the R-7 method', () => {
    const sorted = Float64Array.of(1, 2, 4, 8);
    expect(sortedQuantile(sorted, 0.5)).toBe(3);
    expect(sortedQuantile(sorted, 0.9)).toBeCloseTo(6.8, 12);
    expect(sortedQuantile(sorted, 0)).toBe(1);
    expect(sortedQuantile(sorted, 1)).toBe(8);
  });
});
