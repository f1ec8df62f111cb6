import { describe, expect, test } from 'vitest';
import { periodLength } from './period-length.ts';

const calendar = { firstMonth: 7 };

describe('periodLength', () => {
  test.each([
    ['2025-03-01', '2025-03-31', 'month'],
    ['2024-07-01', '2024-09-30', 'quarter'],
    ['2024-07-01', '2025-03-31', 'year-to-date'],
    ['2024-07-01', '2025-06-30', 'year'],
    ['2025-01-01', '2025-12-31', 'year'],
    ['2025-01-01', '2025-02-28', null],
    ['2025-03-01', '2025-03-30', null],
    ['2024-07-01', '2026-06-30', null],
  ])('%s to %s is a %s', (start, end, length) => {
    expect(periodLength({ start, end }, calendar)).toBe(length);
  });
});
