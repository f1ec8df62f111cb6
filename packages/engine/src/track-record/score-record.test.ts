import type { FiscalYearValue, Observation } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import { describe, expect, test } from 'vitest';
import { forecastCases, probabilityAbove } from './forecast-cases.ts';
import { judgeMovement } from './judge-movement.ts';
import { judgeReliability } from './judge-reliability.ts';
import type { DatedContent, RecordedForecast } from './record-content.ts';
import { scoreStream } from './score-stream.ts';

const levels = [0.025, 0.1, 0.5, 0.9, 0.975];
const forecast: RecordedForecast = {
  ...{ seriesId: 's', values: [100, 110, 130], originYear: 2020, periodEnds: ['2021-06-30'], levels },
  ...{ quantiles: [120, 130, 150, 170, 180], median: [150], weights: {}, calibration: null, seed: 1, paths: 2 },
};
const entry: DatedContent = {
  asOf: '2020-08-01',
  content: { codeVersion: 'one', forecasts: [forecast], probabilities: [] },
};

function actual(value: number): ReadonlyMap<string, readonly FiscalYearValue[]> {
  const span = { start: '2020-07-01', end: '2021-06-30' };
  const observation: Observation = {
    ...{ ...span, indicatorId: 's', value, qualifier: 'exact', halfWidth: 0, agency: '', documentId: '' },
    ...{ publishedOn: null, knownBy: '2021-08-01', knownByBasis: '', status: 'accepted', note: '' },
  };
  return new Map([
    ['s', [{ fiscalYear: 2021, label: 'FY2021', span, value, halfWidth: 0, observation, basis: 'reported' }]],
  ]);
}

describe('probabilityAbove', () => {
  test('is read from the quantiles, linear between them', () => {
    expect(probabilityAbove(forecast.quantiles, levels, 150)).toBeCloseTo(0.5, 12);
    expect(probabilityAbove(forecast.quantiles, levels, 160)).toBeCloseTo(0.3, 12);
    expect(probabilityAbove(forecast.quantiles, levels, 170)).toBeCloseTo(0.1, 12);
  });

  test('beyond the outermost quantiles is half of what they leave', () => {
    expect(probabilityAbove(forecast.quantiles, levels, 1)).toBeCloseTo(0.9875, 12);
    expect(probabilityAbove(forecast.quantiles, levels, 999)).toBeCloseTo(0.0125, 12);
  });
});

describe('forecastCases', () => {
  /** Scale (10 + 20) ÷ 2 = 15; |150 − 165| ÷ 15 = 1; 165 lies between the 0.5 and the 0.9 quantile. */
  test('are scored in mean yearly changes, with the intervals they claimed', () => {
    const [one] = forecastCases([entry], actual(165));
    expect(one?.ours).toMatchObject({ scaledError: 1, covered80: true, covered95: true });
    const [missed] = forecastCases([entry], actual(175));
    expect(missed?.ours).toMatchObject({ covered80: false, covered95: true });
  });

  /** 2·[.025·45 + .1·35 + .5·15 + .1·5 + .025·15] ÷ 5 ÷ 15, by the pinball loss of each quantile at 165. */
  test('have the mean pinball loss of their quantiles as CRPS', () => {
    const [one] = forecastCases([entry], actual(165));
    expect(one?.ours.crps).toBeCloseTo((2 * (0.025 * 45 + 0.1 * 35 + 0.5 * 15 + 0.1 * 5 + 0.025 * 15)) / 5 / 15, 10);
  });

  test('hold a benchmark that starts from an estimate to no more than an estimate', () => {
    const estimated = { ...forecast, lastLogStandardDeviation: 0.3 };
    const content = { codeVersion: 'one', forecasts: [estimated], probabilities: [] };
    const [exact] = forecastCases([entry], actual(200));
    const [rough] = forecastCases([{ ...entry, content }], actual(200));
    expect(exact?.drift.covered80).toBe(false);
    expect(rough?.drift.covered80).toBe(true);
    expect(rough?.ours).toEqual(exact?.ours);
  });

  test('count the first forecast from an origin, not its repetitions', () => {
    expect(forecastCases([entry, { ...entry, asOf: '2020-09-01' }], actual(165))).toHaveLength(1);
    expect(forecastCases([entry], new Map())).toEqual([]);
  });
});

describe('judgeReliability', () => {
  const judged = (events: number, series: number) =>
    Array.from({ length: events }, (_, i) => ({
      ...{ probability: 0.5, happened: i % 2 === 0, event: `e${i}`, series: `s${i % series}` },
    }));

  test('calls thirty events of five series enough, and fewer too few', () => {
    expect(judgeReliability([], 'questions')).toBeNull();
    expect(judgeReliability(judged(30, 5), 'questions')?.sentence).not.toContain('too few');
    expect(judgeReliability(judged(29, 5), 'questions')?.sentence).toContain('too few');
    expect(judgeReliability(judged(30, 4), 'questions')?.sentence).toContain('too few');
  });

  test('bounds the share of each bar by its number of cases', () => {
    const [few] = judgeReliability(judged(4, 1), 'questions')?.rows ?? [];
    const [many] = judgeReliability(judged(400, 1), 'questions')?.rows ?? [];
    expect(few).toMatchObject({ count: 4, hitShare: 0.5 });
    expect((few?.upper ?? 0) - (few?.lower ?? 0)).toBeGreaterThan(5 * ((many?.upper ?? 0) - (many?.lower ?? 0)));
  });
});

describe('judgeMovement', () => {
  const path = (probabilities: readonly number[], id = 't') => ({
    ...{ targetId: id, seriesId: id },
    steps: probabilities.map((probability, i) => ({ asOf: `2025-01-${String(i + 1).padStart(2, '0')}`, probability })),
  });

  test('does not judge a handful of changes', () => {
    expect(judgeMovement([path([0.5])])).toBeNull();
    expect(judgeMovement([path([0.5, 0.6, 0.4])])).toMatchObject({ changes: 2, verdict: 'too-few' });
  });

  test('finds probabilities that swing without learning', () => {
    const swing = Array.from({ length: 28 }, (_, i) => (i % 2 === 0 ? 0.3 : 0.7));
    expect(judgeMovement([path(swing)])).toMatchObject({ verdict: 'too-much', correlation: expect.closeTo(-1, 6) });
  });

  test('finds probabilities that creep towards what was plain', () => {
    const creep = Array.from({ length: 28 }, (_, i) => 0.5 + i / 60);
    expect(judgeMovement([path([...creep, 1])])).toMatchObject({ verdict: 'too-little' });
  });
});

describe('P by the date', () => {
  const at = (asOf: string): DatedContent => ({
    asOf,
    content: {
      codeVersion: 'one',
      forecasts: [],
      probabilities: [
        {
          ...{ targetId: 't', targetVersion: 1, seriesId: 's', dueYear: 2022, threshold: 150, direction: 'up' },
          ...{ atDate: 0.2, byDate: 0.7 },
        },
      ],
    },
  });
  const year = (fiscalYear: number, value: number): FiscalYearValue[] => {
    const span = { start: `${fiscalYear - 1}-07-01`, end: `${fiscalYear}-06-30` };
    return (actual(value).get('s') ?? []).map((one) => ({ ...one, fiscalYear, span }));
  };
  const target: Target = {
    ...{ id: 't', title: '', indicatorId: 's', measure: { indicatorId: 's', assumption: null }, kind: 'level' },
    ...{ notMeasurableBecause: null, value: 150, unit: 'USD mn', direction: 'up', dueWording: '', baselineWording: '' },
    due: [{ start: '2021-07-01', end: '2022-06-30', label: 'FY2022' }],
    ...{ announcedOn: null, knownBy: '2021-01-01', announcedBy: '', documentId: '', note: '', standing: 'official' },
  };

  test('came true where a year before the due one reached it, and that year was not over yet', () => {
    const years = new Map([['s', [...year(2021, 160), ...year(2022, 140)]]]);
    const judged = { target, seriesId: 's', dueYear: 2022, unit: 'USD mn', outcome: year(2022, 140)[0] ?? null };
    const score = (asOf: string) => scoreStream('published', [at(asOf)], { years, targets: [judged] });
    expect(score('2021-03-01').byDateReliability?.brier).toBeCloseTo(0.3 ** 2, 12);
    expect(score('2021-03-01').targetReliability?.brier).toBeCloseTo(0.2 ** 2, 12);
    expect(score('2021-08-01').byDateReliability?.brier).toBeCloseTo(0.7 ** 2, 12);
  });
});
