import type { FiscalYearValue, Observation } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../report.ts';
import type { DatedContent, RecordedForecast } from './record-content.ts';
import { type OthersClaim, sideBySide } from './side-by-side.ts';

const source: Citation = {
  ...{ publisher: 'Paper', agency: 'Ministry', url: 'https://example.org', publishedOn: null },
  ...{ knownBy: '2020-07-15', knownByBasis: 'dated' },
};

/** Values 100, 110, 120 up to FY2020: the drift adds 10 a year, so 130 for FY2021 and 140 for FY2022. */
const forecast: RecordedForecast = {
  ...{ seriesId: 's', values: [100, 110, 120], originYear: 2020, periodEnds: ['2021-06-30', '2022-06-30'] },
  ...{ levels: [0.5], quantiles: [135, 150], median: [135, 150], weights: {}, calibration: null, seed: 1, paths: 2 },
};
const entries: DatedContent[] = [
  { asOf: '2020-08-01', content: { codeVersion: 'one', forecasts: [forecast], probabilities: [] } },
];

function claim(
  id: string,
  dueYear: number,
  said: number,
  came: number | null,
  more: Partial<Target> = {},
): OthersClaim {
  const span = { start: `${dueYear - 1}-07-01`, end: `${dueYear}-06-30` };
  const target: Target = {
    ...{ id, title: id, indicatorId: 's', measure: { indicatorId: 's', assumption: null }, kind: 'level', note: '' },
    ...{
      notMeasurableBecause: null,
      value: said,
      unit: 'USD mn',
      direction: 'up',
      dueWording: '',
      baselineWording: '',
    },
    ...{ due: [{ ...span, label: `FY${dueYear}` }], announcedOn: null, knownBy: '2020-07-15', announcedBy: 'Ministry' },
    ...{ documentId: '', standing: 'official', ...more },
  };
  const observation: Observation = {
    ...{ ...span, indicatorId: 's', value: came ?? 0, qualifier: 'exact', halfWidth: 0, agency: '', documentId: '' },
    ...{ publishedOn: null, knownBy: '2022-08-01', knownByBasis: '', status: 'accepted', note: '' },
  };
  const year = {
    fiscalYear: dueYear,
    label: `FY${dueYear}`,
    span,
    halfWidth: 0,
    observation,
    basis: 'reported',
  } as const;
  const outcome: FiscalYearValue | null = came === null ? null : { ...year, value: came };
  return {
    target,
    seriesId: 's',
    dueYear,
    unit: target.unit,
    outcome,
    source,
    outcomeSource: came === null ? null : source,
  };
}

describe('sideBySide', () => {
  /** FY2021 came at 125: they said 150, we 135, the drift 130. FY2022 came at 160: 200, 150, 140. */
  const { rows, scores, sentence } = sideBySide(entries, [claim('A', 2021, 150, 125), claim('B', 2022, 200, 160)]);

  test('holds each claim against our first forecast since it was said, and the drift’s', () => {
    expect(rows.map(({ beside }) => beside)).toEqual([
      { asOf: '2020-08-01', horizon: 1, ours: 135, drift: 130 },
      { asOf: '2020-08-01', horizon: 2, ours: 150, drift: 140 },
    ]);
    expect(rows[0]).toMatchObject({ said: 150, outcome: 125, source, outcomeSource: source, absent: null });
  });

  test('has mean errors by years ahead and over all', () => {
    expect(scores.map(({ horizon, cases, unit }) => [horizon, cases, unit])).toEqual([
      ...[
        [1, 1, 'USD mn'],
        [2, 1, 'USD mn'],
        [null, 2, 'USD mn'],
      ],
    ]);
    const [they, we, drift] = scores[2]?.scores ?? [];
    expect([they?.who, we?.who, drift?.who]).toEqual(['Official targets', 'Hadaf', 'Random walk with drift']);
    expect([they?.mae, we?.mae, drift?.mae]).toEqual([(25 + 40) / 2, (10 + 10) / 2, (5 + 20) / 2]);
    expect(they?.mape).toBeCloseTo((25 / 125 + 40 / 160) / 2, 12);
    expect([we?.bias, drift?.bias]).toEqual([
      expect.closeTo((10 / 125 - 10 / 160) / 2, 12),
      expect.closeTo((5 / 125 - 20 / 160) / 2, 12),
    ]);
    const driftError = (5 / 125 + 20 / 160) / 2;
    expect(we?.skill).toBeCloseTo(1 - (10 / 125 + 10 / 160) / 2 / driftError, 12);
    expect(drift?.skill).toBeNull();
  });

  test('tells an outcome of 0 without a mean error, of which it would be no share', () => {
    const { rows: told, scores: means } = sideBySide(entries, [claim('A', 2021, 150, 125), claim('Z', 2022, 200, 0)]);
    expect(told[1]).toMatchObject({ said: 200, outcome: 0, beside: { ours: 150 } });
    expect(means.map(({ horizon, cases }) => [horizon, cases])).toEqual([
      [1, 1],
      [null, 1],
    ]);
  });

  test('says that so few are too few to judge', () => {
    expect(sentence).toContain('too few to judge');
  });

  test('keeps projections apart, and amounts of different units out of one mean', () => {
    const projection = claim('C', 2021, 140, 125, { standing: 'projection' });
    const other = { ...claim('D', 2022, 200, 160, { standing: 'projection' }), unit: 'count' };
    const apart = sideBySide(entries, [projection, other]).scores;
    expect(new Set(apart.map(({ standing }) => standing))).toEqual(new Set(['projection']));
    expect(apart[2]).toMatchObject({ unit: null, scores: [{ who: 'Projections by others', mae: null }, {}, {}] });
  });

  test.each([
    ['no report tells what came', claim('E', 2021, 150, null)],
    ['after the year had ended', claim('F', 2021, 150, 125, { knownBy: '2021-08-01' })],
    ['no forecast of ours stands between', claim('G', 2021, 150, 125, { knownBy: '2021-01-01' })],
  ])('says why nothing of ours stands beside: %s', (reason, own) => {
    const [row] = sideBySide(entries, [own]).rows;
    expect(row?.beside).toBeNull();
    expect(row?.absent).toContain(reason);
  });
});
