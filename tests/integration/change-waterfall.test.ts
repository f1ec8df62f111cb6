import {
  bundledPackFolder,
  type ChangeReport,
  createEngine,
  explainChange,
  type Forecaster,
  forecastSettings,
  loadPack,
  observe,
  openForecaster,
  overrule,
  type TargetReport,
} from '@hadaf/engine';
import { ensurePackSchedule } from '@hadaf/jobs';
import { findDocumentOfRun, insertTargets, listReadings, listRunShards, listTargets } from '@hadaf/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const packId = 'pakistan-it';
const asOf = '2026-11-22';
const series = 'ict_services_exports';
const database = useTestDatabase();
let forecaster: Forecaster;
let slot = 0;

function deps({ codeVersion = 'one', seed = forecastSettings.seed } = {}) {
  const { db, log } = database;
  const settings = { ...forecastSettings, seed };
  return { db, log, forecaster, settings, codeVersion, today: () => asOf, postsAlerts: false };
}

/** A run of the targets of the exports series, published; its id. */
async function run(day: string, made: Parameters<typeof deps>[0] = {}): Promise<string> {
  const engine = createEngine(deps(made));
  slot += 1;
  const instant = new Date(Date.UTC(2026, 10, slot)).toISOString();
  const { runId } = await engine.beginRun({ scheduleId: `weekly_${packId}`, slot: instant, asOf: day });
  for (const { shard, targetIds } of await listRunShards(database.db, runId)) {
    if (targetIds.some((id) => ['T01', 'T901', 'T902'].includes(id))) await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
  return runId;
}

/** P and the middle of the forecast as a run published them. */
async function published(runId: string) {
  const document = await findDocumentOfRun(database.db, runId, '/v1/targets/T01');
  const report: TargetReport = JSON.parse(document?.body ?? 'null');
  const central = report.figures.find(({ label }) => label === 'Expected value')?.value;
  return { probability: report.probability?.atDate, central };
}

function expectExact({ from, to, parts }: ChangeReport): void {
  const sum = (key: 'probability' | 'central') => parts.reduce((total, part) => total + part[key], 0);
  expect(sum('probability')).toBeCloseTo(to.probability - from.probability, 12);
  expect(sum('central')).toBeCloseTo(to.central - from.central, 6);
}

const why = (from: string, to: string, made: Parameters<typeof deps>[0] = {}) =>
  explainChange(deps(made), { targetId: 'T01', from, to });

const observeMonth = (period: string, value: string) =>
  observe(database.db, {
    ...{ indicatorId: series, period, value, qualifier: null, note: '', source: `https://example.org/${period}` },
    ...{
      publisher: 'Example',
      publishedOn: '2026-04-20',
      agency: 'SBP',
      author: 'a test',
      origin: 'a test',
      today: asOf,
    },
  });

const runs: Record<string, string> = {};

beforeAll(async () => {
  forecaster = openForecaster(2);
  const { db } = database;
  await loadPack(db, bundledPackFolder());
  await ensurePackSchedule(db, packId, '2026-11-22T00:00:00.000Z');
  runs['year before'] = await run('2025-12-31');
  runs['first'] = await run(asOf);
  await observeMonth('2026-03', '$402m');
  runs['observed'] = await run(asOf);
  const reading = (await listReadings(db, series)).find(({ observation }) =>
    observation.documentId.startsWith('example'),
  );
  if (!reading) throw new Error('the month observed is on record');
  await overrule(db, { id: reading.id, status: 'rejected', reason: 'a test', author: 'a test', origin: 'a test' });
  runs['overruled'] = await run(asOf);
  const target = (await listTargets(db, packId)).find((version) => version.target.id === 'T01')?.target;
  if (!target) throw new Error('the pack has T01');
  await insertTargets(db, packId, [
    { ...target, value: 9000 },
    { ...target, id: 'T902', title: 'defined anew' },
  ]);
  runs['smaller target'] = await run(asOf, { codeVersion: 'two' });
  runs['another seed'] = await run(asOf, { codeVersion: 'two', seed: 7 });
  const other = { indicatorId: 'freelancer_remittances', assumption: null };
  await insertTargets(db, packId, [
    { ...target, id: 'T901', title: 'added since', value: 8000 },
    { ...target, id: 'T902', title: 'defined anew', measure: other, indicatorId: other.indicatorId },
  ]);
  // A pack that is loaded changes the configuration's hash; here another code version does.
  runs['another definition'] = await run(asOf, { codeVersion: 'three', seed: 7 });
}, 300_000);

afterAll(() => forecaster.close());

const of = (name: string): string => runs[name] ?? '';
const causesOf = ({ parts }: ChangeReport) => [...new Set(parts.map(({ cause }) => cause))];

describe('why a number moved between two runs', () => {
  test.each([
    ['year before', 'first', ['new-data', 'revisions']],
    ['first', 'observed', ['late-rows']],
    ['observed', 'overruled', ['readings']],
    ['first', 'overruled', []],
    ['overruled', 'smaller target', ['target', 'code']],
    ['smaller target', 'another seed', ['settings']],
    ['year before', 'another seed', ['new-data', 'revisions', 'target', 'settings', 'code']],
    ['observed', 'year before', ['new-data', 'revisions']],
  ])('from %s to %s is split exactly, by its causes', async (from, to, causes) => {
    const report = await why(of(from), of(to));
    expectExact(report);
    expect(report.from).toMatchObject({ runId: of(from), ...(await published(of(from))) });
    expect(report.to).toMatchObject({ runId: of(to), ...(await published(of(to))) });
    expect(causesOf(report)).toEqual(causes);
    // The code did not change, only its name: nothing is left to it.
    expect(report.parts.find(({ cause }) => cause === 'code')?.probability ?? 0).toBe(0);
  });

  test('names each document and period that told the forecast something', async () => {
    const { parts } = await why(of('year before'), of('first'));
    expect(parts.length).toBeLessThanOrEqual(7);
    const told = parts.filter(({ probability }) => probability !== 0);
    expect(told.length).toBeGreaterThan(1);
    for (const { reports } of told) expect(reports.length).toBeGreaterThan(0);
    expect(parts.flatMap(({ reports }) => reports).every(({ knownBy }) => knownBy > '2025-12-31')).toBe(true);
  });

  test('shows the month observed on the same day with the day it became known', async () => {
    const { parts, summary } = await why(of('first'), of('observed'));
    expect(parts[0]).toMatchObject({
      cause: 'late-rows',
      reports: [{ period: 'Mar 2026', value: 402, knownBy: '2026-04-20' }],
    });
    expect(summary).toContain('rows loaded since');
  });

  test('the other way round changes every sign', async () => {
    const forth = await why(of('year before'), of('smaller target'));
    const back = await why(of('smaller target'), of('year before'));
    expectExact(back);
    const turned = forth.parts.map(({ label, probability, central }) => ({
      label,
      probability: probability === 0 ? 0 : -probability,
      central: central === 0 ? 0 : -central,
    }));
    expect(back.parts).toMatchObject(turned);
  });

  test('the noise of another seed bounds what another seed did', async () => {
    const { parts, seedNoise } = await why(of('smaller target'), of('another seed'));
    expect(seedNoise).toBeGreaterThan(0);
    expect(seedNoise).toBeLessThan(0.05);
    expect(Math.abs(parts[0]?.probability ?? 1)).toBeLessThan(5 * seedNoise);
  });

  test('is told between the last two without being asked for any', async () => {
    const { from, to } = await explainChange(deps(), { targetId: 'T01' });
    expect([from.runId, to.runId]).toEqual([of('another seed'), of('another definition')]);
  });

  test('of a target that is measured by another series since is split exactly, the claim a part of it', async () => {
    const made = deps({ codeVersion: 'three', seed: 7 });
    const defined = { targetId: 'T902', from: of('another seed'), to: of('another definition') };
    const report = await explainChange(made, defined);
    expectExact(report);
    expect(causesOf(report)).toContain('target');
    const back = await explainChange(made, { ...defined, from: defined.to, to: defined.from });
    expectExact(back);
    expect(back.to.central - back.from.central).toBeCloseTo(report.from.central - report.to.central, 6);
  });

  test('of a target added since is told from a replay of the earlier run’s day', async () => {
    const added = { targetId: 'T901', from: of('year before'), to: of('another definition') };
    const report = await explainChange(deps({ codeVersion: 'three', seed: 7 }), added);
    expectExact(report);
    expect(report.from).toMatchObject({ asOf: '2025-12-31', runId: null });
    expect(report.to).toMatchObject({ runId: of('another definition') });
  });

  test('is told from any day, with or without a run', async () => {
    expect((await why('2025-12-31', asOf)).from.runId).toBe(of('year before'));
    const replayed = await why('2024-12-31', of('first'));
    expect(replayed.from).toMatchObject({ asOf: '2024-12-31', runId: null });
    expectExact(replayed);
  });

  test.each([
    ['T02', undefined, 'SERIES_NOT_FOUND'],
    ['T999', undefined, 'TARGET_NOT_FOUND'],
    ['T01', 'yesterday', 'REQUEST_INVALID'],
    ['T01', '2027-01-01', 'REQUEST_INVALID'],
    ['T01', '0198f3a2-5c1e-7d40-9a51-3f0c2b7e6d11', 'RUN_NOT_FOUND'],
  ])('of %s from %s is refused with %s', async (targetId, from, code) => {
    await expect(explainChange(deps(), { targetId, from })).rejects.toMatchObject({ code });
  });
});
