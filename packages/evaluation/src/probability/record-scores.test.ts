import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { brierDecomposition } from './brier-decomposition.ts';
import { movementTest, type Reissue } from './movement-test.ts';
import { brierScore } from './probability-scores.ts';
import { shareInterval } from './share-interval.ts';

const judged = (probability: number, happened: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ probability, happened: i < happened }));

describe('brierDecomposition', () => {
  test('of two bins is as by hand', () => {
    const all = [...judged(0.25, 1, 4), ...judged(0.75, 2, 4)];
    const parts = brierDecomposition(all);
    // shares .25 and .5 against .25 and .75, overall 3 of 8
    expect(parts.reliability).toBeCloseTo(0.5 * 0.25 ** 2, 12);
    expect(parts.resolution).toBeCloseTo(0.125 ** 2, 12);
    expect(parts.uncertainty).toBeCloseTo((3 / 8) * (5 / 8), 12);
    expect(parts.withinBins).toBeCloseTo(0, 12);
  });

  test('sums to the Brier score', () => {
    const rng = counterRng('brier', 1);
    const all = Array.from({ length: 200 }, () => ({ probability: rng.uniform(), happened: rng.uniform() < 0.4 }));
    const { reliability, resolution, uncertainty, withinBins } = brierDecomposition(all);
    expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(brierScore(all), 12);
    expect(Math.abs(withinBins)).toBeLessThan(0.01);
  });

  test('refuses nothing', () => {
    expect(() => brierDecomposition([])).toThrow(RangeError);
  });
});

describe('shareInterval', () => {
  /** Newcombe (1998), Two-sided confidence intervals for the single proportion, Stat. Med. 17, table I: 81/263, 15/148, 0/20. */
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ])('of %d in %d is Newcombe’s', (hits, count, lower, upper) => {
    const [from, to] = shareInterval(hits, count, 0.95);
    expect(from).toBeCloseTo(lower, 4);
    expect(to).toBeCloseTo(upper, 4);
  });

  test('has a width where all of few happened', () => {
    const [from, to] = shareInterval(3, 3, 0.95);
    expect([from < 0.5, to]).toEqual([true, 1]);
    expect(() => shareInterval(1, 0, 0.95)).toThrow(RangeError);
  });
});

describe('movementTest', () => {
  /** P that a walk of normal steps ends above 0, re-issued at each step: an honest probability. */
  function walks(count: number, distort: (p: number) => number): Reissue[] {
    const rng = counterRng('walks', 3);
    const steps = 10;
    return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
      let at = 0;
      const path = [0.5];
      for (let t = 1; t <= steps; t += 1) {
        at += rng.normal();
        const left = Math.sqrt(steps - t);
        const p = left === 0 ? Number(at > 0) : 1 / (1 + Math.exp((-1.702 * at) / left));
        path.push(t === steps ? p : distort(p));
      }
      return path.slice(1).map((after, t) => ({ before: path[t] ?? 0.5, after, cluster: `${i} ${t}` }));
    });
  }

  test('finds nothing in honest probabilities', () => {
    const { z, meanChange, movement, uncertaintyReduction } = movementTest(walks(400, (p) => p));
    expect(Math.abs(z)).toBeLessThan(2.5);
    expect(Math.abs(meanChange)).toBeLessThan(0.01);
    expect(movement / uncertaintyReduction).toBeCloseTo(1, 1);
  });

  test('finds what swings too much and what moves too little', () => {
    expect(movementTest(walks(400, (p) => (p > 0.5 ? p ** 0.3 : 1 - (1 - p) ** 0.3))).z).toBeGreaterThan(3);
    expect(movementTest(walks(400, (p) => 0.5 + 0.3 * (p - 0.5))).z).toBeLessThan(-3);
  });

  test('of one re-issue is as by hand', () => {
    expect(movementTest([{ before: 0.5, after: 0.75, cluster: 'a' }])).toMatchObject({
      ...{ changes: 1, clusters: 1, meanChange: 0.25, movement: 0.0625, uncertaintyReduction: 0.0625 },
    });
    expect(() => movementTest([])).toThrow(RangeError);
  });
});
