import { describe, expect, test } from 'vitest';
import { yearPosition } from './chart-day.ts';

describe('yearPosition', () => {
  test.each([
    ['2025-01-01', 2025],
    ['2024-07-01', 2024 + 182 / 366],
    ['2025-07-01', 2025 + 181 / 365],
    ['2024-12-31', 2024 + 365 / 366],
    ['1900-03-01', 1900 + 59 / 365],
  ])('%s stands at %d', (day, position) => {
    expect(yearPosition(day)).toBe(position);
  });

  test.each(['2025', '2025-13-01', 'June 2025', ''])('rejects %s', (day) => {
    expect(() => yearPosition(day)).toThrow(RangeError);
  });
});
