import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundledPackFolder,
  type EngineDeps,
  type Forecaster,
  forecastSettings,
  keepReplay,
  loadPack,
  observe,
  openForecaster,
  readCodeVersion,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { CodedError } from '@hadaf/platform';
import { type Reporting, startReporting } from '@hadaf/reporting';
import { listPublishedPaths } from '@hadaf/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveRunTo, publishOn } from './publish-on.ts';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const today = new Date().toISOString().slice(0, 10);
/** No report became public between the first run's day and the quiet day; several did by the busy one. */
const days = { first: '2025-12-29', quiet: '2025-12-30', busy: '2026-02-10', second: '2026-04-29' } as const;
const addresses = ['/', '/targets/T01', '/ur/targets/T01', '/claims', '/conflicts', '/indicators', '/v1/targets.csv'];
const page = { accept: 'text/html' };

const database = useTestDatabase();
const main = join(import.meta.dirname, '../../services/cli/src/main.ts');
/** What readers got while the first run was the newest, by address. */
const shown = new Map<string, string>();
let folder: string;
let forecaster: Forecaster;
let reporting: Reporting;
let runs: { first: string; second: string };

const get = (path: string) => fetch(`${reporting.address}${path}`, { headers: page, redirect: 'manual' });

function hadaf(...args: string[]): Promise<{ out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: database.connectionString, HADAF_STATE_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env, maxBuffer: 1e8 }, (_error, out, err) => resolve({ out, err }));
  });
}

function depsOf(): EngineDeps {
  const { db, log } = database;
  const made = { settings: forecastSettings, codeVersion: readCodeVersion(), postsAlerts: false };
  return { db, log, forecaster, ...made, today: () => today };
}

/** A page as it was before it was said on which day it is shown. */
function withoutDay(body: string, query: string): string {
  return body
    .replace(/<div><p class="notice" role="status">.*?<\/p><\/div>/s, '')
    .replaceAll(`&amp;${query}`, '')
    .replaceAll(new RegExp(`(href="/[^"?]*)\\?${query}`, 'g'), '$1');
}

beforeAll(async () => {
  const { db, log } = database;
  folder = mkdtempSync(join(tmpdir(), 'hadaf-between-'));
  forecaster = openForecaster(2);
  await loadPack(db, bundledPackFolder());
  await ensurePackSchedule(db, packId, `${today}T00:00:00.000Z`);
  const refused = () => Promise.reject(new CodedError('QUEUE_UNAVAILABLE', 'no worker in this test'));
  const asked = { enqueueProjection: refused, askInquiry: refused };
  reporting = await startReporting({ db, packId, host: '127.0.0.1', port: 0, log, ...asked });
  const first = await publishOn(depsOf(), packId, days.first, '2026-11-01T01:00:00.000Z');
  await moveRunTo(db, first, `${days.first}T05:00:00.000Z`);
  const paths = (await listPublishedPaths(db, first)).filter((path) => !path.endsWith('/change'));
  for (const path of [...addresses, ...paths]) shown.set(path, await (await get(path)).text());
  await observe(db, {
    ...{ indicatorId: 'ict_services_exports', period: '2026-03', value: '$402m', qualifier: null, note: '' },
    ...{ source: 'https://example.org/march', publisher: 'Example', publishedOn: '2026-04-20', agency: 'SBP' },
    ...{ author: 'a test', origin: 'a test', today },
  });
  const second = await publishOn(depsOf(), packId, days.second, '2026-11-02T01:00:00.000Z');
  // Half past midnight of the next day in Karachi, still the same day in Greenwich.
  await moveRunTo(db, second, `${days.second}T19:30:00.000Z`);
  runs = { first, second };
  for (const day of [days.quiet, days.busy]) await keepReplay(depsOf(), packId, day);
}, 600_000);

afterAll(async () => {
  await reporting.close();
  await forecaster.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a day between two runs', () => {
  const query = `as_of=${days.busy}`;

  test('shows every document of the first, byte for byte', async () => {
    const documents = [...shown].filter(([path]) => path.startsWith('/v1/'));
    expect(documents.length).toBeGreaterThan(40);
    for (const [path, body] of documents) {
      const response = await get(`${path}?${query}`);
      expect([path, response.headers.get('hadaf-run')]).toEqual([path, runs.first]);
      expect(await response.text()).toBe(body);
    }
  });

  test.each(addresses.filter((path) => !path.startsWith('/v1/')))('shows the page %s as it was', async (path) => {
    const body = await (await get(`${path}?${query}`)).text();
    expect(body).toContain(runs.first);
    expect(withoutDay(body, query)).toBe(shown.get(path));
  });

  test('says which run, when and by which code, and what else there is', async () => {
    const response = await get(`/targets/T01?${query}`);
    const { headers } = response;
    expect(headers.get('hadaf-day')).toBe(
      `2026-02-10; published; known-on=${days.first}; made-at=${days.first}T05:00:00.000Z`,
    );
    expect(headers.get('hadaf-code')).toBe(readCodeVersion());
    const body = (await response.text()).replaceAll('\u00a0', ' ');
    expect(body).toMatch(/As shown on .*10 Feb 2026.*: as known on .*29 Dec 2025.*, as published on .*29 Dec 2025/s);
    expect(body).toContain(`href="?as_of=${days.busy}&amp;replay=1"`);
  });

  test('answers the scenarios that were answered then', async () => {
    const { scenarios } = JSON.parse(shown.get('/v1/targets/T01') ?? '');
    const asked = await (await get(`/v1/scenarios?target=T01&${query}`)).json();
    expect(asked.map(({ answer }: { answer: unknown }) => answer)).toEqual(scenarios);
    expect(scenarios.length).toBeGreaterThan(0);
    const [{ id, name }] = scenarios;
    expect(await (await get(`/v1/scenarios/compare?target=T01&id=${id}&${query}`)).json()).toEqual([scenarios[0]]);
    const one = await get(`/v1/scenarios/${encodeURIComponent(`T01/${name}`)}?${query}`);
    expect((await one.json()).answer).toEqual(scenarios[0]);
    expect((await get(`/v1/scenarios/none?${query}`)).status).toBe(404);
  });

  test('ends with the day of the second run where the pack lives', async () => {
    const run = async (day: string) => (await get(`/v1/targets?as_of=${day}`)).headers.get('hadaf-run');
    expect([await run('2026-04-28'), await run('2026-04-30')]).toEqual([runs.first, runs.second]);
  });
});

describe('the replay of such a day', () => {
  const said = (report: Record<string, unknown>) => {
    const { figures, probability, status, matrix, fan, rollOut, yearToDate, interval, latest } = report;
    // A verdict may count the days since a date.
    const verdict = String(report['verdict']).replace(/\d+ days ago/, 'days ago');
    return { figures, probability, status, verdict, matrix, fan, rollOut, yearToDate, interval, latest };
  };

  test('has the same figures and chart data while code and data are the same', async () => {
    const { targets } = await (await get(`/v1/targets?as_of=${days.quiet}`)).json();
    expect(targets.length).toBeGreaterThan(40);
    for (const { targetId } of targets) {
      const address = `/v1/targets/${targetId}?as_of=${days.quiet}`;
      const published = await (await get(address)).json();
      const replayed = await (await get(`${address}&replay=1`)).json();
      expect(replayed.runId).toMatch(/^replay-2025-12-30-/);
      expect(said(replayed)).toEqual(said(published));
    }
  });

  test.each([
    [days.quiet, /^no$/, 'Run and replay agree on every figure of its'],
    [days.busy, /T01/, 'Run and replay differ on'],
  ])('of %s says whether it differs', async (day, ids, words) => {
    for (const query of [`as_of=${day}`, `as_of=${day}&replay=1`]) {
      const response = await get(`/?${query}`);
      expect(response.headers.get('hadaf-replay-differs')).toMatch(ids);
      expect(await response.text()).toContain(words);
    }
  });

  test('keeps its links on the day and on the replay', async () => {
    const body = await (await get(`/?as_of=${days.busy}&replay=1`)).text();
    expect(body).toContain(`href="/targets/T01?as_of=${days.busy}&amp;replay=1"`);
    expect(body).toContain(`<a href="?as_of=${days.busy}">As published</a>`);
  });

  test.each([
    ['/v1/targets?replay=1', 'replay needs the day to replay'],
    ['/v1/targets?asof=2026-01-02', 'unknown parameter asof; this address takes as_of, replay'],
    ['/v1/targets/T01/change?from=2025-12-31&as_of=2026-01-02', 'from and to name both days'],
  ])('is asked for by its day: %s is refused', async (path, words) => {
    const response = await get(path);
    expect([response.status, (await response.json()).detail]).toEqual([400, expect.stringContaining(words)]);
  });
});

describe('in the terminal', () => {
  test('a day between two runs is the first run’s, and a replay says where it differs', {
    timeout: 120_000,
  }, async () => {
    const published = await hadaf('target', 'T01', '--as-of', days.busy, '--json');
    expect(JSON.parse(published.out)).toEqual(JSON.parse(shown.get('/v1/targets/T01') ?? ''));
    expect(published.err).toContain(
      `As shown on ${days.busy}: as known on ${days.first}, as published by run ${runs.first}`,
    );
    expect(published.err).toMatch(/Run and replay differ on \d+ of \d+ targets: .*T01/);
    const replayed = await hadaf('target', 'T01', '--as-of', days.busy, '--replay', '--json');
    expect(JSON.parse(replayed.out)).toMatchObject({ asOf: days.busy, runId: expect.stringMatching(/^replay-/) });
    expect(replayed.err).toContain(`not what run ${runs.first.slice(0, 8)} published`);
  });

  test('runs are listed as they stood', { timeout: 60_000 }, async () => {
    const { out } = await hadaf('runs', '--as-of', days.busy, '--json');
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ id: runs.first, state: 'done', isShown: true })]);
    const before = await hadaf('runs', '--as-of', '2025-06-30');
    expect(before).toMatchObject({ out: '', err: expect.stringContaining('no run had been asked for by the end of') });
  });
});
