import { expect, test } from 'vitest';
import { dayInZone } from './day-in-zone.ts';

test.each([
  ['2026-11-22T18:59:59.000Z', '2026-11-22'],
  ['2026-11-22T19:00:00.000Z', '2026-11-23'],
  ['2026-02-28T20:00:00.000Z', '2026-03-01'],
])('at %s it is %s in Karachi', (instant, day) => {
  expect(dayInZone(instant, 'Asia/Karachi')).toBe(day);
});
