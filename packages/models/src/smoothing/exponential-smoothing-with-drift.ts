import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { bestAlpha } from './simple-exponential-smoothing.ts';
import { standardisedValues } from './standardised-values.ts';

/**
 * Simple exponential smoothing with a drift term: a level that is learnt, a slope that is constant.
 *
 *   ŷₙ₊ₕ = ℓₙ + h·b,  ℓₜ = ℓₜ₋₁ + b + αeₜ
 *
 * α in [0.01, 1]; ℓ₀ and b by least squares of the one-step errors. `slope` b in the series' unit per period. The theta
 * method is this model with b halved. Needs five values.
 *
 * @see Hyndman & Billah (2003), Unmasking the Theta method, International Journal of Forecasting 19(2), §3
 */
export const exponentialSmoothingWithDrift: Model = {
  name: 'exponential smoothing with drift',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 5);
    if (reason !== null) return unfit(reason);
    const standardised = standardisedValues(series.values);
    const alpha = bestAlpha(standardised.values, true);
    const form = { name: exponentialSmoothingWithDrift.name, withSlope: true, estimated: 3 };
    return fitSmoothing(standardised, { alpha, beta: 0, phi: 1 }, form);
  },
};
