import { counterRng } from '@hadaf/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naive } from './benchmark/naive.ts';
import { type ForecastRequest, forecastSeries, type SeriesForecast } from './forecast-series.ts';
import { logisticGrowth } from './growth/logistic-growth.ts';

function request(values: readonly number[], changes: Partial<ForecastRequest> = {}): ForecastRequest {
  return {
    seriesId: 'a series',
    values: Float64Array.from(values),
    seasonLength: 1,
    horizon: 6,
    seed: 1,
    paths: 512,
    ...changes,
  };
}

function forecast(of: ForecastRequest): SeriesForecast {
  const result = forecastSeries(of);
  if (result.kind === 'unfit') throw new Error(result.reason);
  return result;
}

const exports = [789, 939, 1067, 1192, 1440, 2108, 2619, 2597, 3223, 3814];

function lastKnownTo(deviation: number): Float64Array {
  return Float64Array.from(exports, (_, t) => (t === exports.length - 1 ? deviation : 0));
}

describe('forecastSeries', () => {
  test('gives the same bytes for the same request and others for another seed or series', () => {
    const first = forecast(request(exports)).paths;
    expect([...forecast(request(exports)).paths]).toEqual([...first]);
    expect([...forecast(request(exports, { seed: 2 })).paths]).not.toEqual([...first]);
    expect([...forecast(request(exports, { seriesId: 'another' })).paths]).not.toEqual([...first]);
  });

  test.each([0, 0.05])('gives a year the same bits however far it looks (last value known to %d)', (deviation) => {
    const first = (horizon: number) => {
      const { paths } = forecast(request(exports, { horizon, logStandardDeviations: lastKnownTo(deviation) }));
      return Array.from({ length: 512 }, (_, path) => [...paths.subarray(path * horizon, path * horizon + 4)]);
    };
    expect(first(8)).toEqual(first(4));
    expect(first(14)).toEqual(first(4));
  });

  test('expects growing exports to grow, within reason', () => {
    const { median } = forecast(request(exports));
    expect(median[0]).toBeGreaterThan(3814);
    expect(median[5]).toBeGreaterThan(median[0]);
    expect(median[5]).toBeLessThan(15000);
  });

  test('gives ascending finite quantiles whatever the values', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 40 }),
        fc.constantFrom(1, 4, 12),
        (values, seasonLength) => {
          const { quantiles, levels, horizon } = forecast(request(values, { seasonLength, paths: 64 }));
          for (let h = 0; h < horizon; h += 1) {
            for (let k = 0; k < levels.length; k += 1) {
              const at = h * levels.length + k;
              if (!Number.isFinite(quantiles[at])) return false;
              if (k > 0 && quantiles[at] < quantiles[at - 1]) return false;
            }
          }
          return true;
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['three values', [3, 4, 6]],
    ['a constant', new Array(9).fill(5)],
    ['zeros', new Array(9).fill(0)],
    ['tiny values', [1e-12, 2e-12, 2e-12, 3e-12]],
    ['huge values', [1e15, 2e15, 2e15, 3e15]],
    ['values whose squares are none', [1e308, 1e307, 1.7e308, 1e308]],
    ['values whose squares are 0', [1e-310, 1e-309, 2e-310, 5e-310]],
    ['values without a ratio', [14, 5e-324, 5e-324, 3]],
    ['a collapse', [1000, 500, 100, 10, 1, 0.1]],
  ])('stays finite and not negative for %s', (_, values) => {
    const { paths, point } = forecast(request(values));
    expect([...paths, ...point].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
  });

  test.each([
    [[1, 2], 'too-few-observations'],
    [[1, 2, Number.NaN, 4], 'missing-values'],
  ])('says why %j cannot be forecast', (values, reason) => {
    expect(forecastSeries(request(values))).toEqual({ kind: 'unfit', reason });
  });

  test('is wider by the uncertainty of the last value', () => {
    const spread = (deviation: number) => {
      const { quantiles, levels } = forecast(request(exports, { logStandardDeviations: lastKnownTo(deviation) }));
      return quantiles[levels.indexOf(0.9)] - quantiles[levels.indexOf(0.1)];
    };
    expect(spread(0.2)).toBeGreaterThan(1.3 * spread(0));
  });

  test('forecasts negative values on levels', () => {
    const { models, quantiles } = forecast(request([3, 4, 6, 7, 9, -1, 4, 5, -2, 6]));
    expect(models.some(({ name }) => name.includes('on '))).toBe(false);
    expect(quantiles[0]).toBeLessThan(0);
  });

  test('has marginals without sampling error', () => {
    const few = forecast(request(exports, { paths: 512 }));
    const many = forecast(request(exports, { paths: 8192 }));
    few.quantiles.forEach((quantile, i) => {
      const level = few.levels[i % few.levels.length];
      if (level >= 0.025 && level <= 0.975) expect(quantile / many.quantiles[i]).toBeCloseTo(1, 1);
    });
  });

  test('is as wide as the calibration it is given', () => {
    const shipped = forecast(request(exports)).calibration;
    const wider = { ...shipped, quantiles: shipped.quantiles.map((quantile) => 2 * quantile) };
    const logWidth = (calibration: typeof shipped) => {
      const { quantiles, levels } = forecast(request(exports, { calibration }));
      return Math.log(quantiles[levels.indexOf(0.9)] / quantiles[levels.indexOf(0.1)]);
    };
    expect(logWidth(wider) / logWidth(shipped)).toBeCloseTo(2, 1);
  });

  test('lets a candidate in where it can be fitted and says why where not', () => {
    const candidates = [logisticGrowth, naive];
    const { models } = forecast(request([10, 30, 20, 60, 40, 90, 70, 120], { candidates }));
    expect(models.find(({ name }) => name === logisticGrowth.name)).toMatchObject({
      weight: 0,
      leftOut: 'cap-not-identified',
    });
    expect(models.find(({ name }) => name === 'naive')?.weight).toBeGreaterThan(0.1);
  });

  test('puts the season back', () => {
    const rng = counterRng('season', 1);
    const season = [1.4, 0.8, 0.7, 1.1];
    const values = Array.from({ length: 32 }, (_, t) => (100 + t) * season[t % 4] * (1 + 0.01 * rng.normal()));
    const { median } = forecast(request(values, { seasonLength: 4, horizon: 4 }));
    for (let h = 0; h < 4; h += 1) expect(median[h] / ((132 + h) * season[h])).toBeCloseTo(1, 1);
  });

  test('names the weight of every model, or why it has none', () => {
    const { models } = forecast(request([3, 4, 6, 7]));
    expect(models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const damped = models.find(({ name }) => name === 'damped trend on logs');
    expect(damped).toMatchObject({ weight: 0, leftOut: 'too-few-observations' });
  });

  test.each([
    { horizon: 0 },
    { horizon: 1.5 },
    { paths: 7 },
    { paths: 0 },
    { logStandardDeviations: Float64Array.of(0.1) },
    { logStandardDeviations: lastKnownTo(-0.1) },
    { logStandardDeviations: lastKnownTo(Number.NaN) },
    { logStandardDeviations: lastKnownTo(Number.POSITIVE_INFINITY) },
  ])('rejects %j', (changes) => {
    expect(() => forecastSeries(request(exports, changes))).toThrow(RangeError);
  });
});
