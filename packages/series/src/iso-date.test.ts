import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, daysBetween, isIsoDate, isoDateOfDayNumber } from './iso-date.ts';

describe('day arithmetic', () => {
  test.each([
    ['1970-01-01', 0],
    ['2000-03-01', 11_017],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
  ])('%s is day %d', (date, number) => {
    expect(dayNumber(date)).toBe(number);
    expect(isoDateOfDayNumber(number)).toBe(date);
  });
  test('numbers and dates are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (n) => dayNumber(isoDateOfDayNumber(n)) === n),
    );
  });
  test('agrees with the platform’s calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 100_000 }), (n) => {
        expect(isoDateOfDayNumber(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
  test('a day after 28 February depends on the year', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(daysBetween('2024-07-01', '2025-06-30')).toBe(364);
  });
  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '25-01-01', '2025-1-1', '', '2025-06-31'])(
    '%s is no day',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );
});
