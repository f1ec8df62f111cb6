import {
  backtestErrors,
  type ForecastRequest,
  forecastSeries,
  learnCalibration,
  shippedCalibration,
} from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';

/** Series as competitions have them: level, trend, season, noise and breaks drawn anew for each. */
function drawSeries(number: number, seasonLength: number): Float64Array {
  const rng = counterRng(`hard ${number}`, 11);
  const n = 3 + Math.floor(rng.uniform() * (seasonLength > 1 ? 6 * seasonLength : 40));
  const growth = 0.15 * rng.normal();
  const noise = 0.3 * rng.uniform() ** 2;
  const amplitude = seasonLength > 1 ? rng.uniform() : 0;
  const breakAt = rng.uniform() < 0.2 ? Math.floor(n * rng.uniform()) : n;
  const breakSize = 3 * rng.normal();
  let log = 6 + 2 * rng.normal();
  return Float64Array.from({ length: n }, (_, t) => {
    log += growth + noise * rng.normal() + (t === breakAt ? breakSize : 0);
    const season = 1 + amplitude * Math.sin((2 * Math.PI * t) / seasonLength);
    return Math.exp(log) * season * (rng.uniform() < 0.02 ? 20 : 1);
  });
}

/** What may happen to a series on its way here. */
const harms: readonly (readonly [string, (values: Float64Array) => Float64Array])[] = [
  ['as it is', (values) => values],
  ['three values', (values) => values.slice(-3)],
  ['four values', (values) => values.slice(-4)],
  ['in units of 10⁻¹²', (values) => values.map((value) => value * 1e-12)],
  ['in units of 10¹⁵', (values) => values.map((value) => value * 1e15)],
  ['shifted below zero', (values) => values.map((value) => value - values[0])],
  ['turned round', (values) => values.map((value) => -value)],
  ['on a high level', (values) => values.map((value) => value + 1e9)],
  ['constant', (values) => values.map(() => values[0])],
  ['constant but for the last', (values) => values.map((_, t) => (t === values.length - 1 ? 2 : 1) * values[0])],
  ['zero', (values) => new Float64Array(values.length)],
  ['zero at times', (values) => values.map((value, t) => (t % 3 === 0 ? 0 : value))],
  ['zero at last', (values) => values.map((value, t) => (t > values.length / 2 ? 0 : value))],
  ['a step', (values) => values.map((value, t) => (t > values.length / 2 ? 1e4 * value : value))],
  ['an outlier', (values) => values.map((value, t) => (t === 1 ? 1e6 * value : value))],
  ['rounded to nothing', (values) => values.map((value) => Math.round(value / 1000) * 1000)],
];

const series = [1, 4, 12].flatMap((seasonLength) =>
  Array.from({ length: 24 }, (_, i) => ({ seasonLength, values: drawSeries(i, seasonLength) })),
);

/** A forecast may leave the range of its values by a factor of 1,000, and by what a trend on levels does. */
function isBounded(values: Float64Array, forecast: ArrayLike<number>): boolean {
  const largest = Math.max(...values.map(Math.abs));
  return Array.from(forecast).every((value) => Number.isFinite(value) && Math.abs(value) <= 1e4 * largest);
}

describe('whatever happens to a series', () => {
  test.each(harms)('%s: its forecast is finite, ordered and does not diverge', (_, harm) => {
    for (const { values: whole, seasonLength } of series) {
      const values = harm(whole);
      const uncertain = { logStandardDeviations: values.map((__, t) => (t % 2) / 4) };
      for (const extra of [{}, uncertain] as const) {
        const request: ForecastRequest = {
          seriesId: 'hard',
          values,
          seasonLength,
          horizon: 6,
          seed: 1,
          paths: 32,
          ...extra,
        };
        const result = forecastSeries(request);
        if (result.kind === 'unfit') throw new Error(`${result.reason}: ${values.join(' ')}`);
        const { quantiles, levels, point, paths } = result;
        const ordered = quantiles.every((value, i) => i % levels.length === 0 || value >= quantiles[i - 1]);
        const said = [isBounded(values, quantiles), isBounded(values, point), isBounded(values, paths), ordered];
        expect(said, values.join(' ')).toEqual([true, true, true, true]);
      }
    }
  });

  test.each(harms)('%s: its backtest teaches finite numbers', (_, harm) => {
    const pool = series.map(({ values, seasonLength }) =>
      backtestErrors({ values: harm(values), seasonLength }, { horizon: 3, origins: 2, spacing: 2, fewest: 3 }),
    );
    const { coefficients, quantiles, persistence } = learnCalibration(pool, shippedCalibration(1), { source: 'hard' });
    expect([...coefficients, ...quantiles, persistence].every(Number.isFinite)).toBe(true);
  });

  test.each([
    ['nothing', []],
    ['one value', [5]],
    ['two values', [5, 6]],
    ['a gap', [1, 2, Number.NaN, 4, 5]],
    ['infinity', [1, 2, 3, Number.POSITIVE_INFINITY]],
    ['nothing but gaps', new Array<number>(9).fill(Number.NaN)],
  ])('%s: there is a reason instead of a forecast', (_, values) => {
    for (const seasonLength of [1, 12]) {
      const result = forecastSeries({
        ...{ seriesId: 'hard', seasonLength, horizon: 3, seed: 1, paths: 8 },
        values: Float64Array.from(values),
      });
      expect(result.kind).toBe('unfit');
    }
  });
});
