import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import type { FittedModel, Model } from '../model.ts';
import { holtWinters, logHoltWinters } from './holt-winters.ts';
import { emptySeasonalPass, seasonalPass } from './seasonal-pass.ts';

const quarters = [30, -10, -25, 5];

/** A level that wanders, a slope of 1.5 and seasons whose amplitude grows by `swell` a year. */
function quarterly(years: number, noise: number, swell = 0): Float64Array {
  const rng = counterRng('quarterly', 8);
  let level = 200;
  return Float64Array.from({ length: 4 * years }, (_, t) => {
    level += 1.5 + noise * rng.normal();
    return level + quarters[t % 4] * (1 + swell * Math.floor(t / 4)) + noise * rng.normal();
  });
}

function fitted(model: Model, values: Float64Array, seasonLength = 4): FittedModel {
  const fit = model.fit({ values, seasonLength });
  if (fit.kind === 'unfit') throw new Error(fit.reason);
  return fit.model;
}

describe('seasonalPass', () => {
  test('finds the initial level and slope no others do better than', () => {
    const values = quarterly(6, 2);
    const initial = Float64Array.from(quarters);
    const found = { alpha: 0.4, beta: 0.1, gamma: 0.2, phi: 0.95 };
    const pass = emptySeasonalPass(4);
    seasonalPass(values, initial, found, pass);
    const squaresFrom = (firstLevel: number, firstSlope: number) => {
      const seasons = [...initial];
      let level = firstLevel;
      let slope = firstSlope;
      let squares = 0;
      values.forEach((value, t) => {
        const error = value - level - found.phi * slope - seasons[t % 4];
        level += found.phi * slope + found.alpha * error;
        slope = found.phi * slope + found.beta * error;
        seasons[t % 4] += found.gamma * error;
        squares += error * error;
      });
      return { squares, level, slope, seasons };
    };
    const best = squaresFrom(pass.initialLevel, pass.initialSlope);
    expect(pass.sumOfSquares / best.squares).toBeCloseTo(1, 9);
    expect(pass.level).toBeCloseTo(best.level, 8);
    expect(pass.slope).toBeCloseTo(best.slope, 8);
    best.seasons.forEach((season, s) => {
      expect(pass.seasons[s]).toBeCloseTo(season, 8);
    });
    for (const [level, slope] of [
      [0.5, 0],
      [-0.5, 0],
      [0, 0.5],
      [0, -0.5],
    ]) {
      const other = squaresFrom(pass.initialLevel + level, pass.initialSlope + slope);
      expect(other.squares).toBeGreaterThan(best.squares);
    }
  });
});

describe('Holt–Winters', () => {
  test('carries trend and seasons on', () => {
    const whole = quarterly(11, 0.3);
    const forecast = fitted(holtWinters, whole.subarray(0, 40)).forecast(4);
    forecast.forEach((value, h) => {
      expect(Math.abs(value - whole[40 + h])).toBeLessThan(4);
    });
  });

  test('follows seasons that grow better than fixed ones could', () => {
    const whole = quarterly(13, 0.5, 0.3);
    const it = fitted(holtWinters, whole.subarray(0, 48));
    expect(it.parameters['gamma']).toBeGreaterThan(0.05);
    const range = Math.max(...it.forecast(4)) - Math.min(...it.forecast(4));
    expect(range).toBeGreaterThan(3.2 * 55);
  });

  test('on logs forecasts what it would of logarithms', () => {
    const values = quarterly(8, 2);
    const logs = fitted(holtWinters, values.map(Math.log)).forecast(6);
    fitted(logHoltWinters, values)
      .forecast(6)
      .forEach((value, h) => {
        expect(value).toBeCloseTo(Math.exp(logs[h]), 8);
      });
  });

  test('has residuals of no more than it was fitted to, and its own sigma', () => {
    const values = quarterly(10, 2);
    const it = fitted(holtWinters, values);
    const squares = values.reduce((sum, value, t) => sum + (value - it.fitted[t]) ** 2, 0);
    expect(it.parameters['sigma']).toBeCloseTo(Math.sqrt(squares / (40 - 9)), 6);
  });

  test('covers a seasonal walk about as often as it says', () => {
    let inside = 0;
    const trials = 200;
    for (let trial = 0; trial < trials; trial += 1) {
      const rng = counterRng(`season ${trial}`, 8);
      let level = 500;
      const walk = Float64Array.from({ length: 44 }, (_, t) => {
        level += 10 * rng.normal();
        return level + quarters[t % 4];
      });
      const paths = fitted(holtWinters, walk.subarray(0, 40)).simulate(4, 200, counterRng('coverage', trial));
      const ends = paths.filter((_, i) => i % 4 === 3).sort();
      if (walk[43] >= ends[19] && walk[43] <= ends[180]) inside += 1;
    }
    expect(inside / trials).toBeGreaterThan(0.7);
    expect(inside / trials).toBeLessThan(0.92);
  });

  test('has the deviations its paths have, seasons that move included', () => {
    const it = fitted(holtWinters, quarterly(13, 6, 0.2));
    const paths = it.simulate(8, 20_000, counterRng('deviations', 1));
    const deviations = it.deviations?.(8) ?? new Float64Array(8);
    const centre = it.forecast(8);
    for (const h of [0, 3, 4, 7]) {
      const squares = paths.filter((_, i) => i % 8 === h).reduce((sum, value) => sum + (value - centre[h]) ** 2, 0);
      expect(Math.sqrt(squares / 20_000) / deviations[h]).toBeCloseTo(1, 1);
    }
  });

  test('moves and grows with its series, and sees nothing after the origin', () => {
    const values = quarterly(8, 3);
    const plain = fitted(holtWinters, values).forecast(5);
    const moved = fitted(
      holtWinters,
      values.map((value) => 1000 + 2 * value),
    ).forecast(5);
    for (let h = 0; h < 5; h += 1) expect(Math.abs(moved[h] - 1000 - 2 * plain[h])).toBeLessThan(0.05);
    const longer = Float64Array.from([...values, -1e6, 1e6]).subarray(0, values.length);
    expect([...fitted(holtWinters, longer).forecast(5)]).toEqual([...plain]);
  });

  test.each([
    ['no season', quarterly(6, 1), 1, 'no-season'],
    ['less than three seasons', quarterly(3, 1).subarray(1), 4, 'too-few-observations'],
    ['a gap', quarterly(6, 1).map((value, t) => (t === 5 ? Number.NaN : value)), 4, 'missing-values'],
  ])('says why for %s', (_, values, seasonLength, reason) => {
    expect(holtWinters.fit({ values, seasonLength })).toEqual({ kind: 'unfit', reason });
  });

  test.each([
    ['a constant', new Float64Array(24).fill(7)],
    ['zeros', new Float64Array(24)],
    ['a step', Float64Array.from({ length: 24 }, (_, t) => (t < 12 ? 1 : 1e9))],
    ['tiny values', quarterly(6, 2).map((value) => value * 1e-14)],
    ['huge values', quarterly(6, 2).map((value) => value * 1e13)],
  ])('stays finite for %s', (_, values) => {
    for (const model of [holtWinters, logHoltWinters]) {
      const fit = model.fit({ values, seasonLength: 4 });
      if (fit.kind === 'unfit') continue;
      const paths = fit.model.simulate(8, 40, counterRng('hard', 1));
      expect([...fit.model.forecast(8), ...paths].every(Number.isFinite)).toBe(true);
    }
  });
});
