import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundledPackFolder,
  createEngine,
  type Engine,
  type EngineDeps,
  type Forecaster,
  forecastSettings,
  type IndexReport,
  isPublishedRunCurrent,
  type LoadedPack,
  loadPack,
  openForecaster,
  replay,
  type TargetReport,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { startReporting } from '@hadaf/reporting';
import {
  findDocumentOfRun,
  findPack,
  findPublication,
  findPublishedDocument,
  getProjection,
  insertProjection,
  listAlerts,
} from '@hadaf/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const asOf = '2026-11-22';
const database = useTestDatabase();
let forecaster: Forecaster;
let engine: Engine;
let folder: string;
let pack: LoadedPack['pack'];

function deps(codeVersion: string): EngineDeps {
  const { db, log } = database;
  return { db, log, forecaster, settings: forecastSettings, codeVersion, today: () => asOf, postsAlerts: true };
}

async function runOnce(use: Engine, slot: string, day = asOf): Promise<{ runId: string; alertIds: readonly string[] }> {
  const { runId, shards } = await use.beginRun({ scheduleId: `weekly_${packId}`, slot, asOf: day });
  for (const shard of shards) {
    await use.assessShard({ runId, shard });
    await use.finishShard({ runId, shard });
  }
  return { runId, ...(await use.publishRun(runId)) };
}

async function report(targetId: string): Promise<TargetReport> {
  const document = await findPublishedDocument(database.db, packId, `/v1/targets/${targetId}`);
  return JSON.parse(document?.body ?? 'null');
}

/** Every row that a run leaves, without what names the moment it was written. */
async function dump(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from assessment) as assessments, (select count(*)::int from forecast) as forecasts,
      (select count(*)::int from run) as runs, (select count(*)::int from alert) as alerts,
      (select md5(string_agg(path || etag, ',' order by run_id, path)) from published_document) as documents`.execute(
    database.db,
  );
  return rows;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hadaf-pack-'));
  cpSync(bundledPackFolder(), folder, { recursive: true });
  forecaster = openForecaster(1);
  engine = createEngine(deps('one'));
  pack = (await loadPack(database.db, folder)).pack;
  await ensurePackSchedule(database.db, packId, '2026-11-22T00:00:00.000Z');
});

afterAll(async () => {
  await forecaster.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('loading the pack', () => {
  test('twice changes nothing', async () => {
    const again = await loadPack(database.db, folder);
    expect(again.isChanged).toBe(false);
  });

  test('keeps the schedule it states', async () => {
    const path = join(folder, 'pack.yaml');
    const stated = readFileSync(path, 'utf8');
    writeFileSync(path, stated.replace('0 6 * * 1', '30 9 * * *'));
    await loadPack(database.db, folder);
    expect((await findPack(database.db, packId))?.schedule).toEqual({ cron: '30 9 * * *', zone: 'Asia/Karachi' });
    writeFileSync(path, stated);
    await loadPack(database.db, folder);
    expect((await findPack(database.db, packId))?.schedule).toEqual(pack.schedule);
  });

  test('with a fault loads nothing and names it', async () => {
    const path = join(folder, 'observations.csv');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, `${sound}ict_services_exports,2026-03-01,2026-03-31,$0.4bn,exact,0,SBP,nowhere,,,accepted,\n`);
    const before = await dump();
    await expect(loadPack(database.db, folder)).rejects.toMatchObject({
      code: 'PACK_INVALID',
      message: expect.stringContaining('has 1 fault; nothing'),
      faults: expect.arrayContaining([expect.stringContaining(`observations.csv row ${pack.observations.length + 2}`)]),
    });
    expect(await dump()).toEqual(before);
    writeFileSync(path, sound);
  });
});

describe('a run', () => {
  test('publishes an assessment of every target', async () => {
    const { runId } = await runOnce(engine, '2026-11-16T01:00:00.000Z');
    expect(await findPublication(database.db, packId)).toMatchObject({ runId });
    const index = await findPublishedDocument(database.db, packId, '/v1/targets');
    expect(JSON.parse(index?.body ?? '{}').targets).toHaveLength(pack.targets.length);
    expect(await report('T01')).toMatchObject({ status: 'off-track', runId, asOf });
    expect(await report('T02')).toMatchObject({ status: 'not-measurable' });
  });

  test('delivered twice changes nothing', async () => {
    const before = await dump();
    const { alertIds } = await runOnce(engine, '2026-11-16T01:00:00.000Z');
    expect(alertIds).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  test('of an earlier day sees what was known then, and an older run does not take the page back', async () => {
    const newer = await runOnce(engine, '2026-11-23T01:00:00.000Z', '2024-12-31');
    expect((await report('T20')).latest?.value).toBe(3223);
    await engine.publishRun((await runOnce(engine, '2026-11-16T01:00:00.000Z')).runId);
    expect(await findPublication(database.db, packId)).toMatchObject({ runId: newer.runId });
  });

  test('replayed on that day gives what was published then', async () => {
    const { runId } = await runOnce(engine, '2026-11-24T01:00:00.000Z', '2025-08-31');
    const again = await replay(deps('one'), packId, '2025-08-31');
    const ofToday = `Readings of wording and measurement are those of ${asOf}, not of the day shown.`;
    for (const { caveats, urdu, ...replayed } of again.reports) {
      expect(caveats.at(-1)).toBe(ofToday);
      const { [ofToday]: urduOfToday, ...words } = urdu;
      expect(urduOfToday).toContain('22 نومبر 2026');
      const published = await findDocumentOfRun(database.db, runId, `/v1/targets/${replayed.targetId}`);
      expect(JSON.parse(published?.body ?? 'null')).toEqual(
        JSON.parse(JSON.stringify({ ...replayed, urdu: words, caveats: caveats.slice(0, -1), runId })),
      );
    }
    expect(again.index.targets.length).toBeGreaterThan(40);
  });

  test('of a day to come is refused', async () => {
    await expect(replay(deps('one'), packId, '2026-11-23')).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringContaining(`today is ${asOf}`),
    });
  });

  test('does not know the plan of a later document', async () => {
    const before = await replay(deps('one'), packId, '2025-06-08');
    expect(before.reports.find(({ targetId }) => targetId === 'T33')?.rollOut).toBeNull();
    expect(before.reports.some(({ targetId }) => targetId === 'T30')).toBe(false);
  });

  test('raises one alert for a target that worsened, with the reason', async () => {
    await runOnce(engine, '2026-11-30T01:00:00.000Z');
    const path = join(folder, 'targets.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^(T26a,.*?,)4200(,USD mn)/m, '$19000$2'));
    expect((await loadPack(database.db, folder)).changes).toMatchObject({ targets: 1, observations: 0 });
    const { runId, alertIds } = await runOnce(engine, '2026-12-07T01:00:00.000Z');
    const [alert] = await listAlerts(database.db, { targetId: 'T26a', limit: 1 });
    expect(alert).toMatchObject({ runId, from: 'on-track', to: 'off-track', raisedOn: asOf });
    expect(alert?.reason).toMatch(/^Worsened from on track to off track, 2 bands down\. unlikely, probability/);
    expect(alertIds).toEqual([alert?.id]);
    expect((await engine.publishRun(runId)).alertIds).toEqual(alertIds);
    expect((await report('T26a')).alerts).toHaveLength(1);
  });
});

describe('a shard that cannot be assessed', () => {
  test('leaves its targets on the page, with the reason', async () => {
    const slot = { scheduleId: `weekly_${packId}`, slot: '2026-12-14T01:00:00.000Z', asOf };
    const failing = createEngine(deps('two'));
    const { runId, shards } = await failing.beginRun(slot);
    const [lost, ...others] = shards;
    for (const shard of others) {
      await failing.assessShard({ runId, shard });
      await failing.finishShard({ runId, shard });
    }
    expect(await failing.failShard({ runId, shard: lost ?? 0, reason: 'out of memory' })).toEqual({ allDone: true });
    await failing.publishRun(runId);
    const index = await findPublishedDocument(database.db, packId, '/v1/targets');
    const { targets }: IndexReport = JSON.parse(index?.body ?? 'null');
    expect(targets).toHaveLength(pack.targets.length);
    expect(targets.some(({ reason }) => reason === 'its assessment failed: out of memory')).toBe(true);
    expect(await isPublishedRunCurrent(deps('two'), packId)).toBe(false);
  });

  test('gives each of them a page in both languages', async () => {
    const { db, log, store } = database;
    const enqueueProjection = async () => undefined;
    const place = { packId, importToken: null, host: '127.0.0.1', port: 0 };
    const reporting = await startReporting({ db, pool: store.pool, log, enqueueProjection, ...place });
    const { rows } = await sql<{
      target_id: string;
    }>`select target_id from assessment where reason like '%out of memory'`.execute(db);
    expect(rows.length).toBeGreaterThan(0);
    for (const { target_id: id } of rows) {
      const pages = await Promise.all(
        ['', '/ur'].map((language) => fetch(`${reporting.address}${language}/targets/${id}`)),
      );
      expect(
        pages.map(({ status }) => status),
        id,
      ).toEqual([200, 200]);
      const [english, urdu] = await Promise.all(pages.map((page) => page.text()));
      expect(english).toContain('could not be assessed in this run: out of memory');
      expect(urdu).toContain('جانچا نہیں جا سکا');
    }
    await reporting.close();
  });

  test('is assessed when the slot is run again', async () => {
    const { runId } = await runOnce(createEngine(deps('two')), '2026-12-21T01:00:00.000Z');
    expect(await findPublication(database.db, packId)).toMatchObject({ runId });
    const index = await findPublishedDocument(database.db, packId, '/v1/targets');
    expect(index?.body).not.toContain('its assessment failed');
    expect(await isPublishedRunCurrent(deps('two'), packId)).toBe(true);
  });
});

describe('a projection', () => {
  test('of a target answers with its verdict and outlook', async () => {
    const id = await insertProjection(database.db, { targetId: 'T01', horizon: 6 });
    await engine.project(id, async () => undefined);
    const { state, result } = await getProjection(database.db, id);
    expect(state).toBe('done');
    expect(result).toMatchObject({
      indicatorId: 'ict_services_exports',
      periods: ['FY2026', 'FY2027', 'FY2028', 'FY2029', 'FY2030', 'FY2031', 'FY2032'].map((label) => ({ label })),
      target: { targetId: 'T01', status: 'off-track' },
    });
  });

  test('of a target planned under an earlier claim answers as the page does', async () => {
    const id = await insertProjection(database.db, { targetId: 'T33' });
    await engine.project(id, async () => undefined);
    const { targetId, status, verdict, probability, figures } = await report('T33');
    const { result } = await getProjection(database.db, id);
    expect(figures).toContainEqual(expect.objectContaining({ label: 'SPI, in units' }));
    expect(result).toMatchObject({ target: { targetId, status, verdict, probability, figures } });
  });

  test('gives the same numbers twice', async () => {
    const ids = [0, 1].map(() => insertProjection(database.db, { indicatorId: 'ict_services_exports', horizon: 3 }));
    const results = [];
    for (const id of await Promise.all(ids)) {
      await engine.project(id, async () => undefined);
      results.push((await getProjection(database.db, id)).result);
    }
    expect(results[0]).toEqual(results[1]);
  });

  test('of what has no series says why', async () => {
    const id = await insertProjection(database.db, { targetId: 'T02' });
    await expect(engine.project(id, async () => undefined)).rejects.toMatchObject({ code: 'SERIES_NOT_FOUND' });
  });
});
