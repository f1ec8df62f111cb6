import { nelderMead } from '@hadaf/numerics';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { concentratedPass, emptyPassResult } from './concentrated-pass.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { standardisedValues } from './standardised-values.ts';

/**
 * Holt's linear trend: level and slope are both learnt.
 *
 *   ŷₙ₊ₕ = ℓₙ + h·bₙ,  ℓₜ = ℓₜ₋₁ + bₜ₋₁ + αeₜ,  bₜ = bₜ₋₁ + βeₜ
 *
 * α in [0.01, 0.99], β = α·β* with β* in [0, 0.9]; initial states by least squares. Needs six values.
 *
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §8.2
 */
export const holt: Model = {
  name: 'Holt',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 6);
    if (reason !== null) return unfit(reason);
    const standardised = standardisedValues(series.values);
    const pass = emptyPassResult();
    const trial = { alpha: 0, beta: 0, phi: 1 };
    const { point } = nelderMead(
      ([alpha, share]) => {
        trial.alpha = alpha;
        trial.beta = alpha * share;
        concentratedPass(standardised.values, trial, true, pass);
        return pass.sumOfSquares;
      },
      { lower: [0.01, 0], upper: [0.99, 0.9], start: [0.5, 0.1], step: [0.3, 0.2] },
      { relativeTolerance: 1e-4, maximumEvaluations: 120 },
    );
    const found = { alpha: point[0], beta: point[0] * point[1], phi: 1 };
    return fitSmoothing(standardised, found, { name: holt.name, withSlope: true, estimated: 4 });
  },
};
