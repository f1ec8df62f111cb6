import type { PathSet } from './paths.ts';

/**
 * Paths under a condition, from paths without it. The condition is the caller's assumption, not a forecast; the dependence
 * between steps and the spread stay those of the forecast.
 */

/** Paths that never pass a stated cap: a capacity, a market. */
export function cappedPaths({ paths, horizon }: PathSet, cap: number): PathSet {
  return { paths: paths.map((value) => Math.min(cap, value)), horizon };
}

/**
 * Paths with amounts added from their dates on: the exports of a park that opens at step 3.
 *
 * @param amounts  horizon amounts in the series' unit, one a step, 0 before a line begins
 * @throws RangeError when there is not one amount a step
 */
export function pathsWithAddedLine({ paths, horizon }: PathSet, amounts: ArrayLike<number>): PathSet {
  requirePerStep('pathsWithAddedLine', amounts, horizon);
  return { paths: paths.map((value, i) => value + amounts[i % horizon]), horizon };
}

/**
 * Paths moved to a stated central path, each keeping its ratio to the forecast's median: "what if exports grew 20 % a year".
 *
 * @param median   horizon medians of `set`, all positive
 * @param central  horizon values the median is moved to
 * @throws RangeError when there is not one value a step
 */
export function pathsAlong(
  { paths, horizon }: PathSet,
  median: ArrayLike<number>,
  central: ArrayLike<number>,
): PathSet {
  requirePerStep('pathsAlong', median, horizon);
  requirePerStep('pathsAlong', central, horizon);
  return { paths: paths.map((value, i) => (value / median[i % horizon]) * central[i % horizon]), horizon };
}

/**
 * Ratios of two series along paths: a share, exports a worker. Paths are paired by number, so the two series are taken as
 * independent unless they were drawn with the same keys.
 *
 * @returns as many paths as the shorter set has; Infinity or NaN where a denominator is 0
 * @throws RangeError when the horizons differ
 */
export function pathRatios(numerator: PathSet, denominator: PathSet): PathSet {
  const { horizon } = numerator;
  if (denominator.horizon !== horizon) {
    throw new RangeError(`pathRatios requires one horizon, got ${horizon} and ${denominator.horizon}`);
  }
  const length = Math.min(numerator.paths.length, denominator.paths.length);
  const paths = numerator.paths.slice(0, length).map((value, i) => value / denominator.paths[i]);
  return { paths, horizon };
}

function requirePerStep(caller: string, values: ArrayLike<number>, horizon: number): void {
  if (values.length !== horizon) throw new RangeError(`${caller} requires ${horizon} values, got ${values.length}`);
}
