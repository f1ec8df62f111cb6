import type { FittedModel, Model } from '../model.ts';
import { fitGrowthCurve, logsOf } from './fit-growth.ts';
import { fittedGrowth, type GrowthEstimate } from './fitted-growth.ts';
import type { GrowthCurve } from './growth-curve.ts';

const name = 'piecewise growth';
const leastObservations = 8;
/** Observations on either side that a rate of its own needs. */
const leastBeside = 3;
/** Break positions less credible than this are left out. */
const leastWeight = 0.01;

/** One position of the break, or none, and how credible it is. */
interface Candidate {
  /** Index of the observation at which the rate changes; null for a constant rate. */
  readonly breakAt: number | null;
  readonly estimate: GrowthEstimate;
  readonly model: FittedModel;
  readonly weight: number;
}

/** θ = (log level at the last change of rate, rate before, rate after), or two of them without a break. */
function curveWithBreak(breakAt: number | null): GrowthCurve {
  const size = breakAt === null ? 2 : 3;
  return {
    name,
    parameterCount: size,
    linear: Array.from({ length: size }, (_, j) => j),
    leastObservations,
    differentiate(parameters, t, gradient) {
      const since = t - (breakAt ?? 0);
      gradient[0] = 1;
      if (breakAt === null) gradient[1] = since;
      else {
        gradient[1] = Math.min(since, 0);
        gradient[2] = Math.max(since, 0);
      }
      let value = 0;
      for (let j = 0; j < size; j++) value += parameters[j] * gradient[j];
      return value;
    },
    starts: () => [new Float64Array(size)],
    report: (parameters) => ({
      growthBefore: Math.expm1(parameters[1]),
      growthAfter: Math.expm1(parameters[size - 1]),
    }),
  };
}

/** Bayes information criterion under AR(1) errors: 2·log-likelihood lost, plus log n a parameter. */
function informationCriterion({ logs, errors, parameters }: GrowthEstimate, searched: number): number {
  const n = logs.length;
  const noise = Math.max(errors.innovation ** 2 * (n - parameters.length), Number.MIN_VALUE);
  return n * Math.log(noise / n) + (parameters.length + searched) * Math.log(n);
}

function candidatesOf(logs: Float64Array): Candidate[] {
  const positions: (number | null)[] = [null];
  for (let at = leastBeside - 1; at <= logs.length - leastBeside; at++) positions.push(at);
  const fits = positions.flatMap((breakAt) => {
    const estimate = fitGrowthCurve(curveWithBreak(breakAt), logs);
    return estimate ? [{ breakAt, estimate, criterion: informationCriterion(estimate, breakAt === null ? 0 : 1) }] : [];
  });
  const best = Math.min(...fits.map(({ criterion }) => criterion));
  const breaks = fits.length - 1;
  const odds = fits.map(({ breakAt, criterion }) => Math.exp((best - criterion) / 2) / (breakAt === null ? 1 : breaks));
  const total = odds.reduce((sum, value) => sum + value, 0);
  const kept = fits
    .map((fit, i) => ({ ...fit, weight: odds[i] / total }))
    .filter(({ weight }) => weight >= leastWeight);
  const keptTotal = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map(({ breakAt, estimate, weight }) => ({
    breakAt,
    estimate,
    model: fittedGrowth(name, estimate),
    weight: weight / keptTotal,
  }));
}

/** Weighted geometric mean of what the candidates say. */
function blend(candidates: readonly Candidate[], length: number, values: (model: FittedModel) => Float64Array) {
  const logs = new Float64Array(length);
  for (const { model, weight } of candidates) {
    const own = values(model);
    for (let i = 0; i < length; i++) logs[i] += weight * Math.log(own[i]);
  }
  return logs.map(Math.exp);
}

/** Paths a candidate gets: pairs in proportion to the weights, what is left over to the most credible. */
function shares(candidates: readonly Candidate[], paths: number): number[] {
  const counts = candidates.map(({ weight }) => 2 * Math.floor((weight * paths) / 2));
  const most = candidates.reduce((best, { weight }, i) => (weight > candidates[best].weight ? i : best), 0);
  counts[most] += paths - counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

function combined(candidates: readonly Candidate[], observations: number): FittedModel {
  const [likeliest] = candidates.toSorted((a, b) => b.weight - a.weight);
  const unbroken = candidates.find(({ breakAt }) => breakAt === null)?.weight ?? 0;
  return {
    name,
    parameters: {
      ...likeliest.model.parameters,
      ...(likeliest.breakAt === null ? {} : { breakAt: likeliest.breakAt }),
      breakCredibility: 1 - unbroken,
    },
    fitted: blend(candidates, observations, (model) => model.fitted),
    forecast: (horizon) => blend(candidates, horizon, (model) => model.forecast(horizon)),
    simulate(horizon, paths, rng) {
      const counts = shares(candidates, paths);
      const simulated = new Float64Array(paths * horizon);
      let filled = 0;
      for (const [i, { model }] of candidates.entries()) {
        simulated.set(model.simulate(horizon, counts[i], rng), filled);
        filled += counts[i] * horizon;
      }
      return simulated;
    },
  };
}

/**
 * Exponential growth whose rate may have changed once, with AR(1) errors on the log scale.
 *
 *   log y(t) = b + g₁·min(t − τ, 0) + g₂·max(t − τ, 0) + u(t),   u(t) = φ·u(t−1) + ε
 *
 * The break τ is not chosen: every position with at least 3 observations on either side, and no break at all, is fitted
 * and weighted by its Bayes information criterion (all breaks together count as much as none before the data), and the
 * paths come from all of them. Parameters of the likeliest: breakAt (periods after the first observation, left out for
 * none), growthBefore and growthAfter (shares a period), breakCredibility (0 to 1), persistence φ, innovation sd(ε) (log
 * scale). Needs 8 positive values.
 *
 * @see Kass & Raftery (1995), Bayes factors, JASA 90(430), §4.1.3
 */
export const piecewiseGrowth: Model = {
  name,
  fit(series) {
    const logs = logsOf(series, leastObservations);
    if (typeof logs === 'string') return { kind: 'unfit', reason: logs };
    const candidates = candidatesOf(logs);
    if (candidates.length === 0) return { kind: 'unfit', reason: 'did-not-converge' };
    return { kind: 'fitted', model: combined(candidates, logs.length) };
  },
};
