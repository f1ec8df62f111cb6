import { counterRng } from '@hadaf/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalScore, isCovered } from './interval-score.ts';
import { pinballLoss } from './pinball-loss.ts';
import {
  brierScore,
  expectedCalibrationError,
  logScore,
  lowProbabilityHitShare,
  reliabilityDiagram,
} from './probability-scores.ts';
import { sampleCrps } from './sample-crps.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const level = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('pinballLoss', () => {
  test('at the median it is the absolute error', () => {
    expect(pinballLoss(10, 0.5, 13)).toBe(3);
  });

  test('is never negative', () => {
    fc.assert(fc.property(value, level, value, (q, tau, y) => pinballLoss(q, tau, y) >= 0));
  });

  test.each([0, 1, 90, Number.NaN])('rejects level %d', (tau) => {
    expect(() => pinballLoss(10, tau, 13)).toThrow(RangeError);
  });
});

describe('sampleCrps', () => {
  test('of one draw is the absolute error', () => {
    expect(sampleCrps(Float64Array.of(4), 7)).toBe(3);
  });

  test('of two draws is worked by hand', () => {
    expect(sampleCrps(Float64Array.of(6, 2), 3)).toBe(1);
  });

  test('of a standard normal tends to the closed form', () => {
    const rng = counterRng('crps', 1);
    const sample = Float64Array.from({ length: 20_000 }, () => rng.normal());
    // 2φ(0) − 1/√π at y = 0 (Gneiting & Raftery 2007, §4.2)
    expect(sampleCrps(sample, 0)).toBeCloseTo(0.2337, 2);
  });

  test('rejects an empty sample', () => {
    expect(() => sampleCrps(new Float64Array(0), 1)).toThrow(RangeError);
  });
});

describe('intervalScore', () => {
  const interval = { lower: 10, upper: 20, coverage: 0.8 };

  test('is the width inside and adds ten times the distance outside at coverage 0.8', () => {
    expect(intervalScore(interval, 15)).toBe(10);
    expect(intervalScore(interval, 21)).toBeCloseTo(20, 10);
    expect(intervalScore(interval, 8)).toBeCloseTo(30, 10);
    expect([10, 20, 20.1].map((actual) => isCovered(interval, actual))).toEqual([true, true, false]);
  });

  test('rejects a percentage', () => {
    expect(() => intervalScore({ ...interval, coverage: 80 }, 15)).toThrow(RangeError);
  });
});

describe('scores of probabilities', () => {
  const judged = [
    { probability: 1, happened: true },
    { probability: 0.5, happened: false },
    { probability: 0, happened: true },
    { probability: 0.04, happened: false },
  ];

  test('are worked by hand', () => {
    expect(brierScore(judged)).toBeCloseTo((0 + 0.25 + 1 + 0.0016) / 4, 12);
    expect(logScore(judged, 0.01)).toBeCloseTo(
      -(Math.log(0.99) + Math.log(0.5) + Math.log(0.01) + Math.log(0.96)) / 4,
      12,
    );
    expect(lowProbabilityHitShare(judged)).toBe(0.5);
  });

  test('put a probability of 1 in the last bin', () => {
    const diagram = reliabilityDiagram(judged);
    expect(diagram.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(diagram[0].hitShare).toBe(0.5);
    expect(expectedCalibrationError(judged)).toBeCloseTo((2 * 0.48 + 0.5 + 0) / 4, 12);
  });

  test('find a forecaster calibrated who is', () => {
    const rng = counterRng('calibrated', 1);
    const honest = Array.from({ length: 20_000 }, () => {
      const probability = rng.uniform();
      return { probability, happened: rng.uniform() < probability };
    });
    expect(expectedCalibrationError(honest)).toBeLessThan(0.02);
    expect(brierScore(honest)).toBeCloseTo(1 / 6, 2);
  });

  test('reject nothing to judge', () => {
    expect(() => brierScore([])).toThrow(RangeError);
    expect(() => logScore([], 0.01)).toThrow(RangeError);
    expect(() => expectedCalibrationError([])).toThrow(RangeError);
  });
});
