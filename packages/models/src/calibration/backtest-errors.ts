import { combinedForecast, fitCombination } from '../combination/fit-combination.ts';
import type { TrainingSeries } from '../model.ts';
import { arePositive } from '../positive-values.ts';
import { removeSeason, restoreSeason } from '../seasonal/seasonal-indices.ts';
import { findSeason } from '../seasonal/seasonally-adjusted.ts';
import { scaleFeatureCount, scaleFeatures } from './error-scale.ts';

/** The errors of one fold, step by step, as far as actuals are known. */
export interface FoldErrors {
  readonly features: Float64Array; // steps × scaleFeatureCount
  /** log(actual / forecast) per step. */
  readonly errors: Float64Array; // steps
  /** Periods from the origin to the end of the series. */
  readonly age: number;
}

export interface BacktestOrigins {
  readonly horizon: number;
  /** Origins at most. */
  readonly origins: number;
  /** Periods between origins. */
  readonly spacing: number;
  /** Observations of the shortest fold, at least 3. */
  readonly fewest?: number;
}

const fewestObservations = 6;

/**
 * The combination's errors on one series' own past, rolling the origin back from its end: what calibration learns from.
 *
 * Each fold refits on the values up to its origin alone, season included. A series with a value ≤ 0 has none: its errors
 * have no logarithm.
 */
export function backtestErrors(
  series: TrainingSeries,
  { horizon, origins, spacing, fewest = fewestObservations }: BacktestOrigins,
): FoldErrors[] {
  const { values, seasonLength } = series;
  if (!arePositive(values)) return [];
  const shortest = Math.max(fewest, seasonLength > 1 ? 2 * seasonLength + 2 : 0);
  const folds: FoldErrors[] = [];
  for (let fold = 1; fold <= origins; fold += 1) {
    const age = fold * spacing;
    const n = values.length - age;
    if (n < shortest) break;
    folds.push(foldErrors(series, n, Math.min(horizon, age)));
  }
  return folds;
}

function foldErrors({ values, seasonLength }: TrainingSeries, n: number, steps: number): FoldErrors {
  const past = values.subarray(0, n);
  const season = findSeason({ values: past, seasonLength });
  const adjusted = season === null ? past : removeSeason(past, season);
  const { median, deviations } = combinedForecast(fitCombination(adjusted, seasonLength), steps, adjusted);
  const features = scaleFeatures({ adjusted, median, deviations });
  const forecast = season === null ? median : restoreSeason(median, { columns: 1, horizon: steps, offset: n }, season);
  const errors = forecast.map((value, h) => Math.log(values[n + h] / value));
  return { features, errors, age: values.length - n };
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
