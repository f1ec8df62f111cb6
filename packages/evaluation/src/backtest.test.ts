import { dampedTrend, naive } from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { backtest } from './backtest.ts';
import { dieboldMariano } from './diebold-mariano.ts';
import { skill } from './skill.ts';

describe('backtest', () => {
  const series = { values: Float64Array.of(1, 2, 4, 8, 16, 32, 64), seasonLength: 1 };

  test('forecasts each origin from its past alone, oldest first', () => {
    const folds = backtest(naive, series, { horizon: 2, folds: 3 });
    expect(folds.map(({ origin }) => origin)).toEqual([4, 5, 6]);
    expect(folds[0]).toMatchObject({
      kind: 'forecast',
      forecast: Float64Array.of(8, 8),
      actual: Float64Array.of(16, 32),
    });
    expect(folds[2]).toMatchObject({ actual: Float64Array.of(64) });
  });

  test('records why a fold could not be fitted', () => {
    const folds = backtest(dampedTrend, series, { horizon: 1, folds: 2 });
    expect(folds[0]).toEqual({ kind: 'unfit', origin: 5, reason: 'too-few-observations' });
    expect(folds[1].kind).toBe('forecast');
  });

  test.each([{ horizon: 0 }, { horizon: 1, folds: 0.5 }, { horizon: 1, spacing: -1 }])('rejects %j', (options) => {
    expect(() => backtest(naive, series, options)).toThrow(RangeError);
  });
});

describe('dieboldMariano', () => {
  test('finds no difference between a method and itself', () => {
    const losses = Float64Array.of(1, 2, 3);
    expect(dieboldMariano(losses, losses)).toEqual({ meanDifference: 0, statistic: 0, pValue: 1 });
  });

  test('agrees with a statistic worked by hand', () => {
    const { statistic } = dieboldMariano(Float64Array.of(1, 3, 2, 4), Float64Array.of(0, 1, 2, 1));
    // d = 1, 2, 0, 3: mean 1.5, variance 1.25, correction √(3/4)
    expect(statistic).toBeCloseTo((Math.sqrt(0.75) * 1.5) / Math.sqrt(1.25 / 4), 12);
  });

  test('rejects about as often as it says where there is no difference', () => {
    let rejected = 0;
    for (let trial = 0; trial < 400; trial += 1) {
      const rng = counterRng('equal', trial);
      const draw = () => Float64Array.from({ length: 60 }, () => rng.normal() ** 2);
      if (dieboldMariano(draw(), draw()).pValue < 0.1) rejected += 1;
    }
    expect(rejected / 400).toBeGreaterThan(0.05);
    expect(rejected / 400).toBeLessThan(0.16);
  });
});

describe('skill', () => {
  test('is 0 for the benchmark and negative for worse', () => {
    expect(skill(2, 2)).toBe(0);
    expect(skill(3, 2)).toBe(-0.5);
  });
});
