import { type Calibration, forecastSeries, shippedCalibration } from '@hadaf/models';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { calibrationsByDay } from './calibrations-by-day.ts';
import { ownCalibration } from './own-calibration.ts';
import { type ReportedSeries, yearlyPool } from './yearly-pool.ts';

/** Growth of 5 to 6 % a year, every year: forecasts of it hardly err. */
const calm = Float64Array.from({ length: 12 }, (_, t) => 100 * 1.055 ** t * (t % 2 === 0 ? 1.004 : 0.996));

function width(calibration: Calibration): number {
  const request = { seriesId: 'calm', values: calm, seasonLength: 1, horizon: 1, seed: 1, paths: 2 };
  const forecast = forecastSeries({ ...request, logStandardDeviations: new Float64Array(12), calibration });
  if (forecast.kind === 'unfit') throw new Error(forecast.reason);
  const at = (level: number) => forecast.quantiles[forecast.levels.indexOf(level)] ?? Number.NaN;
  return Math.log(at(0.9) / at(0.1));
}

async function reportedSeries(): Promise<ReportedSeries[]> {
  const { indicators, observations } = await readBundledPack();
  return indicators.map((indicator) => ({
    indicator,
    observations: observations.filter(({ indicatorId }) => indicatorId === indicator.id),
  }));
}

describe('ownCalibration', () => {
  test('is what the product ships where no forecast has come', () => {
    expect(ownCalibration([])).toBe(shippedCalibration(1));
    expect(ownCalibration([Float64Array.of(1, 2, 3)])).toBe(shippedCalibration(1));
  });

  test('narrows for series that hardly err, the more of them the further', () => {
    const of = (series: number) => width(ownCalibration(Array.from({ length: series }, () => calm)));
    expect(of(1)).toBeLessThan(width(shippedCalibration(1)));
    expect(of(50)).toBeLessThan(of(1));
  });

  test('says what it was learned from, and counts it', () => {
    const { source, series, folds } = ownCalibration([calm]);
    expect([series, folds]).toEqual([1, 9]);
    expect(source).toContain('9 past forecasts of 1 of this pack’s series');
    expect(source).toContain('UNCTAD');
  });
});

describe('a calibration by vintage', () => {
  test('of the bundled pack sees the years known that day alone, and is the same twice', async () => {
    const reported = await reportedSeries();
    const [then, now] = ['2022-12-31', '2026-11-22'].map((day) =>
      yearlyPool(reported, day).map(({ length }) => length),
    );
    expect(then).toEqual([7]);
    expect(Math.max(...(now ?? []))).toBeGreaterThan(9);
    const early = (all: readonly ReportedSeries[]) => JSON.stringify(calibrationsByDay(all)('2022-12-31'));
    const known = reported.map(({ indicator, observations }) => ({
      indicator,
      observations: observations.filter(({ knownBy }) => knownBy <= '2022-12-31'),
    }));
    expect(early(known)).toBe(early(reported.toReversed()));
    expect(early(reported)).not.toBe(JSON.stringify(calibrationsByDay(reported)('2026-11-22')));
  });
});
