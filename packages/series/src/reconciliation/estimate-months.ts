import { linearRegression } from 'simple-statistics';
import { conditionMonths, type MonthSum } from './condition-months.ts';
import { type MonthPrior, priorCovariance } from './month-prior.ts';
import { moveWithinBounds } from './move-within-bounds.ts';

export interface MonthEstimates {
  readonly mean: Float64Array; // n
  /** Of the months given the sums. */
  readonly covariance: Float64Array; // n × n
}

/** A sum with what its print allows. */
export interface BoundedSum extends MonthSum {
  readonly lower: number;
  readonly upper: number;
}

const start: MonthPrior = { levelStep: 0.1, seasonal: 1, seasonalPersistence: 0.97 };
const seasonalGrid = [0, 0.3, 3, 10, 30, 100] as const;
const levelGrid = [0.001, 0.01, 1, 10] as const;
/** Passes over residuals: each gains some ten digits, two reach the last one. */
const refinements = 3;

/** exp(a + b·t) through the averages of the sums, or their mean size where one is not positive. */
function referenceCurve(sums: readonly MonthSum[], n: number): Float64Array {
  const averages = sums.map(({ first, last, value }) => ({
    at: (first + last) / 2,
    value: value / (last - first + 1),
  }));
  const positive = averages.every(({ value }) => value > 0);
  const size = averages.reduce((sum, { value }) => sum + Math.abs(value), 0) / Math.max(1, averages.length) || 1;
  if (!positive || averages.length < 3) return new Float64Array(n).fill(size);
  const { m, b } = linearRegression(averages.map(({ at, value }) => [at, Math.log(value)]));
  return Float64Array.from({ length: n }, (_, t) => Math.exp(b + m * t));
}

function devianceOf(reference: Float64Array, prior: MonthPrior, sums: readonly MonthSum[]): number {
  return conditionMonths(reference, priorCovariance(reference, prior), sums).deviance;
}

/** The prior under which the sums are likeliest: one coordinate after the other over coarse grids. */
function fitPrior(reference: Float64Array, sums: readonly MonthSum[]): MonthPrior {
  let best = { prior: start, deviance: devianceOf(reference, start, sums) };
  const tryEach = (changes: readonly Partial<MonthPrior>[]) => {
    for (const change of changes) {
      const prior = { ...best.prior, ...change };
      const deviance = devianceOf(reference, prior, sums);
      if (deviance < best.deviance) best = { prior, deviance };
    }
  };
  tryEach(seasonalGrid.map((seasonal) => ({ seasonal })));
  tryEach(levelGrid.map((levelStep) => ({ levelStep })));
  tryEach([best.prior.seasonal / 1.8, best.prior.seasonal * 1.8].map((seasonal) => ({ seasonal })));
  tryEach([{ seasonalPersistence: 1 }, { seasonalPersistence: 0.8 }]);
  return best.prior;
}

/**
 * How unlikely sums are together, before anything is fitted to them: −2 log likelihood under the starting prior, up to a
 * constant. Comparable between sets of equally many sums.
 */
export function implausibility(sums: readonly BoundedSum[], months: number): number {
  const usable = sums.filter(({ upper }) => upper < Number.POSITIVE_INFINITY).map((sum) => ({ ...sum, variance: 0 }));
  return devianceOf(referenceCurve(usable, months), start, usable);
}

function sumRange(values: Float64Array, { first, last }: MonthSum): number {
  let sum = 0;
  for (let t = first; t <= last; t += 1) sum += values[t] ?? 0;
  return sum;
}

function residuals(mean: Float64Array, sums: readonly MonthSum[]): MonthSum[] {
  return sums.map((sum) => ({ ...sum, value: sum.value - sumRange(mean, sum) }));
}

function scaledTo(sums: readonly MonthSum[], scale: number): MonthSum[] {
  return sums.map((sum) => ({ ...sum, variance: sum.variance / scale }));
}

/** Works off the residuals of exact sums: the updates of a long conditioning lose digits. */
function refine(mean: Float64Array, covariance: () => Float64Array, sums: readonly MonthSum[]): void {
  const exact = sums.filter(({ variance }) => variance === 0);
  for (let pass = 0; pass < refinements; pass += 1) {
    const correction = conditionMonths(new Float64Array(mean.length), covariance(), residuals(mean, exact)).mean;
    for (let t = 0; t < mean.length; t += 1) mean[t] = (mean[t] ?? 0) + (correction[t] ?? 0);
  }
}

/**
 * Months from sums of them that hold together: every sum is met within its print, exact ones exactly, and what the sums
 * leave open is filled by level and seasonal pattern of the rest (see `MonthPrior`), fitted by maximum likelihood.
 *
 * A Gaussian conditional, which is generalised least squares with the sums as constraints; sums the conditional leaves
 * are met within their bounds by the closest months that do (see `moveWithinBounds`).
 *
 * @param floor  no month is below it; −∞ where months may be negative
 */
export function estimateMonths(sums: readonly BoundedSum[], months: number, floor: number): MonthEstimates {
  const usable = sums.filter(({ upper }) => upper < Number.POSITIVE_INFINITY);
  const reference = referenceCurve(usable, months);
  const exact = usable.map((sum) => ({ ...sum, variance: 0 }));
  const prior = fitPrior(reference, exact);
  const covariance = () => priorCovariance(reference, prior);
  const { scale } = conditionMonths(reference, covariance(), exact);
  const stated = scaledTo(usable, scale || 1);
  const free = conditionMonths(reference, covariance(), stated);
  refine(free.mean, covariance, stated);
  const mean = moveWithinBounds(free.mean, free.covariance, sums, floor);
  return { mean, covariance: free.covariance.map((relative) => relative * scale) };
}
