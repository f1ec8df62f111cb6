import type { Fit, FittedModel, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import { removeSeason, restoreSeason, type Seasonality, seasonalIndices } from './seasonal-indices.ts';
import { hasSeason } from './seasonality.ts';

/** Seasonal indices of values with at least three full seasons. */
export type IndexMethod = (values: Float64Array, seasonLength: number) => Seasonality;

/** The season of a series, or null where the test finds none. */
export function findSeason(
  { values, seasonLength }: TrainingSeries,
  indices: IndexMethod = seasonalIndices,
): Seasonality | null {
  return hasSeason(values, seasonLength) ? indices(values, seasonLength) : null;
}

/**
 * A model of the seasonally adjusted values, its forecasts put back on their seasons.
 *
 * Where the autocorrelation test finds no season the model sees the values as they are.
 */
export function seasonallyAdjusted(model: Model, indices: IndexMethod = seasonalIndices): Model {
  return {
    name: model.name,
    fit(series: TrainingSeries): Fit {
      const reason = whyUnfit(series, 1);
      if (reason !== null) return unfit(reason);
      const season = findSeason(series, indices);
      if (season === null) return model.fit(series);
      const fit = model.fit({ values: removeSeason(series.values, season), seasonLength: 1 });
      return fit.kind === 'unfit'
        ? fit
        : { kind: 'fitted', model: reseasoned(fit.model, season, series.values.length) };
    },
  };
}

function reseasoned(model: FittedModel, season: Seasonality, n: number): FittedModel {
  return {
    name: model.name,
    parameters: model.parameters,
    fitted: restoreSeason(model.fitted, n, 0, season),
    forecast: (horizon) => restoreSeason(model.forecast(horizon), horizon, n, season),
    simulate: (horizon, paths, rng) => restoreSeason(model.simulate(horizon, paths, rng), horizon, n, season),
  };
}
