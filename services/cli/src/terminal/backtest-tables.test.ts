import type { BacktestReport, ModelScore } from '@hadaf/engine';
import { describe, expect, test } from 'vitest';
import { describeBacktest } from './backtest-tables.ts';

const plain = (text: string): string => text;
const score = (model: string, more: Partial<ModelScore> = {}): ModelScore => ({
  model,
  horizon: 1,
  folds: 9,
  isComplete: true,
  mase: 1.25,
  smape: 10,
  pinball: 0.5,
  coverage80: 7 / 9,
  coverage95: 1,
  skill: 0.1,
  ranking: null,
  dieboldMariano: null,
  ...more,
});

const report: BacktestReport = {
  indicatorId: 'exports',
  indicatorName: 'Exports',
  unit: 'USD mn',
  asOf: '2026-11-22',
  horizon: 1,
  combination: 'everybody',
  benchmark: 'drift',
  origins: [],
  picking: null,
  scores: [score('everybody'), score('drift', { skill: null }), score('late', { folds: 2, isComplete: false })],
  leftOut: [{ model: 'late', reason: 'too-few-observations', folds: 7 }],
  targets: [],
  settled: null,
  caveats: ['9 scored origins are few.'],
  folds: [],
};

describe('describeBacktest', () => {
  test('marks the published and the benchmark, and averages of other years', () => {
    const text = describeBacktest(report, (name) => `*${name}*`);
    expect(text).toContain('*everybody*');
    expect(text).toContain('drift (benchmark)');
    expect(text).toMatch(/late\s+│ 2 only/);
    expect(text).toContain('too few observations: late 7×');
    expect(text).toContain('– 9 scored origins are few.');
  });

  test('marks what a test cannot tell from the best', () => {
    const ranked = [
      score('everybody', { ranking: { meanRank: 1.25, mayBeBest: true } }),
      score('drift', { skill: null, ranking: { meanRank: 9, mayBeBest: false } }),
    ];
    const text = describeBacktest({ ...report, scores: ranked }, plain);
    expect(text).toMatch(/everybody .*│ +1\.3 = │/);
    expect(text).toMatch(/drift .*│ +9\.0 +│/);
  });

  test('shows a test only where one was made', () => {
    expect(describeBacktest(report, plain)).not.toContain('DM p');
    const dieboldMariano = { meanDifference: -0.1, statistic: -2, pValue: 0.0455 };
    const tested = { ...report, scores: [score('everybody', { dieboldMariano }), score('drift', { skill: null })] };
    expect(describeBacktest(tested, plain)).toMatch(/everybody.*│ 0.05 │/);
  });

  test('says of targets what was said, and how it ended', () => {
    const target = {
      targetId: 'T1',
      title: 'Exports',
      due: 'FY2025',
      value: 3500,
      vintages: [
        { asOf: '2024-08-31', probability: 0.42 },
        { asOf: '2025-06-10', probability: 0.999 },
      ],
      outcome: { value: 3800, reached: true },
      brier: { announced: 0.3364, last: 0.000001 },
      missVisibleSince: null,
    };
    const settled = { targets: 1, brierAnnounced: 0.3364, brierLast: 0.000001 };
    const text = describeBacktest({ ...report, targets: [target], settled }, plain);
    expect(text).toMatch(/T1\s+\$3\.50bn in FY2025\s+│ 42\s%\s+2024-08-31/);
    expect(text).toContain('reached, $3.80bn');
    expect(text).toContain('0.34, 0.00');
    expect(text).toContain('Brier score of the 1 settled: 0.336 of the P when announced');
  });

  test('of nothing to test is the reason alone', () => {
    const empty = { ...report, scores: [], leftOut: [], caveats: ['There is nothing to test.'] };
    expect(describeBacktest(empty, plain).split('\n')).toEqual([
      'Exports: backtest by vintage, as known on 2026-11-22',
      '',
      '– There is nothing to test.',
    ]);
  });
});
