import { deviationsOf } from './deviations-of.ts';
import { growthBound, withinGrowthBound } from './growth-bound.ts';
import type { Fit, FittedModel, Model, TrainingSeries } from './model.ts';
import { arePositive } from './positive-values.ts';
import { unfit, whyUnfit } from './unfit.ts';

/**
 * A model fitted to the logarithms of a positive series.
 *
 *   ŷ = exp(x̂), x = log y
 *
 * The point forecast is the median, not the mean, of its distribution. The log growth of one period, in forecasts and
 * in paths, is held within `growthBound`: a straight line on logs is an exponential, and a few points may make it a
 * steep one. Parameters keep the names they have on the log scale. Unfit as `not-positive` for any value ≤ 0.
 */
export function logModel(model: Model): Model {
  const name = `${model.name} on logs`;
  return {
    name,
    fit(series: TrainingSeries): Fit {
      const reason = whyUnfit(series, 1);
      if (reason !== null) return unfit(reason);
      if (!arePositive(series.values)) return unfit('not-positive');
      const fit = model.fit({ values: series.values.map(Math.log), seasonLength: series.seasonLength });
      return fit.kind === 'unfit' ? fit : { kind: 'fitted', model: exponentiated(name, fit.model, series.values) };
    },
  };
}

function exponentiated(name: string, model: FittedModel, values: Float64Array): FittedModel {
  const bound = growthBound(values);
  const last = values[values.length - 1];
  const bounded = (logs: Float64Array, horizon: number) => withinGrowthBound(logs.map(Math.exp), horizon, last, bound);
  return {
    name,
    parameters: model.parameters,
    fitted: model.fitted.map(Math.exp),
    forecast: (horizon) => bounded(model.forecast(horizon), horizon),
    deviations(horizon) {
      const centre = bounded(model.forecast(horizon), horizon);
      return deviationsOf(model, horizon).map((deviation, h) => deviation * centre[h]);
    },
    simulate: (horizon, paths, rng) => bounded(model.simulate(horizon, paths, rng), horizon),
  };
}
