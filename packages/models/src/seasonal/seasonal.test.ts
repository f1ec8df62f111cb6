import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { classicalIndices, removeSeason, restoreSeason, seasonalIndices } from './seasonal-indices.ts';
import { hasSeason } from './seasonality.ts';
import { findClassicalSeason, findSeason } from './seasonally-adjusted.ts';

const season = [1.3, 0.9, 0.7, 1.1];

function seasonal(n: number, noise: number): Float64Array {
  const rng = counterRng('seasonal', 1);
  return Float64Array.from({ length: n }, (_, t) => (100 + t) * season[t % 4] * Math.exp(noise * rng.normal()));
}

function noise(n: number): Float64Array {
  const rng = counterRng('noise', 5);
  return Float64Array.from({ length: n }, () => 100 * Math.exp(0.1 * rng.normal()));
}

describe('hasSeason', () => {
  test('sees a season and none where there is none', () => {
    expect(hasSeason(seasonal(24, 0.02), 4)).toBe(true);
    expect(hasSeason(noise(40), 4)).toBe(false);
  });

  test('needs three seasons, and more than one period in each', () => {
    expect(hasSeason(seasonal(11, 0), 4)).toBe(false);
    expect(hasSeason(seasonal(24, 0), 1)).toBe(false);
  });
});

describe('seasonal indices', () => {
  test('of a clear season are found, shrunk hardly at all', () => {
    for (const method of [classicalIndices, seasonalIndices]) {
      const { kind, indices } = method(seasonal(40, 0.01), 4);
      expect(kind).toBe('multiplicative');
      season.forEach((index, s) => {
        expect(indices[s]).toBeCloseTo(index, 1);
      });
    }
  });

  test('of noise shrink most of the way to none', () => {
    const spread = (indices: Float64Array) => Math.max(...indices) - Math.min(...indices);
    expect(spread(seasonalIndices(noise(40), 4).indices)).toBeLessThan(
      0.6 * spread(classicalIndices(noise(40), 4).indices),
    );
  });

  test('are amounts where a value is not positive', () => {
    const values = Float64Array.from({ length: 16 }, (_, t) => [5, 0, -5, 0][t % 4]);
    const { kind, indices } = seasonalIndices(values, 4);
    expect(kind).toBe('additive');
    expect([...indices].map(Math.round)).toEqual([5, 0, -5, 0]);
  });

  test('taken out and put back leave values as they were', () => {
    const values = seasonal(24, 0.1);
    const found = seasonalIndices(values, 4);
    const back = restoreSeason(removeSeason(values, found), { columns: 1, horizon: 24, offset: 0 }, found);
    back.forEach((value, t) => {
      expect(value).toBeCloseTo(values[t], 9);
    });
  });
});

describe('findSeason', () => {
  test('needs three full seasons', () => {
    expect(findSeason({ values: seasonal(11, 0), seasonLength: 4 })).toBeNull();
    expect(findSeason({ values: seasonal(12, 0), seasonLength: 4 })).not.toBeNull();
  });

  test('asks for no test, as the classical one does', () => {
    const series = { values: noise(40), seasonLength: 4 };
    expect(findSeason(series)).not.toBeNull();
    expect(findClassicalSeason(series)).toBeNull();
  });
});
