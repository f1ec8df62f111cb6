import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  bundledPackFolder,
  createEngine,
  type Figure,
  type Forecaster,
  forecastSettings,
  loadPack,
  openForecaster,
  type TargetReport,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { type Reporting, startReporting } from '@hadaf/reporting';
import { formatCalculated, formatProbability, formatQuantity, quantityUnit } from '@hadaf/series';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../services/cli/src/published.ts';
import { targetLines } from '../../services/cli/src/terminal/target-lines.ts';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const asOf = '2026-11-22';
const cli = join(import.meta.dirname, '../../services/cli/src/main.ts');
const database = useTestDatabase();
let forecaster: Forecaster;
let reporting: Reporting;
let ids: string[];

const text = async (path: string, accept = '*/*') =>
  (await fetch(`${reporting.address}${path}`, { headers: { accept } })).text();
const api = async (id: string): Promise<TargetReport> => JSON.parse(await text(`/v1/targets/${id}`));
/** RFC 4180, by the book: a record ends with CRLF, a quoted cell may hold anything. */
function rowsOf(csv: string): Record<string, string>[] {
  const records = csv.split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter((record) => record !== '');
  const [head = [], ...rows] = records.map((record) =>
    [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    ),
  );
  return rows.map((cells) => Object.fromEntries(head.map((column, i) => [column, cells[i] ?? ''])));
}
/** As a reader sees it: without markup, its characters as they are. */
const plain = (page: string) =>
  page
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

beforeAll(async () => {
  const { db, log } = database;
  forecaster = openForecaster(2);
  await loadPack(db, bundledPackFolder());
  const scheduleId = await ensurePackSchedule(db, packId, `${asOf}T00:00:00.000Z`);
  const settings = { settings: forecastSettings, codeVersion: 'one', today: () => asOf, postsAlerts: false };
  const engine = createEngine({ db, log, forecaster, ...settings });
  const { runId, shards } = await engine.beginRun({ scheduleId, slot: `${asOf}T01:00:00.000Z`, asOf });
  for (const shard of shards) {
    await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
  reporting = await startReporting({
    ...{ db, packId, host: '127.0.0.1', port: 0, log },
    enqueueProjection: async () => undefined,
  });
  ids = JSON.parse(await text('/v1/targets')).targets.map(({ targetId }: { targetId: string }) => targetId);
}, 240_000);

afterAll(async () => {
  await reporting.close();
  await forecaster.close();
});

/** What TRACKING §2 asks of every target, as its report holds it. */
function figuresOf({ latest, figures, endedYear, yearInProgress, whatItTakes }: TargetReport): Figure[] {
  return [
    ...(latest && !figures.some(({ label }) => label === latest.label) ? [latest] : []),
    ...figures,
    ...endedYear,
    ...yearInProgress,
    ...whatItTakes,
  ];
}

test('every target has the same digits on page, API and CSV', { timeout: 240_000 }, async () => {
  expect(ids.length).toBeGreaterThan(60);
  const all = rowsOf(await text('/v1/targets.csv'));
  for (const id of ids) {
    const report = await api(id);
    const rows = rowsOf(await text(`/v1/targets/${id}.csv`));
    expect(all.filter(({ target }) => target === id)).toEqual(rows);
    const page = plain(await text(`/targets/${id}`, 'text/html'));
    for (const { label, value, unit } of figuresOf(report)) {
      const row = rows.find(({ figure }) => figure === label);
      expect([id, label, row?.['value'], row?.['unit']]).toEqual([
        id,
        label,
        value === null ? '' : String(value),
        unit,
      ]);
      const shown = value === null ? '' : formatQuantity(value, unit);
      expect([id, label, row?.['shown']]).toEqual([id, label, shown]);
      expect(page, `${id} ${label}`).toContain(shown);
    }
    for (const { level, lower, upper } of report.interval) {
      const bounds = ['lower', 'upper'].map((end) => `${Math.round(level * 100)} % interval, ${end}`);
      const cells = bounds.map((name) => rows.find(({ figure }) => figure === name));
      expect(cells.map((cell) => cell?.['value'])).toEqual([lower, upper].map(String));
      expect(page, `${id} ${level}`).toContain(cells.map((cell) => cell?.['shown']).join(''));
    }
    if (report.probability) {
      const { atDate, byDate } = report.probability;
      const chance = (name: string) => rows.find(({ figure }) => figure === name)?.['value'];
      expect([chance('Probability at the date'), chance('Probability by the date')]).toEqual(
        [atDate, byDate].map(String),
      );
      expect(page).toContain(formatProbability(atDate));
    }
    for (const { known_by: day, sources, figure } of rows) {
      expect(day, `${id} ${figure}`).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const source of (sources ?? '').split(' ').filter(Boolean)) expect(source).toMatch(/^(?:https?|document):/);
    }
    const shownFigures = figuresOf(report);
    for (const { title, value, worked, number } of report.explanation) {
      const same = shownFigures.filter(({ label }) => label === title);
      if (same.length > 0) expect([id, title, same.map((figure) => figure.value)]).toEqual([id, title, [value]]);
      if (worked !== '') expect(page, `${id} step ${number}`).toContain(`${worked} = ${formatCalculated(value ?? 0)}`);
    }
  }
});

/** The line of a table in the terminal that a figure stands in, without what draws the table. */
const rowIn = (printed: string, label: string, shown: string) =>
  printed
    .split('\n')
    .map((row) => row.split('│').map((cell) => cell.trim()))
    .find(([, name, value]) => name === label && value === shown);

test('every target has the same digits in the terminal, in its index, and in its chart’s table', async () => {
  const index = JSON.parse(await text('/v1/targets'));
  for (const id of ids) {
    const report = await api(id);
    expect(JSON.parse((await readDocument(database.db, `/v1/targets/${id}`)) ?? '')).toEqual(report);
    const summary = index.targets.find(({ targetId }: { targetId: string }) => targetId === id);
    expect(report).toMatchObject(summary);
    const printed = targetLines(report);
    for (const { label, value, unit } of figuresOf(report)) {
      expect([id, label, rowIn(printed, label, formatQuantity(value ?? Number.NaN, unit))]).not.toContain(undefined);
    }
    const page = plain(await text(`/targets/${id}`, 'text/html'));
    for (const { level, period, lower, upper } of report.interval) {
      const [from, to] = [lower, upper].map((bound) => formatQuantity(bound, quantityUnit(report.unit)));
      expect(printed).toContain(`${Math.round(level * 100)} % interval ${period}: ${from} to ${to}`);
      expect(page, id).toContain(`${from}${to}`);
    }
    if (report.probability) {
      const [at, by] = [report.probability.atDate, report.probability.byDate].map(formatProbability);
      expect(printed).toContain(`P at the date ${at}, by the date ${by}`);
    }
    if (report.matrix) for (const said of [printed, page]) expect(said, id).toContain(report.matrix.summary);
    for (const { sentences } of report.years) expect(printed).toContain(sentences.join(' '));
    const { chart } = report.yearToDate ?? {};
    if (!chart) continue;
    const known = chart.year.points.at(-1);
    const so = report.yearInProgress.find(({ label }) => label === 'Year in progress, so far');
    const lands = report.yearInProgress.find(({ label }) => label === 'Where that year lands');
    expect([id, known?.y ?? null, chart.landing?.median]).toEqual([id, so?.value, lands?.value]);
    for (const { points } of [chart.year, ...chart.earlier]) {
      for (const { y } of points) expect(page, id).toContain(formatQuantity(y, quantityUnit(chart.unit)));
    }
  }
}, 240_000);

test.each(['T01', 'T02', 'T30', 'T46', 'T23'])(
  'the terminal prints %s as the API has it',
  { timeout: 120_000 },
  async (id) => {
    const env = {
      ...process.env,
      DATABASE_URL: database.connectionString,
      HADAF_STATE_DIR: mkdtempSync(join(tmpdir(), 'hadaf-digits-')),
    };
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [cli, 'target', id, '--json'], { env, maxBuffer: 1 << 26 });
    const report = await api(id);
    expect(JSON.parse(stdout)).toEqual(report);
    const words = await run(process.execPath, [cli, 'target', id], { env, maxBuffer: 1 << 26 });
    expect(words.stdout).toBe(`${targetLines(report)}\n`);
  },
);
