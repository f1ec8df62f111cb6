import { combinedForecast, fitCombination } from '../combination/fit-combination.ts';
import type { TrainingSeries } from '../model.ts';
import { restoreSeason } from '../seasonal/seasonal-indices.ts';
import { type BacktestOrigins, backtestFolds, type Fold } from './backtest-folds.ts';
import { scaleFeatureCount, scaleFeatures } from './error-scale.ts';

/** The errors of one fold, step by step, as far as actuals are known. */
export interface FoldErrors {
  readonly features: Float64Array; // steps × scaleFeatureCount
  /** log(actual / forecast) per step. */
  readonly errors: Float64Array; // steps
  /** Periods from the origin to the end of the series. */
  readonly age: number;
}

/**
 * The combination's errors on one series' own past, rolling the origin back from its end: what calibration learns from.
 *
 * Each fold refits on the values up to its origin alone, season included. A series with a value ≤ 0 has none: its errors
 * have no logarithm.
 *
 * @param guests  names of the models that joined the combination (`learnGuests`)
 */
export function backtestErrors(
  series: TrainingSeries,
  origins: BacktestOrigins,
  guests: readonly string[] = [],
): FoldErrors[] {
  return backtestFolds(series, origins).map((fold) => foldErrors(fold, series.seasonLength, guests));
}

function foldErrors(
  { season, adjusted, actuals, age }: Fold,
  seasonLength: number,
  guests: readonly string[],
): FoldErrors {
  const horizon = actuals.length;
  const combination = fitCombination(adjusted, { seasonLength, guests });
  const { median, deviations } = combinedForecast(combination, horizon, adjusted);
  const features = scaleFeatures({ adjusted, median, deviations });
  const forecast =
    season === null ? median : restoreSeason(median, { columns: 1, horizon, offset: adjusted.length }, season);
  return { features, errors: forecast.map((value, h) => Math.log(actuals[h] / value)), age };
}

/** Copies of folds' rows end to end: a pool of many series as two flat arrays. */
export function flattenFolds(folds: readonly FoldErrors[]): { features: Float64Array; errors: Float64Array } {
  const steps = folds.reduce((sum, { errors }) => sum + errors.length, 0);
  const features = new Float64Array(steps * scaleFeatureCount);
  const errors = new Float64Array(steps);
  let at = 0;
  for (const fold of folds) {
    features.set(fold.features, at * scaleFeatureCount);
    errors.set(fold.errors, at);
    at += fold.errors.length;
  }
  return { features, errors };
}
