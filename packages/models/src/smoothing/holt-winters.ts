import { nelderMead } from '@hadaf/numerics';
import { fittedByInnovations } from '../fitted-by-innovations.ts';
import { logModel } from '../log-model.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { seasonalAmounts } from '../seasonal/seasonal-indices.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { emptySeasonalPass, type SeasonalParameters, type SeasonalPass, seasonalPass } from './seasonal-pass.ts';
import { type StandardisedValues, standardisedValues } from './standardised-values.ts';

/** Full seasons the initial ones are told from. */
const fewestSeasons = 3;

/**
 * Holt–Winters with a damped trend and additive seasons, ETS(A,Ad,A): the seasons are learnt as the level is.
 *
 *   ŷₙ₊ₕ = ℓₙ + (φ + … + φʰ)bₙ + sₙ₊ₕ₋ₘₖ,  ℓₜ = ℓₜ₋₁ + φbₜ₋₁ + αeₜ,  bₜ = φbₜ₋₁ + βeₜ,  sₜ = sₜ₋ₘ + γeₜ
 *
 * α in [0.01, 0.99], β = α·β* with β* in [0, 0.9], γ = (1 − α)·γ* with γ* in [0, 0.9], φ in [0.8, 0.98], by least squares
 * of one-step errors, the maximum of the normal likelihood. Initial level and slope are concentrated out; initial seasons are the classical decomposition's.
 * Needs three full seasons of a season length above 1.
 *
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, §2.5 and ch. 5
 */
export const holtWinters: Model = {
  name: 'Holt–Winters',
  fit(series: TrainingSeries): Fit {
    const { values, seasonLength } = series;
    const reason = whyUnfit(series, fewestSeasons * Math.max(2, seasonLength));
    if (reason !== null) return unfit(reason);
    if (seasonLength < 2) return unfit('no-season');
    const standardised = standardisedValues(values);
    const initial = seasonalAmounts(standardised.values, seasonLength);
    const pass = emptySeasonalPass(seasonLength);
    const found = bestParameters(standardised.values, initial, pass);
    seasonalPass(standardised.values, initial, found, pass);
    return fitted(standardised, initial, found, pass);
  },
};

/** Holt–Winters on logarithms: seasons and growth are rates. Needs positive values; the point forecast is the median. */
export const logHoltWinters: Model = logModel(holtWinters);

function bestParameters(values: Float64Array, initial: Float64Array, pass: SeasonalPass): SeasonalParameters {
  const trial = { alpha: 0, beta: 0, gamma: 0, phi: 1 };
  const place = ([alpha, share, seasonShare, phi]: Float64Array): SeasonalParameters => {
    trial.alpha = alpha;
    trial.beta = alpha * share;
    trial.gamma = (1 - alpha) * seasonShare;
    trial.phi = phi;
    return trial;
  };
  const { point } = nelderMead(
    (at) => {
      seasonalPass(values, initial, place(at), pass);
      return pass.sumOfSquares;
    },
    {
      lower: [0.01, 0, 0, 0.8],
      upper: [0.99, 0.9, 0.9, 0.98],
      start: [0.3, 0.1, 0.1, 0.94],
      step: [0.3, 0.2, 0.2, -0.06],
    },
    { relativeTolerance: 1e-4, maximumEvaluations: 200 },
  );
  return { ...place(point) };
}

function fitted(
  { values, origin, scale }: StandardisedValues,
  initial: Float64Array,
  found: SeasonalParameters,
  pass: SeasonalPass,
): Fit {
  const n = values.length;
  const m = initial.length;
  const { alpha, beta, gamma, phi } = found;
  const degreesOfFreedom = Math.max(1, n - 6 - (m - 1));
  const sigma = scale * Math.sqrt(pass.sumOfSquares / degreesOfFreedom);
  const level = origin + scale * pass.level;
  const slope = scale * pass.slope;
  const seasons = pass.seasons.map((amount) => scale * amount);
  return fittedByInnovations({
    name: holtWinters.name,
    parameters: { alpha, beta, gamma, phi, level, slope, sigma },
    fitted: fittedValues(values, initial, found, pass).map((z) => origin + scale * z),
    dynamics: { alpha, beta, phi, sigma, degreesOfFreedom, slopeStandardError: 0, season: { gamma, length: m } },
    forecast(horizon) {
      const out = new Float64Array(horizon);
      let change = slope;
      let value = level;
      for (let h = 0; h < horizon; h += 1) {
        change *= phi;
        value += change;
        out[h] = value + seasons[(n + h) % m];
      }
      return out;
    },
  });
}

/** One-step fitted values from the initial states found. */
function fittedValues(
  values: Float64Array,
  initial: Float64Array,
  { alpha, beta, gamma, phi }: SeasonalParameters,
  { initialLevel, initialSlope }: SeasonalPass,
): Float64Array {
  const seasons = Float64Array.from(initial);
  const out = new Float64Array(values.length);
  let level = initialLevel;
  let slope = initialSlope;
  for (let t = 0; t < values.length; t += 1) {
    const at = t % initial.length;
    const trend = level + phi * slope;
    out[t] = trend + seasons[at];
    const error = values[t] - out[t];
    level = trend + alpha * error;
    slope = phi * slope + beta * error;
    seasons[at] += gamma * error;
  }
  return out;
}
