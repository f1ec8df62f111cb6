import { expect, test } from 'vitest';
import { formatDay, withDays } from './day.ts';

test.each([
  ['2025-07-19', '19\u00a0Jul\u00a02025'],
  ['2025-02-30', '2025-02-30'],
  ['yesterday', 'yesterday'],
])('%s is written %s', (day, words) => {
  expect(formatDay(day)).toBe(words);
});

test('days inside a text are written as people write them, impossible ones as they stand', () => {
  expect(withDays('from 2025-01-05 to 2025-02-30')).toBe('from 5\u00a0Jan\u00a02025 to 2025-02-30');
});
