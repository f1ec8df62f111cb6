import type { Fit, FittedModel, Model, TrainingSeries } from '../model.ts';
import { unfit, whyUnfit } from '../unfit.ts';
import {
  classicalIndices,
  removeSeason,
  restoreSeason,
  type Seasonality,
  seasonalIndices,
} from './seasonal-indices.ts';
import { hasSeason } from './seasonality.ts';

/** How the season of a series is found; null where it has none. */
export type SeasonFinder = (series: TrainingSeries) => Seasonality | null;

const fewestSeasons = 3;

/**
 * The season of a series with at least three full seasons. There is no test for it: indices shrink to none by themselves
 * where noise would explain them, and that forecasts better than a test does (README).
 */
export function findSeason({ values, seasonLength }: TrainingSeries): Seasonality | null {
  const isLongEnough = seasonLength > 1 && values.length >= fewestSeasons * seasonLength;
  return isLongEnough ? seasonalIndices(values, seasonLength) : null;
}

/** As the M competitions' benchmark has it: unshrunk indices where the 90 % autocorrelation test finds a season. */
export function findClassicalSeason({ values, seasonLength }: TrainingSeries): Seasonality | null {
  return hasSeason(values, seasonLength) ? classicalIndices(values, seasonLength) : null;
}

/** A model of the seasonally adjusted values, its forecasts put back on their seasons. */
export function seasonallyAdjusted(model: Model, find: SeasonFinder = findSeason): Model {
  return {
    name: model.name,
    fit(series: TrainingSeries): Fit {
      const reason = whyUnfit(series, 1);
      if (reason !== null) return unfit(reason);
      const season = find(series);
      if (season === null) return model.fit(series);
      const fit = model.fit({ values: removeSeason(series.values, season), seasonLength: 1 });
      return fit.kind === 'unfit'
        ? fit
        : { kind: 'fitted', model: reseasoned(fit.model, season, series.values.length) };
    },
  };
}

function reseasoned(model: FittedModel, season: Seasonality, n: number): FittedModel {
  const restore = (rows: Float64Array, horizon: number, offset: number) =>
    restoreSeason(rows, { columns: 1, horizon, offset }, season);
  return {
    name: model.name,
    parameters: model.parameters,
    fitted: restore(model.fitted, n, 0),
    forecast: (horizon) => restore(model.forecast(horizon), horizon, n),
    simulate: (horizon, paths, rng) => restore(model.simulate(horizon, paths, rng), horizon, n),
  };
}
