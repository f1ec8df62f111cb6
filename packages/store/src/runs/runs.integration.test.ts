import type { Target } from '@hadaf/targets';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertDocuments } from '../ledger/documents.ts';
import { upsertPack } from '../ledger/packs.ts';
import { insertTargets } from '../ledger/targets.ts';
import {
  insertAlert,
  insertAlertDelivery,
  listAlerts,
  lockDueDeliveries,
  markDelivered,
  markDeliveryFailed,
  type NewAlert,
} from './alerts.ts';
import { insertAssessment, listAssessmentHistory, listAssessments, type NewAssessment } from './assessments.ts';
import { findForecast, insertForecast, listForecasts, type NewForecast } from './forecasts.ts';
import { listRunProgress, setRunProgress } from './run-progress.ts';
import { completeRunShard, insertRunShards, listRunShards } from './run-shards.ts';
import { createRun, failRun, findPreviousRun, finishRun, getRun, listRuns, type Run, startRun } from './runs.ts';

const forecast: NewForecast = {
  ...{
    seriesId: 'exports_fy',
    vintage: '2026-11-22',
    configHash: 'c1',
    origin: '2026-06-30',
  },
  ...{ periodEnds: ['2027-06-30', '2028-06-30'], levels: [0.1, 0.5, 0.9] },
  ...{
    quantiles: Float64Array.of(1, 2, 3, 1.5, 2.5, 0.1 + 0.2),
    median: Float64Array.of(2, 2.5),
  },
  models: [{ name: 'theta', weight: 1, leftOut: null, parameters: { alpha: 0.3 } }],
  request: { seed: 7, values: [1, 2] },
};

describe('runs', () => {
  const database = useTestDatabase();
  let count = 0;
  let run: Run;

  const newRun = () => {
    count += 1;
    const asked = {
      key: `start_${count}`,
      packId: 'pk',
      asOf: '2026-11-22',
      configHash: 'c1',
    };
    return createRun(database.db, { ...asked, trigger: 'start' });
  };
  const assessment = (targetId: string): NewAssessment => ({
    ...{
      targetId,
      targetVersion: 1,
      vintage: '2026-11-22',
      configHash: `c${count}`,
      status: 'at-risk',
    },
    ...{
      reason: 'slow',
      probability: { atDate: 0.25, byDate: 0.5 },
      forecastId: null,
      detail: { list: [1] },
      provenance: { codeVersion: 'one', settings: { seed: 1 }, ledgerMark: '7' },
    },
  });

  beforeAll(async () => {
    await upsertPack(database.db, {
      id: 'pk',
      title: 'Pakistan IT',
      contentHash: 'a',
    });
    const document = {
      id: 'd',
      title: 't',
      publisher: 'p',
      url: 'https://d.example',
      publishedOn: null,
    };
    await upsertDocuments(database.db, [document]);
    const claim: Omit<Target, 'id'> = {
      ...{
        title: '15bn',
        indicatorId: 'exports',
        measure: null,
        notMeasurableBecause: 'test',
        value: 15,
      },
      ...{
        unit: 'USD bn',
        direction: 'up',
        kind: 'level',
        due: [],
        dueWording: '',
        baselineWording: '',
      },
      ...{
        announcedOn: null,
        knownBy: '2025-01-01',
        announcedBy: '',
        documentId: 'd',
        note: '',
        standing: 'official',
      },
    };
    const targets = ['T01', 'T02'].map((id) => ({ ...claim, id }));
    await insertTargets(database.db, 'pk', targets);
  });

  beforeEach(async () => {
    run = (await newRun()).run;
  });

  test('are made once a key', async () => {
    const { key, packId, trigger, asOf, configHash } = run;
    const again = await createRun(database.db, {
      key,
      packId,
      trigger,
      asOf,
      configHash,
    });
    expect(again).toEqual({ run, isNew: false });
    expect(run).toMatchObject({
      state: 'queued',
      asOf: '2026-11-22',
      error: null,
      finishedAt: null,
    });
  });

  test('go from queued by running to done and stay there', async () => {
    await startRun(database.db, run.id);
    await failRun(database.db, run.id, { code: 'RUN_FAILED', message: 'lost' });
    expect(await getRun(database.db, run.id)).toMatchObject({
      state: 'failed',
      error: { code: 'RUN_FAILED' },
    });
    await startRun(database.db, run.id);
    await finishRun(database.db, run.id);
    const done = await getRun(database.db, run.id);
    expect(done).toMatchObject({ state: 'done', error: null });
    await startRun(database.db, run.id);
    await failRun(database.db, run.id, { code: 'RUN_FAILED', message: 'late' });
    expect(await getRun(database.db, run.id)).toEqual(done);
  });

  test('know the finished run before them', async () => {
    await finishRun(database.db, run.id);
    const next = (await newRun()).run;
    const unfinished = (await newRun()).run;
    expect(await findPreviousRun(database.db, unfinished)).toMatchObject({
      id: run.id,
    });
    expect(await listRuns(database.db, { packId: 'pk', limit: 2 })).toEqual([unfinished, next]);
    expect((await listRuns(database.db, { packId: 'pk', state: 'done', limit: 1 }))[0]?.id).toBe(run.id);
    const missing = '00000000-0000-4000-8000-000000000000';
    await expect(getRun(database.db, missing)).rejects.toMatchObject({
      code: 'RUN_NOT_FOUND',
    });
  });

  test('never lose progress to a late report', async () => {
    for (const done of [1, 3, 2])
      await setRunProgress(database.db, run.id, {
        stage: 'fit',
        done,
        total: 5,
      });
    expect(await listRunProgress(database.db, run.id)).toEqual([{ stage: 'fit', done: 3, total: 5 }]);
  });

  test('see none left from exactly one of the shards that finish together', async () => {
    const shards = Array.from({ length: 8 }, (_, i) => [`T${i}`]);
    await insertRunShards(database.db, run.id, shards);
    await insertRunShards(database.db, run.id, shards);
    const finish = (shard: number) =>
      database.db.transaction().execute((transaction) => completeRunShard(transaction, run.id, shard));
    const left = await Promise.all(shards.map((_, shard) => finish(shard)));
    expect(left.map((shard) => shard.remaining).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(await finish(3)).toEqual({ total: 8, remaining: 0 });
    expect((await listRunShards(database.db, run.id)).every((shard) => shard.isDone)).toBe(true);
  });

  test('store a forecast once, every bit of it', async () => {
    const id = await insertForecast(database.db, run.id, forecast);
    const other = { ...forecast, median: [9, 9] };
    expect(await insertForecast(database.db, (await newRun()).run.id, other)).toBe(id);
    const stored = await findForecast(database.db, id);
    const [quantiles, median] = [Array.from(forecast.quantiles), Array.from(forecast.median)];
    expect(stored).toEqual({
      ...forecast,
      id,
      runId: run.id,
      quantiles,
      median,
    });
    expect(await listForecasts(database.db, [id])).toEqual([stored]);
    await expect(
      insertForecast(database.db, run.id, {
        ...forecast,
        configHash: 'c2',
        levels: [0.5],
      }),
    ).rejects.toThrow(/forecast_check/);
  });

  test('share an assessment that did not change', async () => {
    const given = assessment('T01');
    const first = await insertAssessment(database.db, run.id, given);
    expect(await insertAssessment(database.db, run.id, given)).toEqual({
      id: first.id,
      isNew: false,
    });
    const later = (await createRun(database.db, { ...run, key: `${run.key}_again` })).run;
    expect(await insertAssessment(database.db, later.id, given)).toEqual({
      id: first.id,
      isNew: false,
    });
    await insertAssessment(database.db, later.id, {
      ...assessment('T02'),
      probability: null,
    });
    expect(await listAssessments(database.db, run.id)).toEqual([
      { ...given, id: first.id, createdAt: expect.any(String) },
    ]);
    expect((await listAssessments(database.db, later.id)).map((a) => [a.targetId, a.probability])).toEqual([
      ['T01', { atDate: 0.25, byDate: 0.5 }],
      ['T02', null],
    ]);
    expect((await listAssessmentHistory(database.db, 'T01', 1))[0]?.id).toBe(first.id);
  });

  test('raise an alert once and deliver it until it is given up', async () => {
    const later = (await newRun()).run;
    const alert: NewAlert = {
      ...{
        targetId: 'T01',
        previousRunId: run.id,
        runId: later.id,
        from: 'on-track',
        to: 'at-risk',
      },
      ...{ reason: 'new data', raisedOn: '2026-11-22' },
    };
    const { id } = await insertAlert(database.db, alert);
    expect(await insertAlert(database.db, alert)).toEqual({ id, isNew: false });
    await insertAlertDelivery(database.db, id, 'webhook');
    await insertAlertDelivery(database.db, id, 'webhook');
    const due = (now: string) => lockDueDeliveries(database.db, { now, limit: 10 });
    const [delivery, ...more] = await due('2100-01-01T00:00:00Z');
    expect(more).toEqual([]);
    expect(delivery).toMatchObject({
      channel: 'webhook',
      attempts: 0,
      alert: { ...alert, id },
    });
    const deliveryId = delivery?.id ?? '';
    const nextAttemptAt = '2099-01-01T00:00:00Z';
    await markDeliveryFailed(database.db, deliveryId, {
      error: 'HTTP 500',
      nextAttemptAt,
    });
    expect(await due('2098-12-31T00:00:00Z')).toEqual([]);
    expect((await due(nextAttemptAt))[0]?.attempts).toBe(1);
    await markDeliveryFailed(database.db, deliveryId, {
      error: 'HTTP 410',
      nextAttemptAt: null,
    });
    expect(await due('2100-01-01T00:00:00Z')).toEqual([]);
    await markDelivered(database.db, deliveryId);
    expect(await listAlerts(database.db, { targetId: 'T01', limit: 5 })).toEqual([
      { ...alert, id, ruleId: 'status-worsened', transition: 'raised' },
    ]);
    expect(await listAlerts(database.db, { targetId: 'T02', limit: 5 })).toEqual([]);
  });
});
