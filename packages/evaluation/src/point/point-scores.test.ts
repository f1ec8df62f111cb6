import { describe, expect, test } from 'vitest';
import { meanAbsoluteScaledError, naiveScale } from './mean-absolute-scaled-error.ts';
import { overallWeightedAverage } from './overall-weighted-average.ts';
import { symmetricMeanAbsolutePercentageError } from './symmetric-mean-absolute-percentage-error.ts';

describe('naiveScale', () => {
  test('is the mean absolute change over a season', () => {
    expect(naiveScale([1, 3, 2, 6], 1)).toBeCloseTo(7 / 3, 12);
    expect(naiveScale([1, 3, 2, 6], 2)).toBe(2);
  });

  test('is NaN for a series shorter than a season', () => {
    expect(naiveScale([1, 2], 4)).toBeNaN();
  });
});

describe('meanAbsoluteScaledError', () => {
  test('divides the mean absolute error by the scale', () => {
    expect(meanAbsoluteScaledError([10, 12], [11, 15], 4)).toBe(0.5);
  });

  test('rejects arrays of different length', () => {
    expect(() => meanAbsoluteScaledError([1], [1, 2], 1)).toThrow(RangeError);
  });
});

describe('symmetricMeanAbsolutePercentageError', () => {
  test('runs from 0 to 200', () => {
    expect(symmetricMeanAbsolutePercentageError([5, 0], [5, 0])).toBe(0);
    expect(symmetricMeanAbsolutePercentageError([5], [-5])).toBe(200);
    expect(symmetricMeanAbsolutePercentageError([100], [50])).toBeCloseTo(66.667, 3);
  });
});

describe('overallWeightedAverage', () => {
  test('is 1 for the benchmark itself', () => {
    expect(overallWeightedAverage({ smape: 15, mase: 3 }, { smape: 15, mase: 3 })).toBe(1);
    expect(overallWeightedAverage({ smape: 12, mase: 3 }, { smape: 15, mase: 3 })).toBeCloseTo(0.9, 12);
  });
});
