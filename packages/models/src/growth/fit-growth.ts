import { fitLeastSquares, type LeastSquaresEstimate, type LeastSquaresProblem } from '@hadaf/numerics';
import type { Fit, Model, TrainingSeries, UnfitReason } from '../model.ts';
import { arePositive } from '../positive-values.ts';
import { whyUnfit } from '../unfit.ts';
import { fittedGrowth, type GrowthEstimate } from './fitted-growth.ts';
import type { CappedCurve, GrowthCurve } from './growth-curve.ts';
import { growthProblem, growthProblemWithCap } from './growth-problem.ts';
import { type ResidualProcess, residualProcess } from './residual-process.ts';
import { spreadOf } from './spread.ts';

/** The prior of a cap given without a spread: fixed to 0.1 %. */
const smallestCapDeviation = 1e-3;
/** A prior this heavy fixes the cap and leaves rounding of the other rows visible. */
const largestPriorWeight = 1e6;

/** A curve the data hold is found in a dozen steps; one they do not hold runs off. */
const maxSteps = 60;

interface GrowthFit {
  readonly problem: LeastSquaresProblem;
  readonly estimate: LeastSquaresEstimate;
}

/** Logs of the values, or why there are none. */
export function logsOf(series: TrainingSeries, least: number): Float64Array | UnfitReason {
  const reason = whyUnfit(series, least);
  if (reason !== null) return reason;
  return arePositive(series.values) ? series.values.map(Math.log) : 'not-positive';
}

/** The sum of squares with the linear parameters still at their start: only the order of starts matters. */
function meanSpread(problem: LeastSquaresProblem, parameters: Float64Array): number {
  const n = problem.observed.length;
  const predicted = new Float64Array(n);
  problem.predict(parameters, predicted);
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (problem.observed[i] - predicted[i]) / n;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (problem.observed[i] - predicted[i] - mean) ** 2;
  return sum;
}

function bestStart(curve: GrowthCurve, logs: Float64Array): Float64Array {
  const problem = growthProblem(curve, logs);
  let best = curve.starts(logs.length)[0];
  let least = Number.POSITIVE_INFINITY;
  for (const start of curve.starts(logs.length)) {
    const spread = meanSpread(problem, start);
    if (!(spread < least)) continue;
    least = spread;
    best = start;
  }
  return best;
}

function solve(problem: LeastSquaresProblem, start: Float64Array): GrowthFit | null {
  const fit = fitLeastSquares(problem, start, { maxSteps, maxRestarts: 0 });
  return fit.kind === 'converged' ? { problem, estimate: fit.estimate } : null;
}

/** Two-sided 0.95 Student quantile, by the Cornish–Fisher expansion: |ε| ≤ 0.03 from 3 degrees of freedom on. */
function studentQuantile(df: number): number {
  const z = 1.959963984540054;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / df + second / df ** 2 + third / df ** 3;
}

function errorsOf({ estimate }: GrowthFit, observations: number): ResidualProcess {
  return residualProcess(estimate.residuals.slice(0, observations), estimate.parameters.length);
}

function estimateOf(curve: GrowthCurve, logs: Float64Array, fit: GrowthFit): GrowthEstimate {
  const { parameters, covariance, degreesOfFreedom } = fit.estimate;
  const errors = errorsOf(fit, logs.length);
  const spread = spreadOf(covariance, curve.parameterCount, errors.inflation);
  return { curve, logs, parameters, spread, degreesOfFreedom, errors };
}

/** The curve with the least squares on logs, or null where there is no minimum. */
export function fitGrowthCurve(curve: GrowthCurve, logs: Float64Array): GrowthEstimate | null {
  const fit = solve(growthProblem(curve, logs), bestStart(curve, logs));
  return fit ? estimateOf(curve, logs, fit) : null;
}

function fitted(estimate: GrowthEstimate): Fit {
  return { kind: 'fitted', model: fittedGrowth(estimate.curve.name, estimate) };
}

/**
 * Whether the upper 0.95 profile bound of the cap is finite: the curve without a cap must fit worse than chance allows.
 *
 *   F = (RSS(cap → ∞) − RSS) ÷ (s² · inflation) > t²(0.975, df)
 */
function isCapBounded(curve: CappedCurve, logs: Float64Array, fit: GrowthFit): boolean {
  const limit = solve(growthProblem(curve.unbounded, logs), bestStart(curve.unbounded, logs));
  if (!limit) return false;
  const { residualSumOfSquares, degreesOfFreedom } = fit.estimate;
  const variance = (residualSumOfSquares / degreesOfFreedom) * errorsOf(fit, logs.length).inflation;
  const excess = limit.estimate.residualSumOfSquares - residualSumOfSquares;
  return excess > variance * studentQuantile(degreesOfFreedom) ** 2;
}

/** A growth model without a cap, by least squares on logs. */
export function growthModel(curve: GrowthCurve): Model {
  return {
    name: curve.name,
    fit(series) {
      const logs = logsOf(series, curve.leastObservations);
      if (typeof logs === 'string') return { kind: 'unfit', reason: logs };
      const estimate = fitGrowthCurve(curve, logs);
      return estimate ? fitted(estimate) : { kind: 'unfit', reason: 'did-not-converge' };
    },
  };
}

/**
 * A growth model whose cap comes from the data. It is fitted only where they identify the cap: the inflection lies
 * before the last observation and the cap's upper profile bound is finite.
 */
export function cappedGrowthModel(curve: CappedCurve): Model {
  return {
    name: curve.name,
    fit(series) {
      const logs = logsOf(series, curve.leastObservations);
      if (typeof logs === 'string') return { kind: 'unfit', reason: logs };
      const fit = solve(growthProblem(curve, logs), bestStart(curve, logs));
      const passed = fit && curve.inflection(fit.estimate.parameters) < logs.length - 1;
      if (!passed || !isCapBounded(curve, logs, fit)) return { kind: 'unfit', reason: 'cap-not-identified' };
      return fitted(estimateOf(curve, logs, fit));
    },
  };
}

/** A cap stated by a person. */
export interface StatedCap {
  /** In the series' unit, positive. */
  readonly cap: number;
  /** Standard deviation of log cap: 0.1 says "within about 20 %". 0 takes the cap as given. */
  readonly logStandardDeviation: number;
}

/**
 * A growth model under a stated cap, which enters as one more observation of log cap.
 *
 * @throws RangeError when the cap or its deviation is not a usable number
 */
export function growthModelWithCap(curve: CappedCurve, { cap, logStandardDeviation }: StatedCap): Model {
  if (!(cap > 0 && Number.isFinite(cap))) throw new RangeError(`growth model requires a positive cap, got ${cap}`);
  if (!(logStandardDeviation >= 0 && Number.isFinite(logStandardDeviation))) {
    throw new RangeError(`growth model requires a log standard deviation of 0 or more, got ${logStandardDeviation}`);
  }
  const deviation = Math.max(logStandardDeviation, smallestCapDeviation);
  return {
    name: `${curve.name} with a stated cap`,
    fit(series) {
      const logs = logsOf(series, curve.leastObservations - 1);
      if (typeof logs === 'string') return { kind: 'unfit', reason: logs };
      const mean = Math.log(cap);
      const start = bestStart(curve, logs);
      const fixed = solve(growthProblemWithCap(curve, logs, { mean, weight: largestPriorWeight }), start);
      if (!fixed) return { kind: 'unfit', reason: 'did-not-converge' };
      const weight = Math.min(fixed.estimate.residualStandardDeviation / deviation, largestPriorWeight);
      if (!(weight > 0)) return fitted(estimateOf(curve, logs, fixed));
      const fit = solve(growthProblemWithCap(curve, logs, { mean, weight }), fixed.estimate.parameters);
      return fit ? fitted(estimateOf(curve, logs, fit)) : { kind: 'unfit', reason: 'did-not-converge' };
    },
  };
}
