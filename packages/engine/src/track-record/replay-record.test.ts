import type { Pack } from '@hadaf/packs';
import type { Observation } from '@hadaf/series';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { composeRecord } from './compose-record.ts';
import type { DatedContent } from './record-content.ts';
import type { RecordStream, TrackRecordReport } from './record-report.ts';
import { type ReplayTask, replayRecord } from './replay-record.ts';

const asOf = '2026-11-22';
let pack: Pack;
let entries: DatedContent[];

function taskOf(keep: (observation: Observation) => boolean = () => true): ReplayTask {
  const kept = pack.observations.filter(keep);
  return {
    reported: pack.indicators.map((indicator) => ({
      indicator,
      observations: kept.filter(({ indicatorId }) => indicatorId === indicator.id),
    })),
    targets: pack.targets.map((target) => ({ target, version: 1 })),
    settings: { seed: 1, paths: 64, longestHorizon: 25 },
    ...{ asOf, codeVersion: 'one' },
  };
}

function recordOf(
  parts: Partial<Pick<Parameters<typeof composeRecord>[0], 'published' | 'replayed'>>,
): TrackRecordReport {
  const { reported, targets } = taskOf();
  return composeRecord({
    run: { id: 'run', packId: pack.id, asOf },
    ...{ title: pack.title, documents: pack.documents },
    ...{ reported, targets: targets.map(({ target }) => target), chains: [], published: [], replayed: [], ...parts },
  });
}

const streamOf = (report: TrackRecordReport, kind: RecordStream['kind']) => {
  const stream = report.streams.find((candidate) => candidate.kind === kind);
  if (!stream) throw new Error(kind);
  return stream;
};

beforeAll(async () => {
  pack = await readBundledPack();
  entries = replayRecord(taskOf());
}, 60_000);

describe('a replay', () => {
  test('has a forecast on the days that brought news, and is the same twice', () => {
    expect(entries.at(0)?.asOf).toBe('2018-09-16');
    expect(entries.length).toBeGreaterThan(50);
    expect(JSON.stringify(replayRecord(taskOf()))).toBe(JSON.stringify(entries));
  });

  test('has the landing of a year at the months known, scored when its total came', () => {
    const day = entries.find(({ asOf: own }) => own === '2025-01-17');
    const landing = day?.content.landings?.find(({ seriesId }) => seriesId === 'ict_services_exports');
    expect(landing).toMatchObject({ fiscalYear: 2025, from: 'months', months: 6 });
    const { landings } = streamOf(recordOf({ replayed: entries }), 'replayed');
    const scored = landings?.cases.find(({ label, months }) => label === 'FY2025' && months === 6);
    expect(scored).toMatchObject({ asOf: '2025-01-17', median: landing?.quantiles[3], actual: 3800 });
    expect(landings?.cases.length).toBeGreaterThan(20);
  });

  test('says the same of a day whatever became known after it', () => {
    const before = entries.filter(({ asOf: day }) => day <= '2022-07-28');
    const blind = replayRecord(taskOf(({ knownBy }) => knownBy <= '2022-07-28'));
    expect(JSON.stringify(blind.filter(({ asOf: day }) => day <= '2022-07-28'))).toBe(JSON.stringify(before));
    expect(before.length).toBeGreaterThan(10);
  });

  test('after a day is the rest of a replay of every day', () => {
    const after = entries[Math.floor(entries.length / 2)]?.asOf ?? '';
    const rest = replayRecord({ ...taskOf(), after });
    expect(JSON.stringify(rest)).toBe(JSON.stringify(entries.filter(({ asOf: day }) => day > after)));
    expect(rest.length).toBeGreaterThan(10);
  });

  test('names the calibration that made each forecast', () => {
    const newest = entries.at(-1)?.content.forecasts[0]?.calibration;
    expect(newest?.source).toContain('of this pack’s series');
    expect(entries.at(0)?.content.forecasts[0]?.calibration?.source).not.toContain('of this pack’s series');
  });

  test('gives targets a probability from the day they were known to the end of their period', () => {
    const days = entries.flatMap(({ asOf: day, content }) =>
      content.probabilities.some(({ targetId }) => targetId === 'T23') ? [day] : [],
    );
    const target = pack.targets.find(({ id }) => id === 'T23');
    expect(days.every((day) => day >= (target?.knownBy ?? '9') && day < '2023-06-30')).toBe(true);
    expect(days.length).toBeGreaterThan(2);
  });
});

describe('the record', () => {
  test.each([
    ['a year before the change, by the definition of then', '2024-07-01', '2024-07-01', 5000],
    ['a year after it and a target set before, by the link', '2022-07-01', '2023-06-01', 10_000],
  ])('holds target and outcome of %s against each other', (_of, validFrom, knownBy, said) => {
    const { reported, targets } = taskOf();
    const link = { factor: 2, basis: 'stated' };
    const change = { ...{ validFrom, knownBy, link }, label: 'wider', definition: '', documentId: '' };
    const report = composeRecord({
      ...{ run: { id: 'run', packId: pack.id, asOf }, title: pack.title, documents: pack.documents },
      ...{ targets: targets.map(({ target }) => target), chains: [], published: [], replayed: [] },
      reported: reported.map((one) => ({ ...one, indicator: { ...one.indicator, changes: [change] } })),
    });
    const row = streamOf(report, 'replayed').others?.rows.find(({ targetId }) => targetId === 'T23');
    expect(row).toMatchObject({ said, outcome: 2596 });
  });

  test('of nothing says so', () => {
    const report = recordOf({});
    expect(streamOf(report, 'published')).toMatchObject({
      entries: 0,
      horizons: [],
      sentence: 'Nothing is published yet.',
    });
    expect(report.series).toEqual([]);
  });

  test('scores replayed forecasts by horizon beside two benchmarks, and published ones apart', () => {
    const report = recordOf({ replayed: entries, published: entries.slice(-1) });
    const replayed = streamOf(report, 'replayed');
    const sizes = replayed.horizons.map(({ horizon, years }) => [horizon, years].join(' of '));
    expect(sizes).toEqual(['1 of 7', '2 of 6', '3 of 5', '4 of 4', '5 of 3']);
    expect(replayed.horizons[0]?.scores.map(({ name }) => name)).toEqual([
      'Hadaf',
      'Random walk with drift',
      'Past growth rates',
    ]);
    const published = streamOf(report, 'published');
    expect([published.entries, published.horizons, published.targetReliability]).toEqual([1, [], null]);
    expect(published.sentence).toContain('None of the years it forecasts has come yet');
  });

  test('scores past official targets as forecasts of the same year', () => {
    const { pastTargets } = streamOf(recordOf({ replayed: entries }), 'replayed');
    const row = (id: string) => pastTargets.find(({ targetId }) => targetId === id);
    expect([row('T23')?.share, row('T22')?.share]).toEqual([expect.closeTo(0.52, 2), expect.closeTo(0.75, 2)]);
    const { comparison, missVisibleDays } = row('T23') ?? {};
    expect(comparison?.errorOfTarget).toBeGreaterThan(2 * (comparison?.errorOfOurs ?? 9));
    expect(missVisibleDays).toBeGreaterThan(200);
    expect(row('T21')?.comparison).not.toBeNull();
  });

  test('has every amount others said of a year that is over, with its pages, or says why it is not compared', () => {
    const { others } = streamOf(recordOf({ replayed: entries }), 'replayed');
    const settled = pack.targets.filter(({ kind, due }) => kind === 'level' && due[0] && due[0].end <= asOf);
    expect(others?.rows.map(({ targetId }) => targetId).toSorted()).toEqual(settled.map(({ id }) => id).toSorted());
    const compared = others?.rows.filter(({ beside }) => beside !== null) ?? [];
    expect(compared.map(({ targetId }) => targetId).toSorted()).toEqual(['T20', 'T21', 'T22', 'T23', 'T25']);
    expect(compared.every(({ source, outcomeSource }) => /^http/.test(source.url + (outcomeSource?.url ?? '')))).toBe(
      true,
    );
    expect(others?.rows.every(({ beside, absent }) => (beside === null) === (absent !== null))).toBe(true);
    expect(others?.sentence).toContain('too few to judge');
    expect(others?.scores.map(({ standing, horizon, cases }) => [standing, horizon, cases])).toEqual([
      ['official', 0, 1],
      ['official', 1, 3],
      ['official', null, 4],
      ['projection', 0, 1],
      ['projection', null, 1],
    ]);
  });

  test('holds every forecast of a series beside what came', () => {
    const own = recordOf({ replayed: entries }).series.find(({ seriesId }) => seriesId === 'ict_services_exports');
    const days = entries.filter(({ content }) => content.forecasts.some((one) => one.seriesId === own?.seriesId));
    expect(own?.forecasts.map(({ asOf: day }) => day)).toEqual(days.map(({ asOf: day }) => day));
    expect(own?.forecasts.filter(({ isFirst }) => isFirst).length).toBe(own?.hedgehog?.paths.length);
    const year = own?.forecasts[0]?.years[0];
    expect([year?.label, year?.actual !== null]).toEqual(['FY2019', true]);
    expect((year?.lower ?? 9) < (year?.median ?? 0) && (year?.median ?? 9) < (year?.upper ?? 0)).toBe(true);
  });

  test('calls few cases few', () => {
    const { targetReliability, standardReliability, movement } = streamOf(recordOf({ replayed: entries }), 'replayed');
    expect(targetReliability?.sentence).toContain('too few');
    expect(standardReliability?.sentence).toContain('too few');
    const sum = standardReliability?.rows.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(standardReliability?.questions);
    expect(movement?.sentence).toContain('1 series');
  });

  test('has the panel’s reliability beside its own few cases', () => {
    expect(recordOf({}).panel?.questions).toBeGreaterThan(10_000);
  });

  test('of a series has its own numbers, and spines from each origin', () => {
    const own = recordOf({ replayed: entries }).series.find(({ seriesId }) => seriesId === 'ict_services_exports');
    expect(own?.targetIds).toContain('T01');
    expect(own?.hedgehog?.paths.length).toBeGreaterThan(7);
    expect(own?.hedgehog?.paths.every(({ points, isReplayed }) => points.length === 6 && isReplayed)).toBe(true);
  });
});
