import type { Rng } from '@hadaf/numerics';
import { arePositive } from './positive-values.ts';

/** The newest uncertain values move a forecast most: each is a direction of its own. */
const ownDirections = 3;
/** The others share so many, with random signs: the sum of squares is theirs on average. */
const sharedDirections = 3;
/** An error below this share of the usual change of a period is none: it is 4 · 10⁻⁴ of a variance. */
const negligible = 0.02;
/** A value known no better than to a factor of 20 counts as one known to that. */
const largestDeviation = 3;

/** One standard deviation of each value, on the scale where errors are drawn: logarithms or amounts. */
function amountsOf(values: Float64Array, logDeviations: Float64Array, positive: boolean): Float64Array {
  return logDeviations.map(
    (deviation, t) => Math.min(largestDeviation, deviation) * (positive ? 1 : Math.abs(values[t])),
  );
}

function usualChange(values: Float64Array, positive: boolean): number {
  let squares = 0;
  for (let t = 1; t < values.length; t += 1) {
    const change = positive ? Math.log(values[t] / values[t - 1]) : values[t] - values[t - 1];
    squares += change * change;
  }
  return Math.sqrt(squares / (values.length - 1));
}

/** Directions in which the values may be wrong: the newest ones each alone, the others in turn, with random signs. */
function directionsOf(amounts: Float64Array, smallest: number, rng: Rng): Float64Array[] {
  const directions: Float64Array[] = [];
  let seen = 0;
  for (let t = amounts.length - 1; t >= 0; t -= 1) {
    const sign = rng.uniform() < 0.5 ? -1 : 1;
    if (!(amounts[t] > smallest)) continue;
    const at = seen < ownDirections ? seen : ownDirections + ((seen - ownDirections) % sharedDirections);
    directions[at] ??= new Float64Array(amounts.length);
    directions[at][t] = sign * amounts[t];
    seen += 1;
  }
  return directions;
}

/**
 * How a forecast moves with the errors of its values, from antithetic pairs of perturbed histories.
 *
 *   shiftₖ = ½ log(c(y·exp(dₖ)) / c(y·exp(−dₖ)))
 *
 * c is the forecast's centre, dₖ a direction of one standard deviation of each value in it. A value is taken as the best
 * estimate of the true one, true = value · exp(deviation · z), and errors of different values as independent. A series
 * with a value ≤ 0 is perturbed by amounts, and shifts are differences.
 *
 * @param logDeviations  n, finite and not negative; more than 3 counts as 3
 * @param centreOf       the centre forecast from a history of the same length
 * @returns              one row a direction, horizon shifts in each; none where every value is exact
 * @see Buonaccorsi (2010), Measurement Error: Models, Methods, and Applications, §1.4.2, on Berkson errors
 */
export function shiftsByUncertainValues(
  values: Float64Array,
  logDeviations: Float64Array,
  signs: Rng,
  centreOf: (values: Float64Array) => Float64Array,
): Float64Array[] {
  const positive = arePositive(values);
  const amounts = amountsOf(values, logDeviations, positive);
  return directionsOf(amounts, negligible * usualChange(values, positive), signs).map((direction) => {
    const moved = (sign: number) =>
      centreOf(
        values.map((value, t) => (positive ? value * Math.exp(sign * direction[t]) : value + sign * direction[t])),
      );
    const below = moved(-1);
    return moved(1).map((above, h) => (positive ? Math.log(above / below[h]) : above - below[h]) / 2);
  });
}

/**
 * Moves each path by its own draw of the values' errors, in antithetic pairs and in place.
 *
 * Draws are of paths, not of steps: a year's forecast does not depend on how far beyond it was asked.
 *
 * @param paths  paths × horizon, row-major; an even number of them
 * @param form   multiplicative where shifts are of logarithms
 */
export function shiftPaths(
  paths: Float64Array,
  shifts: readonly Float64Array[],
  form: 'multiplicative' | 'additive',
  rng: Rng,
): void {
  const horizon = shifts[0].length;
  const move = new Float64Array(horizon);
  for (let first = 0; first < paths.length; first += 2 * horizon) {
    move.fill(0);
    for (const shift of shifts) {
      const draw = rng.normal();
      for (let h = 0; h < horizon; h += 1) move[h] += draw * shift[h];
    }
    for (let h = 0; h < horizon; h += 1) {
      const second = first + horizon + h;
      if (form === 'multiplicative') {
        paths[first + h] *= Math.exp(move[h]);
        paths[second] *= Math.exp(-move[h]);
      } else {
        paths[first + h] += move[h];
        paths[second] -= move[h];
      }
    }
  }
}
