import { describe, expect, test } from 'vitest';
import { formulaValues } from './formula-values.ts';

const columns = new Map([
  ['t', Float64Array.of(2027, 2028)],
  ['forecast', Float64Array.of(100, 110)],
]);

describe('formulaValues', () => {
  test('evaluates a formula without parameters row by row', async () => {
    const found = await formulaValues('forecast * 1.1 + (t - 2027)', columns);
    expect(found.kind === 'values' && [...found.values]).toEqual([110.00000000000001, 122.00000000000001]);
  });

  test('evaluates a constant to every row', async () => {
    const found = await formulaValues('5', columns);
    expect(found.kind === 'values' && [...found.values]).toEqual([5, 5]);
  });

  test.each<[string, string]>([
    ['a*t', 'unknown-name'],
    ['1 +', 'not-a-formula'],
    ['import("fs")', 'unknown-function'],
    ['t.constructor', 'not-allowed'],
    ['[1, 2]', 'not-allowed'],
    ['x = 3', 'not-allowed'],
    ['eval(t)', 'unknown-function'],
  ])('refuses %s as %s', async (text, reason) => {
    expect(await formulaValues(text, columns)).toMatchObject({ kind: 'refused', reason });
  });

  test('refuses a text that is too long', async () => {
    expect(await formulaValues('1'.repeat(501), columns)).toMatchObject({ reason: 'too-long' });
  });
});
