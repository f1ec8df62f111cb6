import {
  bundledPackFolder,
  createEngine,
  type EngineDeps,
  type Forecaster,
  forecastSettings,
  isPublishedRunCurrent,
  loadPack,
  observe,
  openForecaster,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { getRun, listAssessments } from '@hadaf/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const database = useTestDatabase();
let forecaster: Forecaster;

beforeAll(() => {
  forecaster = openForecaster(1);
});
afterAll(() => forecaster.close());

test('results made after a change of the ledger are labelled with it, and the run is not current', async () => {
  const { db, log } = database;
  const { pack } = await loadPack(db, bundledPackFolder());
  const scheduleId = await ensurePackSchedule(db, packId, '2026-11-22T00:00:00.000Z');
  const settings = { settings: forecastSettings, codeVersion: 'one', today: () => '2026-11-22', postsAlerts: false };
  const deps: EngineDeps = { db, log, forecaster, ...settings };
  const engine = createEngine(deps);
  const { runId, shards } = await engine.beginRun({ scheduleId, slot: '2026-11-22T01:00:00.000Z', asOf: '2026-11-22' });
  const [first, ...others] = shards;
  await engine.assessShard({ runId, shard: first ?? 0 });
  await observe(db, {
    ...{ indicatorId: 'ict_services_exports', period: '2026-03', value: '400', qualifier: null, note: '' },
    ...{ source: 'https://example.org/march', publisher: 'Example', publishedOn: '2026-04-20', agency: 'SBP' },
    ...{ author: 'a test', origin: 'a test', today: '2026-11-22' },
  });
  for (const shard of others) await engine.assessShard({ runId, shard });
  for (const shard of shards) await engine.finishShard({ runId, shard });
  await engine.publishRun(runId);
  const assessments = await listAssessments(db, runId);
  const run = await getRun(db, runId);
  const own = assessments.filter(({ configHash }) => configHash === run.configHash);
  expect(assessments).toHaveLength(pack.targets.length);
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(assessments.length);
  expect(await isPublishedRunCurrent(deps, packId)).toBe(false);
});
