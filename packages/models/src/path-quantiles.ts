import { sortedQuantile } from '@hadaf/numerics';

/** The levels every forecast is given at: they hold the central 0.5, 0.8, 0.9 and 0.95 intervals and the median. */
export const forecastLevels: readonly number[] = [
  0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
  0.975, 0.99,
];

/**
 * Quantiles of sample paths at each step.
 *
 * @param paths   count × horizon, row-major
 * @param levels  k probabilities, ascending
 * @returns       horizon × k, row-major; ascending within a row
 */
export function pathQuantiles(paths: Float64Array, horizon: number, levels: readonly number[]): Float64Array {
  const column = new Float64Array(paths.length / horizon);
  const out = new Float64Array(horizon * levels.length);
  for (let h = 0; h < horizon; h += 1) {
    for (let path = 0; path < column.length; path += 1) column[path] = paths[path * horizon + h];
    column.sort();
    for (let k = 0; k < levels.length; k += 1) out[h * levels.length + k] = sortedQuantile(column, levels[k]);
  }
  return out;
}
