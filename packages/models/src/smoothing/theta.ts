import { linearRegression } from 'simple-statistics';
import { fittedByInnovations, residualDeviation } from '../fitted-by-innovations.ts';
import { logModel } from '../log-model.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { concentratedPass, emptyPassResult, smoothedValues } from './concentrated-pass.ts';
import { bestAlpha } from './simple-exponential-smoothing.ts';
import { standardisedValues } from './standardised-values.ts';

/** Least squares slope of values on their index. */
function lineSlope(values: Float64Array): number {
  return linearRegression(Array.from(values, (value, t) => [t, value])).m;
}

/**
 * The theta method: simple exponential smoothing plus half the slope of the straight line through the series.
 *
 *   ŷₙ₊ₕ = ℓₙ + ½b(h − 1 + (1 − (1 − α)ⁿ) / α)
 *
 * ℓₙ and α from simple exponential smoothing, b the least squares slope, in the series' unit per period: the mean of the
 * theta lines 0 and 2. Seasonality is removed before, not here. Needs four values.
 *
 * @see Assimakopoulos & Nikolopoulos (2000), The theta model, International Journal of Forecasting 16(4)
 * @see Hyndman & Billah (2003), Unmasking the Theta method, International Journal of Forecasting 19(2), eq. 5
 */
export const theta: Model = {
  name: 'theta',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 4);
    if (reason !== null) return unfit(reason);
    const { values, origin, scale } = standardisedValues(series.values);
    const n = values.length;
    const alpha = bestAlpha(values, false);
    const parameters = { alpha, beta: 0, phi: 1 };
    const pass = emptyPassResult();
    concentratedPass(values, parameters, false, pass);
    const slope = scale * lineSlope(values);
    const level = origin + scale * pass.level;
    const fitted = smoothedValues(values, parameters, pass.initialLevel, 0).map(
      (z, t) => origin + scale * z + (slope / 2) * ((1 - (1 - alpha) ** t) / alpha),
    );
    const sigma = residualDeviation(series.values, fitted, n - 3);
    const catchUp = (1 - (1 - alpha) ** n) / alpha;
    return fittedByInnovations({
      name: theta.name,
      parameters: { alpha, level, slope: slope / 2, sigma },
      fitted,
      dynamics: {
        alpha,
        beta: 0,
        phi: 1,
        sigma,
        degreesOfFreedom: n - 3,
        slopeStandardError: sigma * Math.max(alpha / Math.sqrt(n), Math.sqrt(3 / (n * (n * n - 1)))),
      },
      forecast: (horizon) => Float64Array.from({ length: horizon }, (_, h) => level + (slope / 2) * (h + catchUp)),
    });
  },
};

/**
 * The theta method on logarithms: half the mean growth, compounded.
 *
 * `slope` is log growth per period. Needs four values, all positive; the point forecast is the median.
 */
export const logTheta: Model = logModel(theta);
