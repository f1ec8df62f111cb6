import { expect, test } from 'vitest';
import { compensatedDot } from './compensated-sum.ts';

test('keeps what plain summation loses', () => {
  const x = Float64Array.of(9, 1e16, 1, -1e16);
  expect(compensatedDot(x, 1, Float64Array.of(1, 1, 1))).toBe(1);
});

test('keeps the low half of a product', () => {
  const near = 1 + 2 ** -27;
  expect(compensatedDot(Float64Array.of(near, -1), 0, Float64Array.of(near, 1 + 2 ** -26))).toBe(2 ** -54);
});
