import { dayInZone } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { assertKnowable } from './day-asked.ts';

const daysAt = (instant: string, zone: string) => ({ first: '2011-11-02', today: dayInZone(instant, zone), zone });
const noon = daysAt('2026-11-22T07:00:00.000Z', 'Asia/Karachi');

describe('the days that may be asked for', () => {
  test.each(['2011-11-02', '2024-02-29', '2026-11-22'])('hold %s', (day) => {
    expect(() => assertKnowable(day, noon)).not.toThrow();
  });

  test.each(['2023-02-29', '2026-02-30', '2025-13-01', '25-01-01', 'yesterday', ''])(
    'refuse %j, which is no day',
    (day) => {
      expect(() => assertKnowable(day, noon)).toThrow('is no day; write it as YYYY-MM-DD');
    },
  );

  test('refuse a day to come, and one before anything was known', () => {
    expect(() => assertKnowable('2026-11-23', noon)).toThrow(
      'lies in the future; choose a day from 2011-11-02 to 2026-11-22',
    );
    expect(() => assertKnowable('2011-11-01', noon)).toThrow('nothing of this pack was known on 2011-11-01');
    expect(() => assertKnowable('2026-01-01', { ...noon, first: null })).toThrow('nothing of this pack was known');
  });

  test('begin at midnight where the pack lives, not in Greenwich', () => {
    const [before, after] = ['2026-11-22T18:59:59.999Z', '2026-11-22T19:00:00.000Z'];
    expect(() => assertKnowable('2026-11-23', daysAt(before, 'Asia/Karachi'))).toThrow(
      'the present day in Asia/Karachi',
    );
    expect(() => assertKnowable('2026-11-23', daysAt(after, 'Asia/Karachi'))).not.toThrow();
    expect(() => assertKnowable('2026-11-23', daysAt(after, 'UTC'))).toThrow('the present day in UTC');
  });
});
