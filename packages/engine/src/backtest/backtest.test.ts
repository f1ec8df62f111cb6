import type { Pack } from '@hadaf/packs';
import type { Observation } from '@hadaf/series';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundledPackFolder, readPackFolder } from '../pack/read-pack-folder.ts';
import { backtestInThread } from './backtest-in-thread.ts';
import type { BacktestReport, FoldStep } from './backtest-report.ts';

const id = 'ict_services_exports';
const settings = { seed: 1, paths: 64, longestHorizon: 25 };
let pack: Pack;
let report: BacktestReport;

function backtestOf(indicatorId: string, keep: (observation: Observation) => boolean = () => true): BacktestReport {
  const indicator = pack.indicators.find((candidate) => candidate.id === indicatorId);
  if (!indicator) throw new Error(`no indicator ${indicatorId}`);
  const observations = pack.observations.filter((one) => one.indicatorId === indicatorId && keep(one));
  const targets = pack.targets.filter(({ measure }) => measure?.indicatorId === indicatorId);
  const reported = [{ indicator, observations }];
  return backtestInThread({ indicator, observations, targets, reported, asOf: '2026-11-22', horizon: 3, settings });
}

beforeAll(async () => {
  const reading = await readPackFolder(bundledPackFolder());
  if (reading.kind === 'faulty') throw new Error(`the bundled pack has ${reading.count} faults`);
  pack = reading.pack;
  report = backtestOf(id);
});

function stepOf(model: string, asOf: string, horizon: number): FoldStep | undefined {
  return report.folds.find((step) => step.model === model && step.asOf === asOf && step.horizon === horizon);
}

describe('a backtest by vintage', () => {
  test('starts on each day that brought a new year', () => {
    expect(report.origins.map(({ asOf, lastYear, actuals }) => [asOf, lastYear, actuals])).toEqual([
      ['2018-09-16', 'FY2018', 3],
      ['2019-09-05', 'FY2019', 3],
      ['2020-08-27', 'FY2020', 3],
      ['2021-10-25', 'FY2021', 3],
      ['2022-07-28', 'FY2022', 3],
      ['2023-07-18', 'FY2023', 2],
      ['2024-12-19', 'FY2024', 1],
      ['2025-07-19', 'FY2025', 0],
    ]);
  });

  /**
   * By hand, from what pages said by 16 September 2018 (USD mn): 788.64, 938.64, and 1,060 as rounded that day.
   *
   *   forecast  1060 + (1060 − 788.64) ÷ 2 = 1195.68, actual of FY2019 as it stands now 1191.864
   *   scale     (150 + 121.36) ÷ 2 = 135.68, scaled error 3.816 ÷ 135.68 = 0.028125
   */
  test('forecasts from the values of that day, not from their revisions', () => {
    const step = stepOf(report.benchmark, '2018-09-16', 1);
    expect(step?.forecast).toBeCloseTo(1195.68, 9);
    expect(step?.actual).toBe(1191.864);
    expect(step?.scaledError).toBeCloseTo(0.028125, 6);
  });

  test('says the same from an origin whatever became known after it', () => {
    const origin = '2021-10-25';
    const without = backtestOf(id, ({ knownBy }) => knownBy <= '2022-12-31');
    const forecasts = ({ folds }: BacktestReport) =>
      folds.filter((step) => step.asOf <= origin && step.year === 'FY2022').map((step) => [step.model, step.forecast]);
    expect(forecasts(without).length).toBeGreaterThan(10);
    expect(forecasts(without)).toEqual(forecasts(report));
  });

  test('compares models on the folds they share with the benchmark', () => {
    const first = report.scores.filter(({ horizon }) => horizon === 1);
    const benchmark = first.find(({ model }) => model === report.benchmark);
    const holt = first.find(({ model }) => model === 'Holt');
    expect(benchmark).toMatchObject({ folds: 7, isComplete: true, skill: null });
    expect(holt).toMatchObject({ folds: 4, isComplete: false });
    const errors = (model: string) =>
      report.folds.filter((step) => step.model === model && step.horizon === 1 && step.asOf >= '2021-10-01');
    const sum = (steps: FoldStep[]) => steps.reduce((total, { scaledError }) => total + scaledError, 0);
    expect(holt?.skill).toBeCloseTo(1 - sum(errors('Holt')) / sum(errors(report.benchmark)), 12);
  });

  test('ranks those with every fold, by their ranks within a fold', () => {
    const first = report.scores.filter(({ horizon }) => horizon === 1);
    const ranked = first.flatMap(({ ranking }) => (ranking === null ? [] : [ranking]));
    expect(ranked).toHaveLength(first.filter(({ isComplete }) => isComplete).length);
    const sum = ranked.reduce((total, { meanRank }) => total + meanRank, 0);
    expect(sum).toBeCloseTo((ranked.length * (ranked.length + 1)) / 2, 9);
    const best = ranked.toSorted((a, b) => a.meanRank - b.meanRank)[0];
    expect(best?.mayBeBest).toBe(true);
  });

  test('names who was right from each origin, and says how few there are', () => {
    for (const { actuals, best, combination } of report.origins) {
      expect(best === null).toBe(actuals === 0);
      expect((combination?.mase ?? 0) >= (best?.mase ?? 0)).toBe(true);
    }
    expect(report.scores.every(({ dieboldMariano }) => dieboldMariano === null)).toBe(true);
    expect(report.caveats.join(' ')).toContain('7 scored origins are few');
  });

  test('picks for a record of that day only, and says whether it paid', () => {
    const [first, second] = report.origins;
    expect(first?.picked).toBeNull();
    const known = report.folds.filter((step) => step.asOf === first?.asOf && step.year === 'FY2019');
    const nearest = known.toSorted((a, b) => a.scaledError - b.scaledError)[0];
    expect(second?.picked?.model).toBe(nearest?.model);
    const scored = report.origins.filter(({ picked }) => picked !== null);
    expect(report.picking?.origins).toBe(scored.length);
    const total = scored.reduce((sum, { picked }) => sum + (picked?.mase ?? Number.NaN), 0);
    expect(report.picking?.picked).toBeCloseTo(total / scored.length, 12);
  });

  test('scores our probabilities of settled targets', () => {
    const record = (targetId: string) => report.targets.find((target) => target.targetId === targetId);
    expect(record('T20')?.outcome).toEqual({ value: 3800, reached: true });
    expect(record('T23')?.outcome).toEqual({ value: 2596, reached: false });
    expect(record('T23')?.vintages[0]?.asOf).toBe('2022-10-20');
    expect(record('T01')).toMatchObject({ outcome: null, brier: null });
    expect(record('T24')).toMatchObject({ vintages: [], brier: null });
    expect(report.settled).toMatchObject({ targets: 5 });
    for (const { vintages, due } of report.targets) {
      expect(vintages.every(({ asOf }) => due !== 'FY2023' || asOf <= '2023-06-30')).toBe(true);
    }
  });

  test('of an indicator with nothing to test says so', () => {
    const empty = backtestOf('erozgaar_centres_planned');
    expect(empty).toMatchObject({ origins: [], scores: [], folds: [] });
    expect(empty.caveats[0]).toContain('nothing to test');
  });
});
