import fastify from 'fastify';
import { expect, test } from 'vitest';
import { publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import type { DayStamp } from '../published/days.ts';
import { HeldRun } from '../published/published-cache.ts';
import { markRun } from './published-page.ts';

const differing = Array.from({ length: 5000 }, (_, i) => `target_${i}`);
const day: DayStamp = {
  kind: 'published',
  ...{ runId: '0198f3a2', asOf: '2026-03-01', knownOn: '2026-03-01', codeVersion: null },
  ...{ madeAt: '2026-11-22T08:00:00.000Z', query: 'as_of=2026-03-01', hasOther: true },
  comparison: { targets: 5000, differing },
};

test('a header line names a few of the targets that differ: readers and proxies take some kilobytes', async () => {
  const app = fastify();
  const held = new HeldRun(publishedFixture);
  const run = { runId: day.runId, unconfirmedSince: null, day, ...{ find: () => held.find('/') } };
  const rest = { findEarlier: run.find, remember: held.remember.bind(held) };
  app.get('/', (_request, reply) => markRun(reply, { ...run, ...rest }).send('as it was'));
  const differs = (await app.inject('/')).headers['hadaf-replay-differs'];
  expect(differs).toMatch(/^target_0, target_1, .* \+4988$/);
  expect(String(differs).length).toBeLessThan(500);
});
