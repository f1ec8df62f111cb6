import { expect, test } from 'vitest';
import type { DayStamp } from '../published/days.ts';
import { dayView } from './day-view.ts';
import { errorPage } from './error-page.ts';

const stamp: DayStamp = {
  kind: 'replayed',
  ...{ runId: '0198f3a2', asOf: '2026-03-01', knownOn: '2026-03-01', codeVersion: null },
  ...{ madeAt: '2026-11-22T08:00:00.000Z', query: 'as_of=2026-03-01', hasOther: false, comparison: null },
};

test.each([
  ['en', '/ur?as_of=2026-03-01', '<time datetime="2026-03-01">1\u00a0Mar\u00a02026</time>'],
  ['ur', '/?as_of=2026-03-01', '<time datetime="2026-03-01">1 مارچ 2026</time>'],
] as const)('a page of a day in %s leads to the same day in the other language', (language, address, day) => {
  const page = dayView(errorPage(404, 'Not found', 'There is nothing at this address.', language), stamp);
  expect(page).toContain(`class="tongue" href="${address}"`);
  expect(page).toContain(day);
  expect(page).toMatch(/<a href="\?">(The present page|موجودہ صفحہ)<\/a>/);
  expect(page).not.toMatch(/<time[^>]*><time/);
});
