import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { naive } from './benchmark/naive.ts';
import { naive2 } from './benchmark/naive2.ts';
import {
  logRandomWalkWithDrift,
  randomWalkWithDrift,
  randomWalkWithShrunkDrift,
} from './benchmark/random-walk-with-drift.ts';
import { seasonalNaive } from './benchmark/seasonal-naive.ts';
import type { FittedModel, Model, TrainingSeries } from './model.ts';
import { seasonallyAdjusted } from './seasonal/seasonally-adjusted.ts';
import { dampedTrend, logDampedTrend } from './smoothing/damped-trend.ts';
import { exponentialSmoothingWithDrift } from './smoothing/exponential-smoothing-with-drift.ts';
import { holt } from './smoothing/holt.ts';
import { logOptimisedTheta, optimisedTheta } from './smoothing/optimised-theta.ts';
import { simpleExponentialSmoothing } from './smoothing/simple-exponential-smoothing.ts';
import { logTheta, theta } from './smoothing/theta.ts';
import { squareRootModel } from './square-root-model.ts';

const onLevels: readonly Model[] = [
  naive,
  naive2,
  seasonalNaive,
  randomWalkWithDrift,
  randomWalkWithShrunkDrift,
  simpleExponentialSmoothing,
  exponentialSmoothingWithDrift,
  holt,
  dampedTrend,
  theta,
  optimisedTheta,
];
const onLogs: readonly Model[] = [logRandomWalkWithDrift, logDampedTrend, logTheta, logOptimisedTheta];
const models = [
  ...onLevels,
  ...onLogs,
  squareRootModel(theta),
  squareRootModel(holt),
  { ...seasonallyAdjusted(dampedTrend), name: 'seasonally adjusted' },
];

/** A trend with noise, or the like, of any length: the same numbers every time. */
function wobblyTrend(n: number, seasonLength = 1): TrainingSeries {
  const rng = counterRng('contract', 1);
  let level = 100;
  const values = Float64Array.from({ length: n }, (_, t) => {
    level += 4 + 3 * rng.normal();
    return level * (1 + (seasonLength > 1 ? 0.3 * Math.sin((2 * Math.PI * t) / seasonLength) : 0));
  });
  return { values, seasonLength };
}

function fitted(model: Model, series: TrainingSeries): FittedModel {
  const fit = model.fit(series);
  if (fit.kind === 'unfit') throw new Error(`${model.name} is unfit: ${fit.reason}`);
  return fit.model;
}

const hard: readonly [string, readonly number[]][] = [
  ['nothing', []],
  ['one value', [5]],
  ['two values', [5, 6]],
  ['three values', [5, 6, 9]],
  ['a constant', new Array(12).fill(7)],
  ['zeros', new Array(12).fill(0)],
  ['negative values', [-5, -4, -6, -3, -8, -9, -2, -1, -7]],
  ['a zero among positives', [3, 0, 4, 5, 6, 2, 3, 4]],
  ['a step', [1, 1, 1, 1, 1, 1000, 1000, 1000, 1000]],
  ['an outlier', [1, 2, 3, 1e9, 5, 6, 7, 8, 9]],
  ['tiny values', [1e-12, 2e-12, 3e-12, 2e-12, 4e-12, 5e-12, 6e-12]],
  ['huge values', [1e15, 2e15, 3e15, 2e15, 4e15, 5e15, 6e15]],
  ['a missing value', [1, 2, Number.NaN, 4, 5, 6, 7, 8]],
  ['infinity', [1, 2, Number.POSITIVE_INFINITY, 4, 5, 6, 7, 8]],
  ['all missing', new Array(9).fill(Number.NaN)],
];

describe.each(models)('$name', (model) => {
  test.each([4, 12])(
    'on season length %d forecasts and simulates finite numbers of the right shape',
    (seasonLength) => {
      const series = wobblyTrend(48, seasonLength);
      const it = fitted(model, series);
      expect(it.forecast(7)).toHaveLength(7);
      expect(it.fitted).toHaveLength(48);
      expect(it.forecast(7).every(Number.isFinite)).toBe(true);
      const paths = it.simulate(7, 20, counterRng('shape', 1));
      expect(paths).toHaveLength(140);
      expect(paths.every(Number.isFinite)).toBe(true);
      expect(Object.values(it.parameters).every(Number.isFinite)).toBe(true);
    },
  );

  test('gives shorter horizons as prefixes of longer ones', () => {
    const it = fitted(model, wobblyTrend(30));
    expect([...it.forecast(3)]).toEqual([...it.forecast(9)].slice(0, 3));
  });

  test('leaves its input as it was', () => {
    const series = wobblyTrend(30, 4);
    const before = [...series.values];
    fitted(model, series).forecast(5);
    expect([...series.values]).toEqual(before);
  });

  test('sees nothing after the origin', () => {
    const long = wobblyTrend(40);
    const changed = long.values.map((value, t) => (t < 30 ? value : -1e6));
    const upTo30 = (values: Float64Array) => fitted(model, { values: values.subarray(0, 30), seasonLength: 1 });
    expect([...upTo30(changed).forecast(5)]).toEqual([...upTo30(long.values).forecast(5)]);
  });

  test('repeats its paths for the same stream', () => {
    const it = fitted(model, wobblyTrend(30));
    const draw = () => [...it.simulate(4, 10, counterRng('same', 9))];
    expect(draw()).toEqual(draw());
  });

  test('doubles its forecast when the series doubles', () => {
    const { values } = wobblyTrend(30);
    const one = fitted(model, { values, seasonLength: 1 }).forecast(5);
    const two = fitted(model, { values: values.map((value) => value * 2), seasonLength: 1 }).forecast(5);
    for (let h = 0; h < 5; h += 1) expect(two[h] / one[h]).toBeCloseTo(2, 4);
  });

  test.each(hard)('gives a fit or a reason for %s', (_, values) => {
    const fit = model.fit({ values: Float64Array.from(values), seasonLength: 1 });
    if (fit.kind === 'unfit') {
      expect(fit.reason).not.toBe('');
      return;
    }
    const paths = fit.model.simulate(6, 40, counterRng('hard', 1));
    expect(fit.model.forecast(6).every(Number.isFinite)).toBe(true);
    expect(paths.every(Number.isFinite)).toBe(true);
  });
});

describe.each(onLevels)('$name', (model) => {
  test('moves with a shift of the series', () => {
    const { values } = wobblyTrend(30);
    const plain = fitted(model, { values, seasonLength: 1 }).forecast(5);
    const shifted = fitted(model, { values: values.map((value) => value + 1000), seasonLength: 1 }).forecast(5);
    for (let h = 0; h < 5; h += 1) expect(Math.abs(shifted[h] - plain[h] - 1000)).toBeLessThan(0.05);
  });
});

describe.each(onLogs)('$name', (model) => {
  test('refuses values that are not positive', () => {
    const fit = model.fit({ values: Float64Array.of(1, 2, 0, 4, 5, 6, 7), seasonLength: 1 });
    expect(fit).toEqual({ kind: 'unfit', reason: 'not-positive' });
  });

  test('stays positive', () => {
    const it = fitted(model, { values: Float64Array.of(90, 60, 40, 21, 15, 9, 6, 4, 2), seasonLength: 1 });
    expect(it.simulate(20, 100, counterRng('positive', 1)).every((value) => value > 0)).toBe(true);
  });
});

describe('simulated coverage', () => {
  /** Share of random walks with drift whose value at h = 3 lies in the central 0.8 interval of the model's paths. */
  function coverage(model: Model, drift: number): number {
    let inside = 0;
    const trials = 300;
    for (let trial = 0; trial < trials; trial += 1) {
      const rng = counterRng(`walk ${trial}`, 4);
      let level = 1000;
      const walk = Float64Array.from({ length: 28 }, () => {
        level += drift + 20 * rng.normal();
        return level;
      });
      const it = fitted(model, { values: walk.subarray(0, 25), seasonLength: 1 });
      const paths = it.simulate(3, 200, counterRng('coverage', trial));
      const ends = paths.filter((_, i) => i % 3 === 2).sort();
      if (walk[27] >= ends[19] && walk[27] <= ends[180]) inside += 1;
    }
    return inside / trials;
  }

  // A damped trend cannot follow a drift for ever: it is asked for what it can do.
  test.each([
    { model: randomWalkWithDrift, drift: 10 },
    { model: exponentialSmoothingWithDrift, drift: 10 },
    { model: holt, drift: 10 },
    { model: theta, drift: 10 },
    { model: dampedTrend, drift: 0 },
    { model: naive, drift: 0 },
  ])('$model.name covers a random walk with drift $drift about as often as it says', ({ model, drift }) => {
    const share = coverage(model, drift);
    expect(share).toBeGreaterThan(0.68);
    expect(share).toBeLessThan(0.9);
  });
});
