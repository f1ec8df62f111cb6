import { describe, expect, test } from 'vitest';
import { growthBound, growthReach, withinGrowthBound } from './growth-bound.ts';

describe('growthBound', () => {
  test('is 1.5 times the largest log change, between log 2 and 3', () => {
    expect(growthBound(Float64Array.of(1, Math.E, Math.E))).toBeCloseTo(1.5, 12);
    expect(growthBound(Float64Array.of(5, 5, 5))).toBe(Math.LN2);
    expect(growthBound(Float64Array.of(1, 1e9))).toBe(3);
  });
});

describe('withinGrowthBound', () => {
  test('holds each step to the one before', () => {
    const held = withinGrowthBound(Float64Array.of(100, 1, -5), 3, 1, Math.LN2);
    [2, 1, 0.5].forEach((value, h) => {
      expect(held[h]).toBeCloseTo(value, 12);
    });
  });
});

describe('growthReach', () => {
  test('lets steady growth go on', () => {
    const doubling = Float64Array.from({ length: 20 }, (_, t) => 2 ** (t / 2));
    expect(growthReach(doubling, 6)[5]).toBeGreaterThan(3 * Math.LN2);
  });

  test('never leaves a factor of 1,000', () => {
    expect(growthReach(Float64Array.of(1, 1000, 1e6), 40)[39]).toBeCloseTo(Math.log(1000), 12);
  });
});
