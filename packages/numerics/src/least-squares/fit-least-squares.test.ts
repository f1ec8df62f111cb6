import { describe, expect, test } from 'vitest';
import { fitLeastSquares } from './fit-least-squares.ts';
import type { LeastSquaresEstimate, LeastSquaresFit, LeastSquaresProblem } from './problem.ts';

type Curve = (parameters: Float64Array, x: number, gradient: Float64Array) => number;

function problem(x: readonly number[], y: readonly number[], curve: Curve, size: number): LeastSquaresProblem {
  const gradient = new Float64Array(size);
  return {
    observed: Float64Array.from(y),
    parameterCount: size,
    linear: [],
    predict(parameters, predicted) {
      for (const [i, value] of x.entries()) predicted[i] = curve(parameters, value, gradient);
    },
    differentiate(parameters, predicted, jacobian) {
      for (const [i, value] of x.entries()) {
        predicted[i] = curve(parameters, value, gradient);
        for (let j = 0; j < size; j++) jacobian[j * x.length + i] = gradient[j] ?? Number.NaN;
      }
    },
  };
}

function converged(fit: LeastSquaresFit): LeastSquaresEstimate {
  if (fit.kind !== 'converged') throw new Error(`fit ended as ${fit.kind}`);
  return fit.estimate;
}

/** Digits in agreement with a certified value. */
function digits(value: number | undefined, certified: number): number {
  return -Math.log10(Math.abs(((value ?? Number.NaN) - certified) / certified));
}

// NIST StRD Misra1a (1978): volume against pressure, y = b1·(1 − e^(−b2·x)); data and certified values are public domain.
const pressure = [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0];
const volume = [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78];
const misra: Curve = (b, x, gradient) => {
  const left = Math.exp(-(b[1] ?? 0) * x);
  gradient[0] = 1 - left;
  gradient[1] = (b[0] ?? 0) * x * left;
  return (b[0] ?? 0) * (1 - left);
};
const misra1a = problem(pressure, volume, misra, 2);

// NIST StRD BoxBOD: y = b1·(1 − e^(−b2·x)), a start from which plain methods run off to a flat region.
const boxBod = problem([1, 2, 3, 5, 7, 10], [109, 149, 149, 191, 213, 224], misra, 2);

describe('fitLeastSquares', () => {
  test.each([
    [500, 0.0001],
    [250, 0.0005],
  ])('agrees with the certified Misra1a from start %d, %d', (...start) => {
    const estimate = converged(fitLeastSquares(misra1a, Float64Array.from(start)));
    expect(digits(estimate.parameters[0], 238.94212918)).toBeGreaterThan(9);
    expect(digits(estimate.parameters[1], 5.5015643181e-4)).toBeGreaterThan(9);
    expect(digits(estimate.standardErrors[0], 2.7070075241)).toBeGreaterThan(8);
    expect(digits(estimate.standardErrors[1], 7.2668688436e-6)).toBeGreaterThan(8);
    expect(digits(estimate.residualSumOfSquares, 0.12455138894)).toBeGreaterThan(8);
    expect(digits(estimate.residualStandardDeviation, 0.1018787633)).toBeGreaterThan(8);
  });

  test('variable projection reaches the same minimum', () => {
    const estimate = converged(fitLeastSquares({ ...misra1a, linear: [0] }, Float64Array.of(1, 0.0001)));
    expect(digits(estimate.parameters[0], 238.94212918)).toBeGreaterThan(9);
  });

  test.each([[[]], [[0]]])('agrees with the certified BoxBOD with linear parameters %j', (linear) => {
    const estimate = converged(fitLeastSquares({ ...boxBod, linear }, Float64Array.of(1, 1)));
    expect(digits(estimate.parameters[0], 213.80940889)).toBeGreaterThan(9);
    expect(digits(estimate.parameters[1], 0.54723748542)).toBeGreaterThan(9);
  });

  test('keeps a parameter inside its bounds and says so', () => {
    const bounded = { ...misra1a, upper: Float64Array.of(230, Number.POSITIVE_INFINITY) };
    const estimate = converged(fitLeastSquares(bounded, Float64Array.of(200, 0.0005)));
    expect(estimate.parameters[0]).toBe(230);
    expect(estimate.atBound).toEqual([0]);
    expect(estimate.standardErrors[0]).toBeNaN();
    expect(estimate.standardErrors[1]).toBeGreaterThan(0);
  });

  test('names the parameters of which only the product is identified', () => {
    const curve: Curve = (b, x, gradient) => {
      const [first = 0, second = 0, third = 0] = b;
      gradient.set([second * x, first * x, 1]);
      return first * second * x + third;
    };
    const fit = fitLeastSquares(problem([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8], curve, 3), Float64Array.of(1, 1, 0));
    expect(fit).toMatchObject({ kind: 'not-identified', unidentified: [0, 1] });
  });

  test('names a parameter the model does not depend on', () => {
    const curve: Curve = (b, x, gradient) => {
      gradient.set([x, 0]);
      return (b[0] ?? 0) * x;
    };
    const fit = fitLeastSquares(problem([1, 2, 3], [1, 2.1, 2.9], curve, 2), Float64Array.of(1, 5));
    expect(fit).toMatchObject({ kind: 'not-identified', unidentified: [1] });
  });

  test('keeps the order of exchangeable terms as started', () => {
    const curve: Curve = (b, x, gradient) => {
      const [first = 0, slow = 0, second = 0, fast = 0] = b;
      gradient[0] = Math.exp(-slow * x);
      gradient[1] = -first * x * Math.exp(-slow * x);
      gradient[2] = Math.exp(-fast * x);
      gradient[3] = -second * x * Math.exp(-fast * x);
      return first * Math.exp(-slow * x) + second * Math.exp(-fast * x);
    };
    const x = Array.from({ length: 20 }, (_, i) => i * 0.2);
    const y = x.map((at) => 3 * Math.exp(-0.5 * at) + 2 * Math.exp(-3 * at));
    const sums = { ...problem(x, y, curve, 4), linear: [0, 2] };
    for (const [slow, fast] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { parameters } = converged(fitLeastSquares(sums, Float64Array.of(1, slow, 1, fast)));
      expect(Math.sign((parameters[1] ?? 0) - (parameters[3] ?? 0))).toBe(Math.sign(slow - fast));
    }
  });

  test('gives a value where nothing can be fitted', () => {
    expect(fitLeastSquares(problem([1], [1], misra, 2), Float64Array.of(1, 1))).toEqual({
      kind: 'unsolvable',
      reason: 'too-few-observations',
    });
    const curve: Curve = (b, x, gradient) => {
      gradient[0] = x / (b[0] ?? 0);
      return x * Math.log(b[0] ?? 0);
    };
    const logarithm = problem([1, 2, 3], [1, 2, 3], curve, 1);
    expect(fitLeastSquares(logarithm, Float64Array.of(-1), { maxRestarts: 0 })).toEqual({
      kind: 'unsolvable',
      reason: 'not-finite-at-start',
    });
    expect(converged(fitLeastSquares(logarithm, Float64Array.of(-1))).parameters[0]).toBeCloseTo(Math.E, 9);
  });

  test('gives the same bits twice and leaves the start alone', () => {
    const start = Float64Array.of(500, 0.0001);
    const first = fitLeastSquares(misra1a, start);
    expect(fitLeastSquares(misra1a, start)).toEqual(first);
    expect(start).toEqual(Float64Array.of(500, 0.0001));
  });

  test.each([[[1]], [[1, Number.NaN]]])('rejects the start %j', (start) => {
    expect(() => fitLeastSquares(misra1a, Float64Array.from(start))).toThrow(RangeError);
  });
});
