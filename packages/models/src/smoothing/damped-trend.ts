import { nelderMead } from '@hadaf/numerics';
import { logModel } from '../log-model.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { concentratedPass, emptyPassResult } from './concentrated-pass.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { standardisedValues } from './standardised-values.ts';

/**
 * Damped trend (Gardner and McKenzie): a slope that fades.
 *
 *   ŷₙ₊ₕ = ℓₙ + (φ + … + φʰ)bₙ,  ℓₜ = ℓₜ₋₁ + φbₜ₋₁ + αeₜ,  bₜ = φbₜ₋₁ + βeₜ
 *
 * α in [0.01, 0.99], β = α·β* with β* in [0, 0.9], φ in [0.8, 0.98]: below it the trend is gone in a few periods, above
 * it there is no damping to speak of. Initial states by least squares. Needs six values.
 *
 * @see Gardner & McKenzie (1985), Forecasting Trends in Time Series, Management Science 31(10)
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §8.2
 */
export const dampedTrend: Model = {
  name: 'damped trend',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 6);
    if (reason !== null) return unfit(reason);
    const standardised = standardisedValues(series.values);
    const pass = emptyPassResult();
    const trial = { alpha: 0, beta: 0, phi: 1 };
    const { point } = nelderMead(
      ([alpha, share, phi]) => {
        trial.alpha = alpha;
        trial.beta = alpha * share;
        trial.phi = phi;
        concentratedPass(standardised.values, trial, true, pass);
        return pass.sumOfSquares;
      },
      { lower: [0.01, 0, 0.8], upper: [0.99, 0.9, 0.98], start: [0.5, 0.1, 0.9], step: [0.3, 0.2, 0.06] },
      { relativeTolerance: 1e-4, maximumEvaluations: 160 },
    );
    const found = { alpha: point[0], beta: point[0] * point[1], phi: point[2] };
    return fitSmoothing(standardised, found, { name: dampedTrend.name, withSlope: true, estimated: 5 });
  },
};

/**
 * Damped trend on logarithms: growth that fades towards none.
 *
 * `slope` is log growth per period. Needs six values, all positive; the point forecast is the median.
 */
export const logDampedTrend: Model = logModel(dampedTrend);
