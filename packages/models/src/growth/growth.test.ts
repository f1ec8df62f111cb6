import { counterRng } from '@hadaf/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fit, FittedModel, Model } from '../model.ts';
import { bassGrowth, bassGrowthWithCap } from './bass-growth.ts';
import { exponentialGrowth } from './exponential-growth.ts';
import { gompertzGrowth, gompertzGrowthWithCap } from './gompertz-growth.ts';
import { logisticGrowth, logisticGrowthWithCap } from './logistic-growth.ts';
import { piecewiseGrowth } from './piecewise-growth.ts';
import { richardsGrowth, richardsGrowthWithCap } from './richards-growth.ts';

function noisy(length: number, value: (t: number) => number, deviation: number): Float64Array {
  const rng = counterRng('growth', 7);
  return Float64Array.from({ length }, (_, t) => value(t) * Math.exp(deviation * rng.normal()));
}

function fit(model: Model, values: ArrayLike<number>): Fit {
  return model.fit({ values: Float64Array.from(values), seasonLength: 1 });
}

function fitted(model: Model, values: ArrayLike<number>): FittedModel {
  const result = fit(model, values);
  if (result.kind !== 'fitted') throw new Error(`${model.name} is unfit: ${result.reason}`);
  return result.model;
}

const logistic = (t: number) => 1000 / (1 + Math.exp(-0.5 * (t - 9)));
const slow = (t: number) => logistic(t - 2);
const gompertz = (t: number) => 1000 * Math.exp(-Math.exp(-0.25 * (t - 6)));
const richards = (t: number) => 1000 / (1 + 2.5 * Math.exp(-0.6 * (t - 12))) ** (1 / 2.5);
const bass = (t: number) => (1000 * -Math.expm1(-0.41 * (t + 1))) / (1 + (0.4 / 0.01) * Math.exp(-0.41 * (t + 1)));
const broken = (t: number) => 100 * 1.25 ** Math.min(t, 12) * 1.02 ** Math.max(t - 12, 0);
const models = [exponentialGrowth, logisticGrowth, gompertzGrowth, richardsGrowth, bassGrowth, piecewiseGrowth];
const capped = [logisticGrowth, gompertzGrowth, richardsGrowth, bassGrowth];

describe('growth models', () => {
  test('exponential growth finds its rate', () => {
    const model = fitted(exponentialGrowth, [100, 110, 121, 133.1, 146.41, 161.051]);
    expect(model.parameters['growthRate']).toBeCloseTo(0.1, 9);
    expect(model.forecast(1)[0]).toBeCloseTo(177.1561, 6);
  });

  test('logistic growth finds its cap, speed and inflection', () => {
    const { parameters } = fitted(logisticGrowth, noisy(20, logistic, 0.02));
    expect(parameters['cap']).toBeGreaterThan(970);
    expect(parameters['cap']).toBeLessThan(1030);
    expect(parameters['inflection']).toBeCloseTo(9, 0);
  });

  test('Gompertz growth finds its cap', () => {
    const { parameters } = fitted(gompertzGrowth, noisy(24, gompertz, 0.01));
    expect(Math.abs((parameters['cap'] ?? 0) - 1000)).toBeLessThan(40);
  });

  test('Richards growth finds its cap and asymmetry', () => {
    const { parameters } = fitted(richardsGrowth, noisy(30, richards, 0.005));
    expect(Math.abs((parameters['cap'] ?? 0) - 1000)).toBeLessThan(20);
    expect(Math.abs((parameters['asymmetry'] ?? 0) - 2.5)).toBeLessThan(0.7);
  });

  test('Bass diffusion finds its potential and coefficients', () => {
    const { parameters } = fitted(bassGrowth, noisy(20, bass, 0.01));
    expect(Math.abs((parameters['cap'] ?? 0) - 1000)).toBeLessThan(30);
    expect(parameters['coefficientOfInnovation']).toBeCloseTo(0.01, 3);
    expect(parameters['coefficientOfImitation']).toBeCloseTo(0.4, 1);
  });

  test('piecewise growth finds the break and both rates', () => {
    const { parameters } = fitted(piecewiseGrowth, noisy(24, broken, 0.02));
    expect(parameters['breakAt']).toBe(12);
    expect(parameters['breakCredibility']).toBeGreaterThan(0.99);
    expect(parameters['growthBefore']).toBeCloseTo(0.25, 2);
    expect(parameters['growthAfter']).toBeCloseTo(0.02, 1);
  });

  test('piecewise growth without a break says so', () => {
    const { parameters } = fitted(
      piecewiseGrowth,
      noisy(24, (t) => 100 * 1.1 ** t, 0.05),
    );
    expect(parameters['breakCredibility']).toBeLessThan(0.5);
  });

  test.each(capped)('$name says when the inflection is not passed', (model) => {
    expect(fit(model, noisy(model === richardsGrowth ? 10 : 8, slow, 0.02))).toEqual({
      kind: 'unfit',
      reason: 'cap-not-identified',
    });
  });

  test('a cap that noise leaves open is not identified', () => {
    expect(
      fit(
        logisticGrowth,
        noisy(10, (t) => 1000 / (1 + Math.exp(-0.3 * (t - 7.5))), 0.4),
      ),
    ).toEqual({ kind: 'unfit', reason: 'cap-not-identified' });
  });

  test.each([logisticGrowthWithCap, gompertzGrowthWithCap, richardsGrowthWithCap, bassGrowthWithCap])(
    'a stated cap takes the place of the data',
    (withCap) => {
      const model = fitted(withCap({ cap: 5000, logStandardDeviation: 0 }), noisy(8, logistic, 0.02));
      expect(model.parameters['cap']).toBeCloseTo(5000, -2);
      expect(model.forecast(200)[199]).toBeLessThan(5100);
    },
  );

  test('an uncertain cap widens the paths', () => {
    const values = noisy(8, logistic, 0.02);
    const width = (logStandardDeviation: number) => {
      const last = fitted(logisticGrowthWithCap({ cap: 2000, logStandardDeviation }), values);
      const paths = last.simulate(30, 200, counterRng('cap', 1));
      const ends = Array.from({ length: 200 }, (_, i) => paths[i * 30 + 29] ?? 0).sort((a, b) => a - b);
      return Math.log((ends[180] ?? 0) / (ends[20] ?? 0));
    };
    expect(width(0.3)).toBeGreaterThan(1.5 * width(0));
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('rejects the cap %d', (cap) => {
    expect(() => logisticGrowthWithCap({ cap, logStandardDeviation: 0 })).toThrow(RangeError);
  });

  test.each(models)('$name names why it cannot be fitted', (model) => {
    expect(fit(model, [])).toEqual({ kind: 'unfit', reason: 'too-few-observations' });
    expect(fit(model, [1, 2, 0, 4, 5, 6, 7, 8, 9])).toEqual({ kind: 'unfit', reason: 'not-positive' });
    expect(fit(model, [1, 2, Number.NaN, 4, 5, 6, 7, 8])).toEqual({ kind: 'unfit', reason: 'missing-values' });
  });

  test.each(models)('$name repeats its paths for the same seed', (model) => {
    const shape = model === richardsGrowth ? richards : logistic;
    const draw = () => fitted(model, noisy(30, shape, 0.005)).simulate(5, 8, counterRng('same', 3));
    expect(draw()).toEqual(draw());
  });

  test.each([
    ['a constant', new Array(12).fill(7)],
    ['a step', [1, 1, 1, 1, 1, 1000, 1000, 1000, 1000]],
    ['an outlier', [1, 2, 3, 1e9, 5, 6, 7, 8, 9]],
    ['tiny values', [1e-12, 2e-12, 3e-12, 2e-12, 4e-12, 5e-12, 6e-12, 7e-12, 8e-12]],
    ['huge values', [1e15, 2e15, 3e15, 2e15, 4e15, 5e15, 6e15, 7e15, 8e15]],
    ['exact doubling', [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]],
    ['a fall', [512, 256, 128, 64, 32, 16, 8, 4, 2, 1]],
  ])('every model answers %s with finite numbers or a reason', (_, values) => {
    for (const model of models) {
      const result = fit(model, values);
      if (result.kind === 'unfit') continue;
      expect(Object.values(result.model.parameters).every(Number.isFinite)).toBe(true);
      expect(result.model.forecast(12).every((value) => value > 0 && Number.isFinite(value))).toBe(true);
      const paths = result.model.simulate(12, 20, counterRng('hard', 1));
      expect(paths.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    }
  });

  test.each([exponentialGrowth, logisticGrowth])('$name covers its own kind about as often as it says', (model) => {
    const curve = model === logisticGrowth ? logistic : (t: number) => 100 * 1.1 ** t;
    const rng = counterRng('coverage', 1);
    let inside = 0;
    for (let trial = 0; trial < 200; trial++) {
      const values = Float64Array.from({ length: 21 }, (_, t) => curve(t) * Math.exp(0.06 * rng.normal()));
      const paths = fitted(model, values.subarray(0, 18)).simulate(3, 200, counterRng(`trial ${trial}`, 1));
      const ends = paths.filter((_, i) => i % 3 === 2).sort();
      if ((values[20] ?? 0) >= (ends[19] ?? 0) && (values[20] ?? 0) <= (ends[180] ?? 0)) inside += 1;
    }
    expect(inside / 200).toBeGreaterThan(0.72);
    expect(inside / 200).toBeLessThan(0.88);
  });

  test.each(models)('$name gives finite positive paths or a reason', (model) => {
    const values = fc.array(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(values, (observed) => {
        const result = fit(model, observed);
        if (result.kind === 'unfit') return true;
        const paths = result.model.simulate(8, 6, counterRng('property', 1));
        return (
          paths.every((value) => value >= 0 && Number.isFinite(value)) &&
          result.model.forecast(8).every(Number.isFinite)
        );
      }),
      { numRuns: 60 },
    );
  });
});
