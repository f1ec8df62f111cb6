import { residualDeviation } from '../fitted-by-innovations.ts';
import { innovationPaths } from '../innovation-paths.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';

/**
 * Seasonal naive: the value of the same season one year before. With season length 1 it is the naive forecast.
 *
 *   ŷₙ₊ₕ = yₙ₊ₕ₋ₘₖ,  k = ⌈h / m⌉,  Var = k·σ²
 *
 * σ is the root mean square of the seasonal differences. Needs m + 1 values.
 *
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2 and §5.5
 */
export const seasonalNaive: Model = {
  name: 'seasonal naive',
  fit(series: TrainingSeries): Fit {
    const { values, seasonLength } = series;
    const reason = whyUnfit(series, seasonLength + 1);
    if (reason !== null) return unfit(reason);
    const n = values.length;
    const fitted = new Float64Array(n).fill(Number.NaN);
    fitted.set(values.subarray(0, n - seasonLength), seasonLength);
    const freedom = n - seasonLength;
    const sigma = residualDeviation(values, fitted, freedom);
    const forecast = (horizon: number) =>
      Float64Array.from({ length: horizon }, (_, h) => values[n - seasonLength + (h % seasonLength)]);
    return {
      kind: 'fitted',
      model: {
        name: seasonalNaive.name,
        parameters: { sigma },
        fitted,
        forecast,
        simulate(horizon, paths, rng) {
          const dynamics = { alpha: 1, beta: 0, phi: 1, sigma, degreesOfFreedom: freedom, slopeStandardError: 0 };
          return seasonalWalks(forecast(horizon), seasonLength, (years) =>
            innovationPaths(years, dynamics, paths, rng),
          );
        },
      },
    };
  },
};

/** Each season walks on its own: the walk of season s is over h = s, s + m, s + 2m … */
function seasonalWalks(
  forecast: Float64Array,
  seasonLength: number,
  walk: (years: Float64Array) => Float64Array,
): Float64Array {
  const horizon = forecast.length;
  let out = new Float64Array(0);
  for (let season = 0; season < Math.min(seasonLength, horizon); season += 1) {
    const years = forecast.filter((_, h) => h % seasonLength === season);
    const walks = walk(years);
    if (season === 0) out = new Float64Array((walks.length / years.length) * horizon);
    for (let i = 0; i < walks.length; i += 1) {
      const path = Math.floor(i / years.length);
      out[path * horizon + season + (i % years.length) * seasonLength] = walks[i];
    }
  }
  return out;
}
