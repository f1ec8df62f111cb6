/** Sample paths of one series; path p, step h (from 1) is at p · horizon + h − 1. */
export interface PathSet {
  readonly paths: Float64Array; // count × horizon, row-major
  readonly horizon: number;
}

/** Which side of a threshold counts as reached. */
export type Direction = 'up' | 'down';

function reaches(value: number, threshold: number, direction: Direction): boolean {
  return direction === 'up' ? value >= threshold : value <= threshold;
}

function requireStep({ horizon }: PathSet, step: number, caller: string): void {
  if (!(Number.isInteger(step) && step >= 1 && step <= horizon)) {
    throw new RangeError(`${caller} requires a step in 1 … ${horizon}, got ${step}`);
  }
}

/**
 * P(value at `step` reaches the threshold): the share of paths there.
 *
 * @param step  h in 1 … horizon
 * @throws RangeError when `step` is outside the horizon
 */
export function probabilityAtDate(set: PathSet, step: number, threshold: number, direction: Direction = 'up'): number {
  requireStep(set, step, 'probabilityAtDate');
  const { paths, horizon } = set;
  let hits = 0;
  for (let i = step - 1; i < paths.length; i += horizon) if (reaches(paths[i], threshold, direction)) hits += 1;
  return hits / (paths.length / horizon);
}

/**
 * P(value at `step` lies in [lower, upper]): a target that is a range.
 *
 * @throws RangeError when `step` is outside the horizon
 */
export function probabilityWithin(set: PathSet, step: number, lower: number, upper: number): number {
  requireStep(set, step, 'probabilityWithin');
  const { paths, horizon } = set;
  let hits = 0;
  for (let i = step - 1; i < paths.length; i += horizon) if (paths[i] >= lower && paths[i] <= upper) hits += 1;
  return hits / (paths.length / horizon);
}

/**
 * P(the threshold is reached at any step up to `step`): never less than at the date itself.
 *
 * @throws RangeError when `step` is outside the horizon
 */
export function probabilityByDate(set: PathSet, step: number, threshold: number, direction: Direction = 'up'): number {
  requireStep(set, step, 'probabilityByDate');
  const arrivals = arrivalDistribution(set, threshold, direction);
  let sum = 0;
  for (let h = 0; h < step; h += 1) sum += arrivals[h];
  return Math.min(1, sum);
}

/**
 * P(the threshold is first reached at step h), h = 1 … horizon. What is missing to 1 is the probability that it is not
 * reached within the horizon.
 */
export function arrivalDistribution(
  { paths, horizon }: PathSet,
  threshold: number,
  direction: Direction = 'up',
): Float64Array {
  const out = new Float64Array(horizon);
  const count = paths.length / horizon;
  for (let start = 0; start < paths.length; start += horizon) {
    for (let h = 0; h < horizon; h += 1) {
      if (reaches(paths[start + h], threshold, direction)) {
        out[h] += 1 / count;
        break;
      }
    }
  }
  return out;
}

/**
 * The sum of steps `from` … `to` along each path, plus what is known already: a fiscal year of which some months are
 * reported. Sums of paths keep the dependence between periods that sums of quantiles lose.
 *
 * @param known  the sum of the reported periods, 0 for none
 * @returns      one sum a path, in the paths' order
 * @throws RangeError when a step is outside the horizon
 */
export function pathSums(set: PathSet, from: number, to: number, known = 0): Float64Array {
  requireStep(set, from, 'pathSums');
  requireStep(set, to, 'pathSums');
  const { paths, horizon } = set;
  const out = new Float64Array(paths.length / horizon).fill(known);
  for (let path = 0; path < out.length; path += 1) {
    for (let h = from - 1; h < to; h += 1) out[path] += paths[path * horizon + h];
  }
  return out;
}
