import type { TrainingSeries } from '../model.ts';
import { arePositive } from '../positive-values.ts';
import { removeSeason, type Seasonality } from '../seasonal/seasonal-indices.ts';
import { findSeason } from '../seasonal/seasonally-adjusted.ts';

export interface BacktestOrigins {
  readonly horizon: number;
  /** Origins at most. */
  readonly origins: number;
  /** Periods between origins. */
  readonly spacing: number;
  /** Observations of the shortest fold, at least 3. */
  readonly fewest?: number;
}

/** What is known at one origin, and what came after. */
export interface Fold {
  readonly season: Seasonality | null;
  /** The values up to the origin, without the season they show themselves. */
  readonly adjusted: Float64Array; // n
  readonly actuals: Float64Array; // steps, as they came
  /** Periods from the origin to the end of the series. */
  readonly age: number;
}

const fewestObservations = 6;

/**
 * The folds of one series, rolling the origin back from its end. A series with a value ≤ 0 has none: its errors have no
 * logarithm.
 */
export function backtestFolds(
  { values, seasonLength }: TrainingSeries,
  { horizon, origins, spacing, fewest = fewestObservations }: BacktestOrigins,
): Fold[] {
  if (!arePositive(values)) return [];
  const shortest = Math.max(fewest, seasonLength > 1 ? 2 * seasonLength + 2 : 0);
  const folds: Fold[] = [];
  for (let fold = 1; fold <= origins; fold += 1) {
    const age = fold * spacing;
    const n = values.length - age;
    if (n < shortest) break;
    const past = values.subarray(0, n);
    const season = findSeason({ values: past, seasonLength });
    const adjusted = season === null ? past : removeSeason(past, season);
    folds.push({ season, adjusted, actuals: values.subarray(n, n + Math.min(horizon, age)), age });
  }
  return folds;
}
