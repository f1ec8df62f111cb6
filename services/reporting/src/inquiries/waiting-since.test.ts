import { expect, test } from 'vitest';
import { waitingSince } from './waiting-since.ts';

const createdAt = '2026-11-22T08:00:00.000Z';

test.each([
  ['queued', '2026-11-22T08:00:19.999Z', null],
  ['queued', '2026-11-22T08:00:20.000Z', createdAt],
  ['running', '2026-11-22T09:00:00.000Z', null],
  ['done', '2026-11-22T09:00:00.000Z', null],
] as const)('a question %s at %s waits since %s', (state, now, since) => {
  expect(waitingSince({ state, createdAt }, now)).toBe(since);
});
