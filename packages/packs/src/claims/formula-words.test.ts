import { describe, expect, test } from 'vitest';
import { parseFormula } from './formula.ts';
import { amountWords, formulaUnit, formulaWords, numberWords } from './formula-words.ts';
import { around } from './interval.ts';
import type { ResolvedReference } from './resolve-reference.ts';

const named = (reference: string, value: number, unit: string): ResolvedReference => ({
  ...{
    reference,
    quantity: { value, interval: around(value, 0) },
    documentId: 'page',
    name: reference,
    unit,
    end: null,
  },
});
const numbers = new Map(
  [
    named('exports[FY2025]', 2825, 'USD mn'),
    named('exports[FY2024]', 2284, 'USD mn'),
    named('parks[2025]', 44, 'count'),
  ].map((one) => [one.reference, one]),
);
const resolve = (reference: string): ResolvedReference | null => numbers.get(reference) ?? null;

function read(text: string) {
  const formula = parseFormula(text);
  if (!formula) throw new Error(`${text} is no formula`);
  return { words: formulaWords(formula, resolve), unit: formulaUnit(formula, resolve) };
}

describe('a formula in words', () => {
  test.each([
    ['(exports[FY2025] / exports[FY2024] - 1) * 100', '(2,825 ÷ 2,284 − 1) × 100', 'percent'],
    ['exports[FY2025] - exports[FY2024]', '2,825 − 2,284', 'USD mn'],
    ['exports[FY2025] - (exports[FY2024] - 100)', '2,825 − (2,284 − 100)', 'USD mn'],
    ['exports[FY2024] * 9 / 6', '2,284 × 9 ÷ 6', 'USD mn'],
    ['exports[FY2025] / exports[FY2024]', '2,825 ÷ 2,284', 'ratio'],
    ['exports[FY2025] / parks[2025]', '2,825 ÷ 44', ''],
    ['parks[2025]', '44', 'count'],
  ])('%s is %s in %s', (text, words, unit) => {
    expect(read(text)).toEqual({ words, unit });
  });

  test('keeps the digits a number was printed with', () => {
    expect([2825, 1.12, -0.5, 600_000, 23.68652].map(numberWords)).toEqual([
      '2,825',
      '1.12',
      '−0.5',
      '600,000',
      '23.6865',
    ]);
  });

  test.each([
    [2825, 'USD mn', '$2,825 million'],
    [15_000, 'USD mn per year', '$15,000 million'],
    [23.7, 'percent', '23.7\u00a0%'],
    [13, 'percent of GDP', '13\u00a0% of GDP'],
    [43, 'count', '43'],
    [200, 'mn', '200 million'],
    [2, 'rank', 'rank 2'],
  ])('%d %s is %s', (value, unit, words) => {
    expect(amountWords(value, unit)).toBe(words);
  });
});
