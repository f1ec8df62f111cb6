import { describe, expect, test } from 'vitest';
import { readAsOf, today } from './as-of.ts';

describe('readAsOf', () => {
  test('is the present day unless another is given', () => {
    expect(readAsOf(undefined)).toBe(today());
    expect(readAsOf('2024-02-29')).toBe('2024-02-29');
  });

  test.each(['2023-02-29', '2025-13-01', '25-01-01', 'yesterday', ''])('refuses %j, which is no day', (written) => {
    expect(() => readAsOf(written)).toThrow('existing day');
  });

  test('refuses a day to come', () => {
    expect(() => readAsOf('9999-12-31')).toThrow('lies in the future');
  });
});
