import { fittedByInnovations, residualDeviation } from '../fitted-by-innovations.ts';
import { logModel } from '../log-model.ts';
import type { Fit, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';

/** A random walk whose mean change is multiplied by what `keep` makes of its t statistic. */
function driftModel(name: string, keep: (tStatistic: number) => number): Model {
  return {
    name,
    fit(series: TrainingSeries): Fit {
      const reason = whyUnfit(series, 3);
      if (reason !== null) return unfit(reason);
      const { values } = series;
      const n = values.length;
      const meanChange = (values[n - 1] - values[0]) / (n - 1);
      const fitted = new Float64Array(n).fill(Number.NaN);
      for (let t = 1; t < n; t += 1) fitted[t] = values[t - 1] + meanChange;
      const sigma = residualDeviation(values, fitted, n - 2);
      const slopeStandardError = sigma / Math.sqrt(n - 1);
      const kept = slopeStandardError > 0 ? keep(Math.abs(meanChange) / slopeStandardError) : 1;
      const driftTerm = kept * meanChange;
      return fittedByInnovations({
        name,
        parameters: { driftTerm, sigma },
        fitted: fitted.map((value) => value + driftTerm - meanChange),
        dynamics: { alpha: 1, beta: 0, phi: 1, sigma, degreesOfFreedom: n - 2, slopeStandardError },
        forecast: (horizon) => Float64Array.from({ length: horizon }, (_, h) => values[n - 1] + (h + 1) * driftTerm),
      });
    },
  };
}

/**
 * Random walk with a drift term: the last value plus the mean change per period.
 *
 *   ŷₙ₊ₕ = yₙ + h·c,  c = (yₙ − y₁) / (n − 1),  Var = h·σ²·(1 + h / (n − 1))
 *
 * `driftTerm` c in the series' unit per period; σ the standard deviation of the changes. Needs three values.
 *
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2
 */
export const randomWalkWithDrift: Model = driftModel('random walk with drift', () => 1);

/**
 * Random walk with a drift term that has to be earned: the mean change, less the more uncertain it is.
 *
 *   c′ = c·max(0, 1 − ½ / t²),  t = c / se(c)
 *
 * The positive-part shrinkage of a mean towards 0, at half strength: a drift known no better than ± 1.4 times itself is
 * dropped, one of t = 3 keeps 94 %. Needs three values.
 *
 * @see Baranchik (1964), Multiple regression and estimation of the mean, Stanford Technical Report 51
 */
export const randomWalkWithShrunkDrift: Model = driftModel('random walk with shrunk drift', (t) =>
  Math.max(0, 1 - 0.5 / (t * t)),
);

/**
 * Random walk with drift on logarithms: constant mean growth, the plain benchmark of fast-growing exports.
 *
 *   ŷₙ₊ₕ = yₙ·exp(h·c),  c = log(yₙ / y₁) / (n − 1)
 *
 * `driftTerm` c is log growth per period. Needs three values, all positive; the point forecast is the median.
 */
export const logRandomWalkWithDrift: Model = logModel(randomWalkWithDrift);
