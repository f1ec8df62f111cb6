import { counterRng, normalCdf } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { multipleComparisonWithBest } from './multiple-comparison-with-best.ts';
import { excessMovement } from './probability/excess-movement.ts';

describe('multipleComparisonWithBest', () => {
  test('ranks by mean rank and shares ties', () => {
    const ranked = multipleComparisonWithBest(
      ['a', 'b', 'c'],
      [
        [3, 1, 2],
        [3, 1, 1],
        [3, 1, 2],
      ],
    );
    expect(ranked.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
    expect(ranked[0].meanRank).toBeCloseTo((1 + 1.5 + 1) / 3, 12);
  });

  test('tells a clear loser from chance only with enough series', () => {
    const row = [1, 2];
    const loserIsClose = (series: number) =>
      multipleComparisonWithBest(['good', 'bad'], new Array(series).fill(row))[1].indistinguishableFromBest;
    expect(loserIsClose(2)).toBe(true);
    expect(loserIsClose(30)).toBe(false);
  });

  test.each([
    [['a'], [[1]]],
    [['a', 'b'], []],
    [['a', 'b'], [[1]]],
    [Array.from({ length: 25 }, (_, k) => `${k}`), [Array.from({ length: 25 }, (_, k) => k)]],
  ])('rejects %j with %j', (names, scores) => {
    expect(() => multipleComparisonWithBest(names, scores)).toThrow(RangeError);
  });
});

describe('excessMovement', () => {
  test('is nothing for a probability that goes straight to its outcome with the odds it gave', () => {
    expect(0.5 * excessMovement([0.5, 1]) + 0.5 * excessMovement([0.5, 0])).toBeCloseTo(0, 12);
  });

  test('is positive for swings that resolve nothing', () => {
    expect(excessMovement([0.5, 0.9, 0.1, 0.5])).toBeGreaterThan(0.9);
  });

  test('averages to zero for the true probability of a random walk', () => {
    let total = 0;
    const trials = 4000;
    for (let trial = 0; trial < trials; trial += 1) {
      const rng = counterRng('martingale', trial);
      let level = 0;
      const probabilities = [0.5];
      for (let left = 4; left >= 0; left -= 1) {
        level += rng.normal();
        probabilities.push(left > 0 ? normalCdf(level / Math.sqrt(left)) : level > 0 ? 1 : 0);
      }
      total += excessMovement(probabilities) / trials;
    }
    expect(Math.abs(total)).toBeLessThan(0.01);
  });

  test.each([[[0.5]], [[0.5, 1.2]], [[Number.NaN, 0.5]]])('rejects %j', (probabilities) => {
    expect(() => excessMovement(probabilities)).toThrow(RangeError);
  });
});
