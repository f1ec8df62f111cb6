import { expect, test } from 'vitest';
import { yearsBetween } from './years-between.ts';

test('five fiscal years are 5 years, to a thousandth', () => {
  expect(yearsBetween('2025-06-30', '2030-06-30')).toBeCloseTo(5, 2);
  expect(yearsBetween('2030-06-30', '2025-06-30')).toBeLessThan(0);
});
