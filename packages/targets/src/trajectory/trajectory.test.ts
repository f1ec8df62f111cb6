import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { achievedGrowth } from './achieved-growth.ts';
import { burn } from './burn.ts';
import { type Computed, defined, undefinedFor, undefinedWords } from './computed.ts';
import { gap } from './gap.ts';
import { requiredAmountPerYear } from './required-amount-per-year.ts';
import { requiredGrowth } from './required-growth.ts';
import { requiredPath } from './required-path.ts';

const definedValue = (figure: Computed): number => (figure.kind === 'defined' ? figure.value : Number.NaN);
const positive = fc.double({ min: 1, max: 1e5, noNaN: true }); // 1 + g keeps 11 digits of a ratio of 1e-5
const years = fc.integer({ min: 1, max: 30 });

describe('requiredGrowth', () => {
  test('of $3.81bn to $15bn in five years is 31.5 % a year', () => {
    expect(definedValue(requiredGrowth(3.81, 15, 5))).toBeCloseTo(0.315326, 6); // worked example WE171
  });

  test('of $4.6bn to $15bn in five years is 26.7 % a year', () => {
    expect(definedValue(requiredGrowth(4.6, 15, 5))).toBeCloseTo(0.266679, 6); // worked example WE174
  });

  test('compounds back to the value to reach', () => {
    fc.assert(
      fc.property(positive, positive, years, (from, to, n) => {
        expect((from * (1 + definedValue(requiredGrowth(from, to, n))) ** n) / to).toBeCloseTo(1, 6);
      }),
    );
  });

  test('is positive exactly where the value must rise', () => {
    const signed = fc.tuple(positive, positive, years, fc.constantFrom(1, -1));
    fc.assert(
      fc.property(signed, ([from, to, n, sign]) => {
        fc.pre(Math.abs(to / from - 1) > 1e-9);
        expect(Math.sign(definedValue(requiredGrowth(sign * from, sign * to, n)))).toBe(Math.sign(sign * (to - from)));
      }),
    );
  });

  test.each([
    [100, 200, 0, 'no-time-between'],
    [100, 200, -1, 'no-time-between'],
    [0, 200, 5, 'zero-base'],
    [100, 0, 5, 'zero-goal'],
    [-100, 200, 5, 'sign-change'],
  ] as const)('from %d to %d in %d years is undefined: %s', (from, to, n, reason) => {
    expect(requiredGrowth(from, to, n)).toEqual({ kind: 'undefined', reason });
    expect(undefinedWords(reason)).not.toBe('');
  });

  test('refuses what is not a number', () => {
    expect(() => requiredGrowth(Number.NaN, 1, 1)).toThrow(RangeError);
  });
});

describe('requiredAmountPerYear', () => {
  test('is the equal step of the published 68 to 99 in seven years', () => {
    expect(definedValue(requiredAmountPerYear(68, 99, 7))).toBeCloseTo(4.428571429, 9); // worked example WE126
  });

  test('is defined from zero, and not without time', () => {
    expect(requiredAmountPerYear(0, 250, 2.5)).toEqual(defined(100));
    expect(requiredAmountPerYear(0, 250, 0)).toEqual(undefinedFor('no-time-between'));
  });

  test('refuses what is not a number', () => {
    expect(() => requiredAmountPerYear(0, Infinity, 1)).toThrow(RangeError);
  });
});

describe('achievedGrowth', () => {
  const bankSeries = [2619, 2596, 3223, 3800].map((value, i) => ({ year: 2022 + i, value }));

  test('reads its window back from the latest year', () => {
    expect(definedValue(achievedGrowth(bankSeries, 1))).toBeCloseTo(3800 / 3223 - 1, 12);
    expect(definedValue(achievedGrowth(bankSeries.toReversed(), 3))).toBeCloseTo((3800 / 2619) ** (1 / 3) - 1, 12);
  });

  test('does not replace a missing start by a neighbour', () => {
    expect(achievedGrowth(bankSeries, 5)).toEqual(undefinedFor('no-value-at-window-start'));
    expect(achievedGrowth([], 1)).toEqual(undefinedFor('no-value-at-window-start'));
  });
});

describe('burn', () => {
  test('doubles when twice the growth is required', () => {
    expect(burn(defined(0.4), defined(0.2))).toEqual(defined(2));
  });

  test('is undefined where nothing was required or a figure is missing', () => {
    expect(burn(defined(0.1), defined(0))).toEqual(undefinedFor('nothing-required-when-announced'));
    expect(burn(undefinedFor('zero-base'), defined(0.1))).toEqual(undefinedFor('input-undefined'));
  });
});

describe('gap', () => {
  test('is positive where it is good', () => {
    expect(gap(3800, 4200, 'up')).toBe(-400);
    expect(gap(9, 12, 'down')).toBe(3);
  });
});

describe('requiredPath', () => {
  const base = { on: '2025-06-30', value: 3800 };
  const target = { on: '2030-06-30', value: 15_000 };

  test('starts at the base and ends at the target exactly', () => {
    const { shape, points } = requiredPath(base, target);
    expect(shape).toBe('constant-growth');
    expect(points[0]).toEqual({ x: '2025-06-30', y: 3800 });
    expect(points.at(-1)).toEqual({ x: '2030-06-30', y: 15_000 });
    expect(points).toHaveLength(21);
  });

  test('grows by the same factor a day', () => {
    const { points } = requiredPath(base, target);
    const middle = points[10]; // 2027-12-30 or -31: half of 1,826 days
    expect(middle?.y).toBeCloseTo(Math.sqrt(3800 * 15_000), 6);
  });

  test('is a straight line from zero', () => {
    const { shape, points } = requiredPath({ on: '2024-12-01', value: 0 }, { on: '2025-12-01', value: 50 });
    expect(shape).toBe('straight-line');
    expect(points.map((p) => Math.round(p.y))).toEqual([0, 12, 25, 38, 50]);
  });

  test('is empty where the target is not after the base', () => {
    expect(requiredPath(target, base)).toEqual({ shape: 'none', points: [] });
  });
});
