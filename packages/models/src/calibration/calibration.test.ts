import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { probabilityAtDate, probabilityByDate } from '../paths.ts';
import { annualCalibration } from './annual-calibration.generated.ts';
import { backtestErrors, type FoldErrors } from './backtest-errors.ts';
import { calibratedPaths, calibratedQuantiles } from './calibrated-paths.ts';
import { type Calibration, calibrationLevels, standardisedQuantile } from './calibration.ts';
import { scaleFeatureCount, scaleFeatures } from './error-scale.ts';
import { identityCalibration } from './identity-calibration.ts';
import { learnCalibration } from './learn-calibration.ts';

function trending(n: number): Float64Array {
  const rng = counterRng('trending', 2);
  let log = 4;
  return Float64Array.from({ length: n }, () => {
    log += 0.05 + 0.08 * rng.normal();
    return Math.exp(log);
  });
}

/** Folds whose errors are random walks (persistence 1) or noise (0), of one known size. */
function syntheticPool(series: number, persistence: 0 | 1, size: number): FoldErrors[][] {
  return Array.from({ length: series }, (_, i) => {
    const rng = counterRng('pool', i);
    let walk = 0;
    const errors = Float64Array.from({ length: 6 }, (_, h) => {
      walk += rng.normal();
      return size * (persistence === 1 ? walk / Math.sqrt(h + 1) : rng.normal());
    });
    const features = new Float64Array(6 * scaleFeatureCount);
    for (let h = 0; h < 6; h += 1) features[h * scaleFeatureCount] = 1;
    return [{ features, errors, age: 6 }];
  });
}

describe('standardisedQuantile', () => {
  test('is linear between levels and constant beyond them', () => {
    const quantiles = calibrationLevels.map((level) => 10 * level);
    expect(standardisedQuantile(quantiles, 0.52)).toBeCloseTo(5.2, 10);
    expect(standardisedQuantile(quantiles, 1e-9)).toBe(0.02);
    expect(standardisedQuantile(quantiles, 1)).toBe(9.98);
  });
});

describe.each([
  ['the annual calibration', annualCalibration],
  ['the identity', identityCalibration],
])('%s', (_, { quantiles, coefficients, persistence, commonShare, source }: Calibration) => {
  test('has ascending quantiles, a coefficient a feature and a source', () => {
    expect(quantiles).toHaveLength(calibrationLevels.length);
    expect(quantiles.every((quantile, k) => k === 0 || quantile > quantiles[k - 1])).toBe(true);
    expect(coefficients).toHaveLength(scaleFeatureCount);
    expect([persistence, commonShare].every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(source).not.toBe('');
  });
});

describe('backtestErrors', () => {
  const values = trending(20);
  const origins = { horizon: 3, origins: 8, spacing: 1 };

  test('has one fold an origin, with as many steps as there are actuals', () => {
    const folds = backtestErrors({ values, seasonLength: 1 }, origins);
    expect(folds.map(({ age }) => age)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(folds.map(({ errors }) => errors.length)).toEqual([1, 2, 3, 3, 3, 3, 3, 3]);
  });

  test('reads the size of an error from what was known at the origin alone', () => {
    const changed = values.map((value, t) => (t < 15 ? value : 1e6));
    const at = (of: Float64Array) => backtestErrors({ values: of, seasonLength: 1 }, origins)[4].features;
    expect([...at(changed)]).toEqual([...at(values)]);
  });

  test('has folds as short as it is asked for', () => {
    const six = { values: values.subarray(0, 6), seasonLength: 1 };
    expect(backtestErrors(six, origins)).toEqual([]);
    expect(backtestErrors(six, { ...origins, fewest: 4 }).map(({ age }) => age)).toEqual([1, 2]);
  });

  test('has none for a series with a value that is not positive', () => {
    expect(backtestErrors({ values: values.map((v, t) => (t === 3 ? 0 : v)), seasonLength: 1 }, origins)).toEqual([]);
  });
});

describe('scaleFeatures', () => {
  test('widen for fewer than six values only', () => {
    const shortness = (n: number) => {
      const adjusted = values.subarray(0, n);
      const rows = scaleFeatures({ adjusted, median: adjusted.subarray(0, 1), deviations: Float64Array.of(0.1) });
      return rows[scaleFeatureCount - 1];
    };
    const values = trending(20);
    expect([3, 6, 20].map(shortness)).toEqual([Math.log(2), 0, 0]);
    expect(annualCalibration.coefficients.at(-1)).toBeGreaterThan(0);
  });
});

describe('learnCalibration', () => {
  test('keeps the prior where there is nothing to learn from', () => {
    expect(learnCalibration([[]], annualCalibration, { source: 'empty' })).toBe(annualCalibration);
  });

  test('finds the size of errors and covers as it says', () => {
    const pool = syntheticPool(3000, 0, 0.3);
    const learned = learnCalibration(pool, identityCalibration, { source: 'synthetic', priorSeries: 0 });
    const scale = Math.exp(learned.coefficients[0]);
    expect(scale * standardisedQuantile(learned.quantiles, 0.9)).toBeCloseTo(0.3 * 1.2816, 1);
    expect(scale * standardisedQuantile(learned.quantiles, 0.025)).toBeCloseTo(-0.3 * 1.96, 1);
  });

  test.each([0, 1] as const)('tells persistence %d from its opposite', (persistence) => {
    const learned = learnCalibration(syntheticPool(2000, persistence, 0.2), identityCalibration, {
      source: 'synthetic',
      priorSeries: 0,
    });
    expect(learned.persistence).toBeCloseTo(persistence, 1);
  });

  test('is shrunk to the prior by few series', () => {
    const few = learnCalibration(syntheticPool(5, 0, 0.2), annualCalibration, { source: 'few' });
    const middle = (calibration: Calibration) => standardisedQuantile(calibration.quantiles, 0.9);
    expect(Math.abs(middle(few) - middle(annualCalibration))).toBeLessThan(0.2);
  });
});

describe('calibratedPaths', () => {
  const shape = {
    centre: Float64Array.of(100, 105, 110),
    scales: Float64Array.of(0.05, 0.07, 0.09),
    form: 'multiplicative' as const,
  };
  const paths = calibratedPaths(shape, annualCalibration, 512, counterRng('paths', 1));
  const column = (h: number) => paths.filter((_, i) => i % 3 === h);

  test('have at each step exactly the calibrated quantiles', () => {
    const [median, upper] = calibratedQuantiles(shape, annualCalibration, [0.5, 0.9]);
    const first = column(0);
    expect(first.filter((value) => value > upper).length / 512).toBeCloseTo(0.1, 2);
    expect(first.filter((value) => value > median).length / 512).toBeCloseTo(0.5, 2);
  });

  test('come in pairs that are on opposite sides', () => {
    const ranks = (pathNumber: number) =>
      column(1)
        .toSorted()
        .indexOf(paths[pathNumber * 3 + 1]);
    for (const pair of [0, 7, 100]) expect(ranks(2 * pair) + ranks(2 * pair + 1)).toBe(511);
  });

  test('reach a threshold by the date more often the less their errors persist', () => {
    const by = (persistence: number) => {
      const drawn = calibratedPaths(shape, { ...annualCalibration, persistence }, 2048, counterRng('by', 1));
      return probabilityByDate({ paths: drawn, horizon: 3 }, 3, 112);
    };
    const at = probabilityAtDate({ paths, horizon: 3 }, 3, 112);
    expect(by(1)).toBeGreaterThan(at);
    expect(by(0)).toBeGreaterThan(by(1));
  });
});
