import type { BoundedSum } from './estimate-months.ts';

/** A bound counts as met this close to it, relative to the largest bound. */
const tolerance = 1e-10;
/** A sum with this share of its months' variance is determined by exact reports: nothing can move it. */
const determined = 1e-9;
/** Each sweep over the bounds gains a constant factor; degenerate sets converge slowly, and are then finished exactly. */
const sweeps = 500;

interface Bound {
  readonly first: number;
  readonly last: number;
  readonly lower: number;
  readonly upper: number;
}

function sumRange(values: Float64Array, { first, last }: Pick<Bound, 'first' | 'last'>): number {
  let sum = 0;
  for (let t = first; t <= last; t += 1) sum += values[t] ?? 0;
  return sum;
}

function largestOf(bounds: readonly Bound[]): number {
  const sizes = bounds.flatMap(({ lower, upper }) => [lower, upper]).map(Math.abs);
  return sizes.filter(Number.isFinite).reduce((largest, size) => Math.max(largest, size), 1);
}

/** By how much a point leaves a bound: negative below, positive above, 0 inside. */
function excess(values: Float64Array, bound: Bound): number {
  const sum = sumRange(values, bound);
  return sum < bound.lower ? sum - bound.lower : sum > bound.upper ? sum - bound.upper : 0;
}

function isWithin(values: Float64Array, bounds: readonly Bound[], allowed: number): boolean {
  return bounds.every((bound) => Math.abs(excess(values, bound)) <= allowed);
}

/** Running sums S at the month boundaries that meet S(to) − S(from) ≤ weight for every edge; the bounds hold together. */
function potentials(edges: readonly { from: number; to: number; weight: number }[], boundaries: number): Float64Array {
  const running = new Float64Array(boundaries);
  for (let round = 0; round < boundaries; round += 1) {
    let relaxed = false;
    for (const { from, to, weight } of edges) {
      const reached = (running[from] ?? 0) + weight;
      if (reached >= (running[to] ?? 0)) continue;
      running[to] = reached;
      relaxed = true;
    }
    if (!relaxed) break;
  }
  return running;
}

/** Some months that meet every bound: midway between two extreme ones. */
function feasibleMonths(bounds: readonly Bound[], months: number): Float64Array {
  const edges = bounds.flatMap(({ first, last, lower, upper }) => [
    { from: first, to: last + 1, weight: upper },
    { from: last + 1, to: first, weight: -lower },
  ]);
  const finite = edges.filter(({ weight }) => Number.isFinite(weight));
  const low = potentials(finite, months + 1);
  const high = potentials(
    finite.map(({ from, to, weight }) => ({ from: to, to: from, weight })),
    months + 1,
  );
  const running = low.map((value, i) => (value - (high[i] ?? 0)) / 2);
  return Float64Array.from({ length: months }, (_, t) => (running[t + 1] ?? 0) - (running[t] ?? 0));
}

interface Movable extends Bound {
  /** Covariance of every month with the sum. */
  readonly gain: Float64Array;
  readonly variance: number;
}

function movable(bounds: readonly Bound[], covariance: Float64Array, months: number): Movable[] {
  return bounds.flatMap((bound) => {
    const gain = new Float64Array(months);
    let own = 0;
    for (let row = bound.first; row <= bound.last; row += 1) {
      for (let t = 0; t < months; t += 1) gain[t] = (gain[t] ?? 0) + (covariance[row * months + t] ?? 0);
      own += covariance[row * months + row] ?? 0;
    }
    const variance = sumRange(gain, bound);
    return variance > determined * own ? [{ ...bound, gain, variance }] : [];
  });
}

/** Hildreth's dual ascent: one bound after the other, each with its multiplier. */
function ascend(start: Float64Array, bounds: readonly Movable[], allowed: number): Float64Array {
  const values = Float64Array.from(start);
  const multipliers = new Float64Array(bounds.length);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let largest = 0;
    for (const [i, bound] of bounds.entries()) {
      const { gain, variance, lower, upper } = bound;
      const sum = sumRange(values, bound);
      const before = multipliers[i] ?? 0;
      const after = Math.max(before + (lower - sum) / variance, 0) + Math.min(before + (upper - sum) / variance, 0);
      const step = after - before;
      if (step === 0) continue;
      multipliers[i] = after;
      for (let t = 0; t < values.length; t += 1) values[t] = (values[t] ?? 0) + (gain[t] ?? 0) * step;
      largest = Math.max(largest, Math.abs(step) * variance);
    }
    if (largest <= allowed / 10) break;
  }
  return values;
}

/** As little of the way to a feasible point as meets every bound. */
function blend(values: Float64Array, feasible: Float64Array, bounds: readonly Bound[], allowed: number): Float64Array {
  let share = 0;
  for (const bound of bounds) {
    const [from, to] = [excess(values, bound), sumRange(feasible, bound) - sumRange(values, bound)];
    if (Math.abs(from) > allowed) share = Math.max(share, to === 0 ? 1 : Math.min(1, -from / to));
  }
  return values.map((value, t) => value + share * ((feasible[t] ?? 0) - value));
}

/**
 * The months closest to a Gaussian mean, in the metric of its covariance, that meet bounds which hold together.
 *
 * Sums the covariance cannot move, those of exact reports, stay as they are. Where the ascent has not converged, the rest
 * of the way is straight towards some feasible point.
 *
 * @param floor  no month is below it; −∞ where months may be negative
 * @see Hildreth (1957), A quadratic programming procedure, Naval Research Logistics 4, 79–85
 */
export function moveWithinBounds(
  mean: Float64Array,
  covariance: Float64Array,
  sums: readonly BoundedSum[],
  floor: number,
): Float64Array {
  const months = mean.length;
  const single = Array.from(mean, (_, t) => ({ first: t, last: t, lower: floor, upper: Number.POSITIVE_INFINITY }));
  const bounds: Bound[] = [...sums, ...(Number.isFinite(floor) ? single : [])];
  const allowed = tolerance * largestOf(bounds);
  if (isWithin(mean, bounds, allowed)) return mean;
  const moved = ascend(mean, movable(bounds, covariance, months), allowed);
  if (isWithin(moved, bounds, allowed)) return moved;
  return blend(moved, feasibleMonths(bounds, months), bounds, allowed);
}
