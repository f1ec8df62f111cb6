import { fittedByInnovations, residualDeviation } from '../fitted-by-innovations.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';

/**
 * Naive: the last value, for ever; the optimal forecast of a random walk.
 *
 *   ŷₙ₊ₕ = yₙ,  Var = h·σ²
 *
 * No parameters. σ is the root mean square of the differences, in the series' unit. Needs two values.
 *
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2
 */
export const naive: Model = {
  name: 'naive',
  fit(series: TrainingSeries): Fit {
    const reason = whyUnfit(series, 2);
    if (reason !== null) return unfit(reason);
    const { values } = series;
    const n = values.length;
    const fitted = new Float64Array(n).fill(Number.NaN);
    fitted.set(values.subarray(0, n - 1), 1);
    const sigma = residualDeviation(values, fitted, n - 1);
    return fittedByInnovations({
      name: naive.name,
      parameters: { sigma },
      fitted,
      dynamics: { alpha: 1, beta: 0, phi: 1, sigma, degreesOfFreedom: n - 1, slopeStandardError: 0 },
      forecast: (horizon) => new Float64Array(horizon).fill(values[n - 1]),
    });
  },
};
