import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathQuantiles } from './path-quantiles.ts';
import { arrivalDistribution, pathSums, probabilityAtDate, probabilityByDate, probabilityWithin } from './paths.ts';

const set = { paths: Float64Array.of(1, 5, 2, 2, 3, 4, 6, 1, 1, 0, 0, 0), horizon: 3 };

describe('probabilityAtDate', () => {
  test('is the share of paths at the threshold or beyond', () => {
    expect(probabilityAtDate(set, 1, 2)).toBe(0.5);
    expect(probabilityAtDate(set, 3, 2)).toBe(0.5);
    expect(probabilityAtDate(set, 3, 0, 'down')).toBe(0.25);
  });

  test.each([0, 4, 1.5])('rejects step %d', (step) => {
    expect(() => probabilityAtDate(set, step, 1)).toThrow(RangeError);
  });
});

describe('probabilityWithin', () => {
  test('counts both ends of the range', () => {
    expect(probabilityWithin(set, 2, 1, 3)).toBe(0.5);
    expect(probabilityWithin(set, 2, 0, 5)).toBe(1);
  });
});

describe('probabilityByDate', () => {
  test('counts a path once it has been there', () => {
    expect(probabilityByDate(set, 1, 5)).toBe(0.25);
    expect(probabilityByDate(set, 3, 5)).toBe(0.5);
  });

  test('is never below the probability at the date', () => {
    const paths = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(paths, fc.integer({ min: 1, max: 3 }), fc.constantFrom('up', 'down'), (values, step, direction) => {
        const drawn = { paths: Float64Array.from(values), horizon: 3 };
        const at = probabilityAtDate(drawn, step, 1, direction);
        return probabilityByDate(drawn, step, 1, direction) >= at - 1e-12;
      }),
    );
  });
});

describe('arrivalDistribution', () => {
  test('gives each path to the step of its first arrival', () => {
    expect([...arrivalDistribution(set, 4)]).toEqual([0.25, 0.25, 0.25]);
  });
});

describe('pathSums', () => {
  test('adds the known part to the sum of the steps', () => {
    expect([...pathSums(set, 2, 3, 10)]).toEqual([17, 17, 12, 10]);
  });
});

describe('pathQuantiles', () => {
  test('uses the R-7 method per step', () => {
    expect([...pathQuantiles(set.paths, 3, [0, 0.5, 1])]).toEqual([0, 1.5, 6, 0, 2, 5, 0, 1.5, 4]);
  });
});
