import {
  bundledPackFolder,
  createEngine,
  type EngineDeps,
  type Forecaster,
  forecastSettings,
  loadPack,
  observe,
  openForecaster,
  readCodeVersion,
} from '@hadaf/engine';
import { ensurePackSchedule, openQueues, type Queues } from '@hadaf/jobs';
import { type Reporting, startReporting } from '@hadaf/reporting';
import { findDocumentOfRun, listPublishedPaths, listSchedules, setNextAt } from '@hadaf/store';
import { startWorker } from '@hadaf/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

// A replay is waited for, and machines differ.
const patience = 240_000;

const packId = 'pakistan-it';
const today = new Date().toISOString().slice(0, 10);
const database = useTestDatabase();
let forecaster: Forecaster;
let queues: Queues;
let reporting: Reporting;
let worker: { close: () => Promise<void> };
let closed: Promise<void> | undefined;
const runs: Record<string, string> = {};

const page = { accept: 'text/html' };
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${reporting.address}${path}`, { headers, redirect: 'manual' });

/** Lets the replay in hand end; later calls wait for the first. */
function closeWorker(): Promise<void> {
  closed ??= worker.close();
  return closed;
}

/** Asks until a worker has answered. */
async function answered(path: string, headers: Record<string, string> = {}): Promise<Response> {
  await expect
    .poll(async () => (await get(path, headers)).status, { timeout: patience / 2, interval: 250 })
    .not.toBe(202);
  const response = await get(path, headers);
  // A refusal would read as a report without its fields.
  if (response.status >= 400 && response.status !== 404) throw new Error(`${path}: ${await response.text()}`);
  return response;
}

async function run(deps: EngineDeps, day: string, slot: string): Promise<string> {
  const engine = createEngine(deps);
  const { runId, shards } = await engine.beginRun({ scheduleId: `weekly_${packId}`, slot, asOf: day });
  for (const shard of shards) {
    await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
  return runId;
}

beforeAll(async () => {
  const { db, log, connectionString } = database;
  forecaster = openForecaster(2);
  await loadPack(db, bundledPackFolder());
  await ensurePackSchedule(db, packId, `${today}T00:00:00.000Z`);
  const codeVersion = readCodeVersion();
  const deps = { db, log, forecaster, settings: forecastSettings, codeVersion, today: () => today, postsAlerts: false };
  runs['then'] = await run(deps, '2025-12-31', '2026-11-01T01:00:00.000Z');
  runs['now'] = await run(deps, today, '2026-11-02T01:00:00.000Z');
  for (const { id } of await listSchedules(db)) await setNextAt(db, id, '2099-01-01T00:00:00.000Z');
  const config = { redisUrl: null, webhookUrl: null, webhookSecret: null };
  worker = await startWorker({ config, connectionString, db, engine: createEngine(deps), log });
  queues = await openQueues({ db, log, databaseUrl: connectionString, redisUrl: null });
  reporting = await startReporting({
    ...{ db, packId, host: '127.0.0.1', port: 0, log },
    enqueueProjection: (id) => queues.enqueueProjection(id),
    askInquiry: (question) => queues.askInquiry(question),
  });
}, 300_000);

afterAll(async () => {
  await reporting.close();
  await queues.close();
  await closeWorker();
  await forecaster.close();
}, patience);

describe('a day with a run', () => {
  test('is served as it was published, byte for byte', async () => {
    const runId = runs['then'] ?? '';
    const paths = (await listPublishedPaths(database.db, runId)).filter((path) =>
      /targets|claims|conflicts|indicators/.test(path),
    );
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const response = await get(`${path}?as_of=2025-12-31`);
      expect([path, response.status, response.headers.get('hadaf-run')]).toEqual([path, 200, runId]);
      expect(await response.text()).toBe((await findDocumentOfRun(database.db, runId, path))?.body);
    }
  });

  test.each(['/', '/targets/T01', '/claims', '/conflicts', '/indicators', '/indicators/ict_services_exports'])(
    'says on %s that it was published',
    async (path) => {
      const response = await get(`${path}?as_of=2025-12-31`, page);
      const body = await response.text();
      expect(response.status).toBe(200);
      expect(body).toMatch(/As known on .*31\u00a0Dec\u00a02025.*, as published on/s);
      expect(body).toContain(`<code>${runs['then']}</code>`);
    },
  );

  test('keeps its links on that day, and leaves the present alone', async () => {
    const body = await (await get('/?as_of=2025-12-31', page)).text();
    expect(body).toContain('href="/targets/T01?as_of=2025-12-31"');
    expect(body.match(/href="\/targets\/[^"?]*"/g)).toBeNull();
    const present = await (await get('/', page)).text();
    expect(present).not.toContain('as published on');
    expect(present).toContain('href="/targets/T01"');
    expect(present).toContain(`href="?as_of=${today}"`);
  });
});

describe('a day without a run', { timeout: patience }, () => {
  const day = '2025-08-31';

  test('is computed by a worker, once, and then served at once', async () => {
    const first = await get(`/v1/targets/T01?as_of=${day}`);
    expect([first.status, first.headers.get('retry-after')]).toEqual([202, '2']);
    const location = first.headers.get('location') ?? '';
    expect(location).toMatch(/^\/v1\/inquiries\/[0-9a-f-]{36}$/);
    const again = await get(`/v1/claims?as_of=${day}`);
    if (again.status === 202) expect(again.headers.get('location')).toBe(location);
    const report = await (await answered(`/v1/targets/T01?as_of=${day}`)).json();
    expect(report).toMatchObject({ targetId: 'T01', asOf: day, runId: expect.stringMatching(/^replay-2025-08-31-/) });
    expect(await (await get(location)).json()).toMatchObject({ state: 'done', reason: null });
    for (const path of ['/v1/targets', '/v1/claims', '/v1/conflicts', '/v1/targets/T01']) {
      const response = await get(`${path}?as_of=${day}`);
      expect([path, response.status, (await response.json()).asOf]).toEqual([path, 200, day]);
    }
  });

  test('shows people a page that looks again by itself, then the replay', async () => {
    const waiting = await get('/targets/T01?as_of=2025-07-31', page);
    expect([waiting.status, waiting.headers.get('refresh')]).toEqual([202, '2']);
    expect(await waiting.text()).toContain('Being computed');
    const body = await (await answered('/targets/T01?as_of=2025-07-31', page)).text();
    expect(body).toMatch(/As known on .*31\u00a0Jul\u00a02025.*replayed on .* by today’s code/s);
  });

  test('does not know a target that was announced later', async () => {
    const response = await answered(`/v1/targets/T99?as_of=${day}`);
    expect(await response.json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining(`no target T99 was known on ${day}`),
    });
  });
});

test.each([
  ['2099-01-01', /lies in the future; choose a day from .* to /],
  ['1990-01-01', /nothing of this pack was known on 1990-01-01; choose a day from /],
  ['yesterday', /"yesterday" is no day; write it as YYYY-MM-DD/],
  ['2025-02-30', /is no day/],
])('as_of=%s is refused, with the days there are', async (asOf, words) => {
  const program = await get(`/v1/targets?as_of=${asOf}`);
  expect([program.status, program.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(await program.json()).toMatchObject({ code: 'REQUEST_INVALID', detail: expect.stringMatching(words) });
  const person = await get(`/?as_of=${asOf}`, page);
  expect(person.status).toBe(400);
  expect(await person.text()).toContain('The request cannot be used');
});

describe('why a number changed, over HTTP', { timeout: patience }, () => {
  test('since the run before is published with the run', async () => {
    const change = await (await get('/v1/targets/T01/change')).json();
    expect(change).toMatchObject({ from: { runId: runs['then'], asOf: '2025-12-31' }, to: { runId: runs['now'] } });
    const sum = change.parts.reduce(
      (total: number, { probability }: { probability: number }) => total + probability,
      0,
    );
    expect(sum).toBeCloseTo(change.to.probability - change.from.probability, 12);
    const body = await (await get('/targets/T01', page)).text();
    expect(body).toContain('What changed since the last run');
  });

  test('between any two is computed by a worker and kept', async () => {
    const path = '/v1/targets/T01/change?from=2024-12-31&to=2025-12-31';
    expect((await get(path)).status).toBe(202);
    const change = await (await answered(path)).json();
    expect(change).toMatchObject({ from: { asOf: '2024-12-31', runId: null }, to: { runId: runs['then'] } });
  });

  test.each([
    ['T02', 'from=2025-12-31', 'SERIES_NOT_FOUND', 404],
    ['T01', 'from=nonsense', 'REQUEST_INVALID', 400],
    ['T999', 'from=2025-12-31', 'TARGET_NOT_FOUND', 404],
  ])('of %s with %s is refused with %s', async (id, query, code, status) => {
    const response = await get(`/v1/targets/${id}/change?${query}`);
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });
});

test('a replay equals what a run of that day then publishes', { timeout: patience }, async () => {
  const { db, log } = database;
  const codeVersion = readCodeVersion();
  const deps = {
    db,
    log,
    forecaster,
    settings: forecastSettings,
    codeVersion,
    today: () => today,
    postsAlerts: false,
  };
  const ids = ['T01', 'T23', 'T30', 'T03'];
  // One question: the others would each count as one until it is in line.
  await answered('/v1/targets?as_of=2025-09-30');
  const replayed = await Promise.all(
    ids.map(async (id) => (await answered(`/v1/targets/${id}?as_of=2025-09-30`)).json()),
  );
  expect(replayed.map(({ targetId }) => targetId)).toEqual(ids);
  const runId = await run(deps, '2025-09-30', '2026-11-03T01:00:00.000Z');
  for (const report of replayed) {
    const published = await (await get(`/v1/targets/${report.targetId}?as_of=2025-09-30`)).json();
    expect(published.runId).toBe(runId);
    const own = (one: { runId: string; caveats: string[]; alerts: unknown }) => ({
      ...one,
      ...{
        ...{ runId: '', urdu: null },
        alerts: [],
        caveats: one.caveats.filter((caveat) => !caveat.startsWith('Readings of wording')),
      },
    });
    expect(own(published)).toEqual(own(report));
  }
});

test('a value loaded since makes another replay of the same day, which the old one does not answer', {
  timeout: patience,
}, async () => {
  const path = '/v1/targets/T01?as_of=2026-06-30';
  const before = await (await answered(path)).json();
  await observe(database.db, {
    ...{ indicatorId: 'ict_services_exports', period: '2026-03', value: '$402m', qualifier: null, note: '' },
    ...{ source: 'https://example.org/march', publisher: 'Example', publishedOn: '2026-04-20', agency: 'SBP' },
    ...{ author: 'a test', origin: 'a test', today },
  });
  const after = await (await answered(path)).json();
  expect(after.runId).not.toBe(before.runId);
  expect(after.dataThrough).toBe('2026-03-31');
});

// Nobody works by then: what is asked for here need not be computed.
describe('an address that asks for many days', () => {
  beforeAll(closeWorker, patience);

  test('is asked to wait', async () => {
    const days = Array.from({ length: 14 }, (_, i) => `2024-03-${String(i + 10)}`);
    const statuses: number[] = [];
    for (const day of days) statuses.push((await get(`/v1/targets?as_of=${day}`)).status);
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 202).length).toBeLessThanOrEqual(10);
  });
});
