import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateFormula, parseFormula, type Quantity, referencesOf } from './formula.ts';
import { around } from './interval.ts';

const numbers: Readonly<Record<string, Quantity>> = {
  'exports[Jul-Mar FY2025]': { value: 2825, interval: around(2825, 0.5) },
  'exports[Jul-Mar FY2024]@page': { value: 2284, interval: around(2284, 0.5) },
  'claim[S4-05]': { value: 400, interval: { lower: 400, upper: Number.POSITIVE_INFINITY } },
};

function work(text: string): Quantity | null {
  const formula = parseFormula(text);
  return formula && evaluateFormula(formula, (reference) => numbers[reference] ?? null);
}

describe('a formula', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['12 / 2 / 3', 2],
    ['(exports[Jul-Mar FY2025] / exports[Jul-Mar FY2024]@page - 1) * 100', (2825 / 2284 - 1) * 100],
  ])('%s is %d', (text, value) => {
    expect(work(text)?.value).toBeCloseTo(value, 12);
  });
  test.each(['', '1 +', '(1', '1 2', 'exports', 'exports[FY2025', '2 ^ 3', 'f(1)', '1)', '-1', 'import("x")'])(
    '%s is refused',
    (text) => {
      expect(parseFormula(text)).toBeNull();
    },
  );
  test('of an unknown number has no value', () => {
    expect(work('exports[FY1999] + 1')).toBeNull();
  });
  test('names its references', () => {
    const formula = parseFormula('exports[FY2025] - target[T04] / 2');
    expect(formula && referencesOf(formula)).toEqual(['exports[FY2025]', 'target[T04]']);
  });
  test('carries printed precision through', () => {
    expect(work('exports[Jul-Mar FY2025] - exports[Jul-Mar FY2024]@page')?.interval).toEqual({
      lower: 540,
      upper: 542,
    });
  });
  test('a divisor bounded below bounds the quotient above', () => {
    expect(work('779 / claim[S4-05]')?.interval).toEqual({ lower: Number.NEGATIVE_INFINITY, upper: 779 / 400 });
  });
  test('its value lies in its interval', () => {
    const number = fc.integer({ min: 1, max: 1000 });
    const operator = fc.constantFrom('+', '-', '*', '/');
    fc.assert(
      fc.property(number, operator, number, operator, number, (a, first, b, second, c) => {
        const worked = work(`${a} ${first} ${b} ${second} ${c}`);
        expect(
          worked && worked.interval.lower <= worked.value + 1e-9 && worked.value <= worked.interval.upper + 1e-9,
        ).toBe(true);
      }),
    );
  });
});
