import { goldenSection } from '@hadaf/numerics';
import { fittedByInnovations, residualDeviation } from '../fitted-by-innovations.ts';
import { logModel } from '../log-model.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { standardisedValues } from './standardised-values.ts';

/** 1 − 1/θ for θ = 10: the straight line's largest share. */
const largestLineShare = 0.9;
const alphaRange = [0.05, 0.99] as const;

/** Where a pass leaves off: smoothed level, the running line a + b·t, the mean, and the count of values. */
interface ThetaState {
  level: number;
  intercept: number;
  slope: number;
  mean: number;
  count: number;
}

/** Takes the next value in: l ← αy + (1 − α)l, and the least squares line through all values so far. */
function takeIn(state: ThetaState, alpha: number, value: number): void {
  const t = state.count + 1;
  if (t > 1) state.slope = ((t - 2) * state.slope + (6 / t) * (value - state.mean)) / (t + 1);
  state.mean += (value - state.mean) / t;
  state.intercept = state.mean - ((t + 1) / 2) * state.slope;
  state.level += alpha * (value - state.level);
  state.count = t;
}

/** (1 − α)ᵗ⁻¹A + (1 − (1 − α)ᵗ)/α·B for the next period t: what the straight line adds to the smoothed level. */
function lineTerm(state: ThetaState, alpha: number, power: number): number {
  return power * state.intercept + ((1 - power * (1 - alpha)) / alpha) * state.slope;
}

interface ThetaSolution {
  sumOfSquares: number;
  initialLevel: number;
  lineShare: number;
}

/** Least squares initial level and line share for a given α; the errors are linear in both. */
function solve(values: Float64Array, alpha: number, state: ThetaState, solution: ThetaSolution): void {
  state.level = 0;
  state.slope = 0;
  state.mean = 0;
  state.count = 0;
  let power = 1;
  let squares = 0;
  let levels = 0;
  let lines = 0;
  let cross = 0;
  let dataLevel = 0;
  let dataLine = 0;
  for (let t = 0; t < values.length; t += 1) {
    if (t > 0) {
      const error = values[t] - state.level;
      const line = lineTerm(state, alpha, power);
      squares += error * error;
      levels += power * power;
      lines += line * line;
      cross += power * line;
      dataLevel += error * power;
      dataLine += error * line;
    }
    takeIn(state, alpha, values[t]);
    power *= 1 - alpha;
  }
  const determinant = levels * lines - cross * cross;
  const free = determinant > 1e-9 * levels * lines ? (levels * dataLine - cross * dataLevel) / determinant : 0;
  const lineShare = Math.min(largestLineShare, Math.max(0, free));
  const initialLevel = (dataLevel - cross * lineShare) / levels;
  solution.lineShare = lineShare;
  solution.initialLevel = initialLevel;
  solution.sumOfSquares =
    squares -
    2 * (initialLevel * dataLevel + lineShare * dataLine) +
    initialLevel * initialLevel * levels +
    2 * initialLevel * lineShare * cross +
    lineShare * lineShare * lines;
}

/** Fitted values, then the forecast: past the end each forecast is taken in as if it were the value. */
function run(values: Float64Array, alpha: number, { initialLevel, lineShare }: ThetaSolution, horizon: number) {
  const n = values.length;
  const out = new Float64Array(n + horizon);
  const state: ThetaState = { level: initialLevel, intercept: 0, slope: 0, mean: 0, count: 0 };
  let power = 1;
  for (let t = 0; t < n + horizon; t += 1) {
    out[t] = t === 0 ? Number.NaN : state.level + lineShare * lineTerm(state, alpha, power);
    takeIn(state, alpha, t < n ? values[t] : out[t]);
    power *= 1 - alpha;
  }
  return out;
}

/**
 * The dynamic optimised theta model (DOTM): theta with the line's share estimated and the line re-drawn every period.
 *
 *   ŷₜ = ℓₜ₋₁ + (1 − 1/θ)[(1 − α)ᵗ⁻¹Aₜ₋₁ + (1 − (1 − α)ᵗ)/α·Bₜ₋₁],  ℓₜ = αyₜ + (1 − α)ℓₜ₋₁
 *
 * A and B are the least squares line through the values so far. For a given α the errors are linear in ℓ₀ and 1 − 1/θ,
 * so only α is searched. α in [0.05, 0.99], θ in [1, 10]. Seasonality is removed before, not here. Needs five values.
 *
 * @see Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler (2016), Models for optimising the theta method and their
 *      relationship to state space models, International Journal of Forecasting 32(4), §3.2
 */
export const optimisedTheta: Model = {
  name: 'optimised dynamic theta',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 5);
    if (reason !== null) return unfit(reason);
    const { values, origin, scale } = standardisedValues(series.values);
    const n = values.length;
    const state: ThetaState = { level: 0, intercept: 0, slope: 0, mean: 0, count: 0 };
    const solution: ThetaSolution = { sumOfSquares: 0, initialLevel: 0, lineShare: 0 };
    const alpha = goldenSection((trial) => {
      solve(values, trial, state, solution);
      return solution.sumOfSquares;
    }, alphaRange);
    solve(values, alpha, state, solution);
    const { lineShare, initialLevel } = solution;
    const fitted = run(values, alpha, solution, 0).map((z) => origin + scale * z);
    const sigma = residualDeviation(series.values, fitted, n - 4);
    return fittedByInnovations({
      name: optimisedTheta.name,
      parameters: { alpha, theta: 1 / (1 - lineShare), initialLevel: origin + scale * initialLevel, sigma },
      fitted,
      dynamics: {
        alpha,
        beta: 0,
        phi: 1,
        sigma,
        degreesOfFreedom: n - 4,
        slopeStandardError: (sigma * alpha) / Math.sqrt(n),
      },
      forecast: (horizon) =>
        run(values, alpha, { ...solution, initialLevel, lineShare }, horizon)
          .subarray(n)
          .map((z) => origin + scale * z),
    });
  },
};

/** DOTM on logarithms. Needs five values, all positive; the point forecast is the median. */
export const logOptimisedTheta: Model = logModel(optimisedTheta);
