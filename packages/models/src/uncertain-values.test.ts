import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { backtestErrors } from './calibration/backtest-errors.ts';
import { learnCalibration } from './calibration/learn-calibration.ts';
import { type ForecastRequest, forecastSeries, type SeriesForecast, shippedCalibration } from './forecast-series.ts';

const length = 16;
const horizon = 3;

function forecast(request: Partial<ForecastRequest> & { readonly values: Float64Array }): SeriesForecast {
  const result = forecastSeries({ seriesId: 'x', seasonLength: 1, horizon, seed: 1, paths: 256, ...request });
  if (result.kind === 'unfit') throw new Error(result.reason);
  return result;
}

function quantile({ quantiles, levels }: SeriesForecast, h: number, level: number): number {
  return quantiles[h * levels.length + levels.indexOf(level)];
}

/** Log width of the central 0.8 interval at the last step. */
function width(of: SeriesForecast): number {
  return Math.log(quantile(of, of.horizon - 1, 0.9) / quantile(of, of.horizon - 1, 0.1));
}

/** A random walk of logs with growth 0.06 and deviation 0.1: what is known, and what comes after. */
function truth(trial: number): Float64Array {
  const rng = counterRng(`truth ${trial}`, 3);
  let log = 5;
  return Float64Array.from({ length: length + horizon }, () => {
    log += 0.06 + 0.1 * rng.normal();
    return Math.exp(log);
  });
}

/** Learned from exact walks: what is wanted of uncertain values is that coverage stays what it was. */
const calibration = learnCalibration(
  Array.from({ length: 300 }, (_, i) =>
    backtestErrors(
      { values: truth(10_000 + i).subarray(0, length), seasonLength: 1 },
      { horizon, origins: 8, spacing: 1 },
    ),
  ),
  shippedCalibration(1),
  { source: 'walks', priorSeries: 0 },
);

/**
 * Share of later values inside the central 0.8 intervals when values have errors of known size.
 *
 * An estimate's error moves the truth away from the value given; a misreading moves the value away from the truth.
 */
function coverage(deviations: Float64Array, kind: 'estimate' | 'misreading', told: boolean): number {
  let inside = 0;
  const trials = 250;
  for (let trial = 0; trial < trials; trial += 1) {
    const rng = counterRng(`noise ${trial}`, 3);
    const factors = deviations.map((deviation) => Math.exp(deviation * rng.normal()));
    const whole = truth(trial);
    const known = whole.subarray(0, length);
    const values = kind === 'estimate' ? known : known.map((value, t) => value * factors[t]);
    const drift = kind === 'estimate' ? factors[length - 1] : 1;
    const logStandardDeviations = told ? deviations : new Float64Array(length);
    const it = forecast({ seriesId: `walk ${trial}`, values, calibration, logStandardDeviations });
    for (let h = 0; h < horizon; h += 1) {
      const actual = whole[length + h] * drift;
      if (actual >= quantile(it, h, 0.1) && actual <= quantile(it, h, 0.9)) inside += 1;
    }
  }
  return inside / (trials * horizon);
}

const patterns: readonly [string, (t: number) => number][] = [
  ['the last value is an estimate', (t) => (t === length - 1 ? 0.15 : 0)],
  ['every value is uncertain', () => 0.12],
  ['every second value is uncertain', (t) => (t % 2 === 1 ? 0.1 : 0)],
  ['the first half is uncertain', (t) => (t < length / 2 ? 0.1 : 0)],
];

describe('coverage of walks whose values are uncertain', () => {
  const exact = coverage(new Float64Array(length), 'estimate', false);

  test.each(patterns)('holds where %s', (_, deviationAt) => {
    const deviations = Float64Array.from({ length }, (_value, t) => deviationAt(t));
    expect(Math.abs(coverage(deviations, 'estimate', true) - exact)).toBeLessThan(0.03);
    const misread = coverage(deviations, 'misreading', true);
    expect(misread).toBeGreaterThan(exact - 0.03);
    expect(misread).toBeLessThan(exact + 0.07);
  });

  test('is lost where an estimate is taken for exact', () => {
    const deviations = Float64Array.from({ length }, (_value, t) => patterns[0][1](t));
    expect(coverage(deviations, 'estimate', false)).toBeLessThan(exact - 0.1);
  });
});

describe('uncertain values', () => {
  const values = truth(1).subarray(0, length);
  const monthly = Float64Array.from(
    { length: 48 },
    (_, t) => 100 + t + 20 * Math.cos((2 * Math.PI * t) / 12) + (t % 5),
  );

  test('that are all exact change no bit', () => {
    const plain = forecast({ values });
    const exact = forecast({ values, logStandardDeviations: new Float64Array(length) });
    expect([...exact.paths]).toEqual([...plain.paths]);
    expect([...exact.quantiles]).toEqual([...plain.quantiles]);
  });

  test('widen a forecast the more the newer they are', () => {
    const only = (at: number) => Float64Array.from(values, (_, t) => (t === at ? 0.3 : 0));
    const newest = width(forecast({ values, logStandardDeviations: only(length - 1) }));
    const older = width(forecast({ values, logStandardDeviations: only(length - 4) }));
    expect(newest).toBeGreaterThan(1.1 * older);
    expect(older).toBeGreaterThan(width(forecast({ values })) * 0.99);
  });

  test('of a season widen it too', () => {
    const request = { values: monthly, seasonLength: 12, horizon: 6 };
    const told = forecast({ ...request, logStandardDeviations: monthly.map((_, t) => (t >= 42 ? 0.2 : 0)) });
    expect(width(told)).toBeGreaterThan(1.1 * width(forecast(request)));
  });

  test('that are not positive widen it by amounts', () => {
    const signed = Float64Array.from(values, (_, t) => 6 + 0.4 * t + 0.3 * Math.sin(9 * t) - (t === 2 ? 8 : 0));
    const spread = (of: SeriesForecast) => quantile(of, 0, 0.9) - quantile(of, 0, 0.1);
    const told = forecast({ values: signed, logStandardDeviations: signed.map(() => 0.8) });
    expect(spread(told)).toBeGreaterThan(1.05 * spread(forecast({ values: signed })));
  });

  test('that are next to unknown leave a forecast finite', () => {
    for (const of of [values, monthly, new Float64Array(9), Float64Array.from(values, (v) => v - 200)]) {
      const { paths, quantiles } = forecast({ values: of, logStandardDeviations: of.map(() => 1e6) });
      expect([...paths, ...quantiles].every(Number.isFinite)).toBe(true);
    }
  });
});
