import {
  bundledPackFolder,
  createEngine,
  type Forecaster,
  forecastSettings,
  loadPack,
  openForecaster,
  type TargetReport,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { findPublishedDocument } from '@hadaf/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const asOf = '2026-11-22';
const database = useTestDatabase();
let forecaster: Forecaster;

function deps(codeVersion: string, seed = forecastSettings.seed) {
  const { db, log } = database;
  const settings = { ...forecastSettings, seed };
  return { db, log, forecaster, settings, codeVersion, today: () => asOf, postsAlerts: false };
}

async function runOnce(slot: string, day: string, codeVersion = 'one'): Promise<void> {
  const engine = createEngine(deps(codeVersion));
  const { runId, shards } = await engine.beginRun({ scheduleId: `weekly_${packId}`, slot, asOf: day });
  for (const shard of shards) {
    await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
}

async function report(targetId: string): Promise<TargetReport> {
  const document = await findPublishedDocument(database.db, packId, `/v1/targets/${targetId}`);
  return JSON.parse(document?.body ?? 'null');
}

beforeAll(async () => {
  forecaster = openForecaster(1);
  await loadPack(database.db, bundledPackFolder());
  await ensurePackSchedule(database.db, packId, '2026-11-22T00:00:00.000Z');
  await runOnce('2026-11-09T01:00:00.000Z', '2025-12-31');
  await runOnce('2026-11-16T01:00:00.000Z', asOf);
});

afterAll(async () => {
  await forecaster.close();
});

describe('the published report', () => {
  test('of $15bn holds its matrix, history, record, year and explanation', async () => {
    const { matrix, claimHistory, trackRecord, yearInProgress, whatItTakes, explanation } = await report('T01');
    const ratio = (years: number) =>
      matrix?.cells.find(
        (cell) =>
          cell.methodId === 'cagr-ratio' && cell.definitionId === 'ict_services_exports' && cell.windowYears === years,
      )?.metric;
    expect([ratio(1), ratio(2), ratio(3)]).toEqual([0.6128, 0.737, 0.5418].map((value) => expect.closeTo(value, 3)));
    expect(claimHistory.length).toBeGreaterThan(10);
    expect(claimHistory.every(({ citation }) => citation.url !== '')).toBe(true);
    expect(trackRecord.length).toBeGreaterThan(4);
    expect(yearInProgress.map(({ label }) => label)).toContain('Needed in each remaining month');
    expect(whatItTakes.length).toBe(3);
    expect(explanation.length).toBeGreaterThan(15);
  });

  test('of an event is overdue with its progress and slips', async () => {
    expect(await report('T46')).toMatchObject({
      status: 'off-track',
      label: 'overdue',
      slips: { totalDays: 316 },
      figures: [
        { label: 'Physical progress, last report', value: 72 },
        { value: 7500, citations: [{ publisher: 'UrduPoint (APP)' }] },
        { value: 70, unit: 'USD mn per year' },
      ],
    });
  });
});
