import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOf, yearsBetween } from './day-number.ts';

describe('dayNumber', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['2026-11-22', 20_779],
  ])('of %s is %d', (day, count) => {
    expect(dayNumber(day)).toBe(count);
  });

  test('agrees with the platform calendar both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (count) => {
        const day = new Date(count * 86_400_000).toISOString().slice(0, 10);
        fc.pre(/^\d{4}-/.test(day));
        expect(dayOf(count)).toBe(day);
        expect(dayNumber(day)).toBe(count);
      }),
    );
  });

  test.each(['2025-02-29', '2025-13-01', '2025-6-30', 'FY2025'])('refuses %s', (day) => {
    expect(() => dayNumber(day)).toThrow(RangeError);
  });
});

describe('yearsBetween', () => {
  test('is 5 for five fiscal years, to a thousandth', () => {
    expect(yearsBetween('2025-06-30', '2030-06-30')).toBeCloseTo(5, 2);
  });
});
