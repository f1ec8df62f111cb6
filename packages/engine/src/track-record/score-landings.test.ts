import type { FiscalYearValue, Observation } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import { describe, expect, test } from 'vitest';
import type { TargetLanding } from '../verdict/told-landings.ts';
import type { DatedContent, RecordedLanding } from './record-content.ts';
import { recordedLandings } from './recorded-landings.ts';
import { scoreLandings } from './score-landings.ts';
import type { JudgedTarget } from './score-past-targets.ts';

const landing: RecordedLanding = {
  ...{ seriesId: 's', unit: 'USD mn', fiscalYear: 2021, from: 'months', months: 6, known: 60, sameShare: 110 },
  ...{ levels: [0.025, 0.1, 0.5, 0.9, 0.975], quantiles: [100, 110, 130, 150, 160] },
  milestones: [{ targetId: 'T', targetVersion: 1, threshold: 140, direction: 'up', probability: 0.3 }],
};

const entry = (asOf: string, ...landings: RecordedLanding[]): DatedContent => ({
  asOf,
  content: { codeVersion: 'one', forecasts: [], probabilities: [], landings },
});

function outcomeOf(value: number): FiscalYearValue {
  const span = { start: '2020-07-01', end: '2021-06-30' };
  const observation: Observation = {
    ...{ ...span, indicatorId: 's', value, qualifier: 'exact', halfWidth: 0, agency: '', documentId: '' },
    ...{ publishedOn: null, knownBy: '2021-08-01', knownByBasis: '', status: 'accepted', note: '' },
  };
  return { fiscalYear: 2021, label: 'FY2021', span, value, halfWidth: 0, observation, basis: 'reported' };
}

function official(id: string, value: number, knownBy: string): JudgedTarget {
  const target: Target = {
    ...{ id, title: '', indicatorId: 's', measure: null, notMeasurableBecause: null, value, unit: 'USD mn' },
    ...{ direction: 'up', kind: 'level', due: [], dueWording: '', baselineWording: '', announcedOn: null, knownBy },
    ...{ announcedBy: '', documentId: '', note: '', standing: 'official' },
  };
  return { target, seriesId: 's', dueYear: 2021, unit: 'USD mn', outcome: null };
}

const years = new Map([['s', [outcomeOf(125)]]]);
const scored = (entries: readonly DatedContent[], targets: readonly JudgedTarget[] = []) =>
  scoreLandings(entries, { years, targets });

describe('scoreLandings', () => {
  /** |130 − 125| ÷ 125 = 4 %; last year's share 110: 12 %; 60 × 12 ÷ 6 = 120: 4 %. Pinball losses at 125, by hand. */
  test('scores a landing as a share of the total that came, beside simpler ways', () => {
    const record = scored([entry('2021-01-15', landing)]);
    const [ours, share, equal] = record?.scores ?? [];
    expect(ours).toMatchObject({ cases: 1, error: 0.04, coverage80: 1, coverage95: 1 });
    const loss = 0.025 * 25 + 0.1 * 15 + 0.5 * 5 + 0.1 * 25 + 0.025 * 35;
    expect(ours?.crps).toBeCloseTo((2 * loss) / 5 / 125, 12);
    expect(share).toMatchObject({ error: 0.12, oursOnSame: 0.04, coverage80: null });
    expect(equal?.error).toBeCloseTo(0.04, 12);
    expect(record?.sentence).toBe(
      '1 landing of 1 year of 1 series was answered. The total was missed, on average: ours by 4.0\u00a0%, last year’s share by 12.0\u00a0%, equal months by 4.0\u00a0%.',
    );
  });

  test('counts the first landing at each number of months', () => {
    const later = { ...landing, quantiles: landing.quantiles.map((value) => value * 2) };
    const next = { ...landing, months: 7, known: 70 };
    const record = scored([entry('2021-01-15', landing), entry('2021-01-20', later), entry('2021-02-15', next)]);
    expect(record?.cases.map(({ asOf, months }) => [asOf, months])).toEqual([
      ['2021-01-15', 6],
      ['2021-02-15', 7],
    ]);
    expect(record?.months.map(({ months }) => months)).toEqual([6, 7]);
  });

  test('sets the newest official number of the year beside it, never one of a later day', () => {
    const targets = [
      official('old', 90, '2020-07-01'),
      official('new', 100, '2021-01-10'),
      official('late', 125, '2021-06-01'),
    ];
    const record = scored([entry('2021-01-15', landing)], targets);
    expect(record?.cases[0]?.official).toEqual({ targetId: 'new', value: 100 });
    expect(record?.scores.at(-1)).toMatchObject({ name: 'Official number of the year', cases: 1, error: 0.2 });
  });

  test('judges P of a year’s milestone by what came, forecast landings included', () => {
    const told: RecordedLanding = { ...landing, from: 'forecast', months: 0, known: 0, sameShare: null };
    const record = scored([entry('2020-07-15', told), entry('2021-01-15', landing)]);
    expect(record?.milestoneReliability).toMatchObject({ questions: 2, events: 1, brier: expect.closeTo(0.09, 12) });
    expect(record?.cases.length).toBe(1);
  });

  test('scores nothing of a year that has not come, of whole sums, or of older entries', () => {
    expect(scored([entry('2021-01-15', { ...landing, fiscalYear: 2022 })])).toBeNull();
    expect(scored([entry('2021-07-15', { ...landing, months: 12, known: 125 })])).toBeNull();
    const older = { asOf: '2021-01-15', content: { codeVersion: 'one', forecasts: [], probabilities: [] } };
    expect(scored([older])).toBeNull();
  });
});

test('a year’s landing is recorded once, with the milestones of every target that asks for one', () => {
  const { milestones: _, ...told } = landing;
  const asked = (threshold: number): TargetLanding => ({
    ...told,
    milestone: { threshold, direction: 'up', probability: 0.5 },
  });
  const recorded = recordedLandings([
    { targetId: 'A', targetVersion: 1, landings: [asked(130)] },
    { targetId: 'B', targetVersion: 2, landings: [{ ...told, milestone: null }] },
    { targetId: 'C', targetVersion: 3, landings: [asked(140)] },
  ]);
  expect(recorded.map(({ milestones }) => milestones.map(({ targetId, threshold }) => [targetId, threshold]))).toEqual([
    [
      ['A', 130],
      ['C', 140],
    ],
  ]);
});
