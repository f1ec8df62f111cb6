import { goldenSection } from '@hadaf/numerics';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { concentratedPass, emptyPassResult } from './concentrated-pass.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { standardisedValues } from './standardised-values.ts';

/** α of 0 never learns, and 1 is the naive forecast. */
const alphaRange = [0.01, 1] as const;

/** The α with the least sum of squared one-step errors, with or without a constant slope. */
export function bestAlpha(values: Float64Array, withSlope: boolean): number {
  const pass = emptyPassResult();
  const parameters = { alpha: 0.5, beta: 0, phi: 1 };
  return goldenSection((alpha) => {
    parameters.alpha = alpha;
    concentratedPass(values, parameters, withSlope, pass);
    return pass.sumOfSquares;
  }, alphaRange);
}

/**
 * Simple exponential smoothing.
 *
 *   ŷₙ₊ₕ = ℓₙ,  ℓₜ = αyₜ + (1 − α)ℓₜ₋₁,  Var = σ²(1 + (h − 1)α²)
 *
 * α in [0.01, 1] and ℓ₀ by least squares of the one-step errors. `level` ℓₙ in the series' unit. Needs four values.
 *
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §8.1
 */
export const simpleExponentialSmoothing: Model = {
  name: 'simple exponential smoothing',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 4);
    if (reason !== null) return unfit(reason);
    const standardised = standardisedValues(series.values);
    const alpha = bestAlpha(standardised.values, false);
    const form = { name: simpleExponentialSmoothing.name, withSlope: false, estimated: 2 };
    return fitSmoothing(standardised, { alpha, beta: 0, phi: 1 }, form);
  },
};
