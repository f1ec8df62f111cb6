import type { Model } from '../model.ts';
import { exponentialCurve } from './exponential-curve.ts';
import { cappedGrowthModel, growthModelWithCap, type StatedCap } from './fit-growth.ts';
import type { CappedCurve } from './growth-curve.ts';

/** Speeds (in units of 1 ÷ length), inflection times (in lengths) and asymmetries tried as starts. */
const speeds = [1, 3, 8, 20];
const times = [0, 0.3, 0.6, 0.9, 1.3];
const asymmetries = [0.3, 1, 3];

/** θ = (log cap, log k, t₀, log ν). */
const curve: CappedCurve = {
  name: 'Richards growth',
  parameterCount: 4,
  linear: [0],
  leastObservations: 9,
  differentiate(parameters, t, gradient) {
    const k = Math.exp(parameters[1]);
    const nu = Math.exp(parameters[3]);
    const z = k * (t - parameters[2]);
    const weight = nu * Math.exp(-z);
    const value = -Math.log1p(weight) / nu;
    const slope = weight / (nu * (1 + weight));
    gradient[0] = 1;
    gradient[1] = slope * z;
    gradient[2] = -slope * k;
    gradient[3] = -value - slope;
    return parameters[0] + value;
  },
  starts: (n) =>
    speeds.flatMap((speed) =>
      times.flatMap((time) =>
        asymmetries.map((asymmetry) => Float64Array.of(0, Math.log(speed / n), time * n, Math.log(asymmetry))),
      ),
    ),
  report: ([logCap, logK, inflection, logNu]) => ({
    cap: Math.exp(logCap),
    speed: Math.exp(logK),
    inflection,
    asymmetry: Math.exp(logNu),
  }),
  inflection: (parameters) => parameters[2],
  unbounded: exponentialCurve,
};

/**
 * Richards growth towards a cap, with AR(1) errors on the log scale: a logistic whose inflection may lie at any share
 * of the cap.
 *
 *   y(t) = a ÷ (1 + ν·e^(−k·(t − t₀)))^(1/ν) · e^(u(t)),   u(t) = φ·u(t−1) + ε
 *
 * Parameters: cap a (series' unit), speed k (per period), inflection t₀ (periods after the first observation; growth
 * is fastest there, at a ÷ (1 + ν)^(1/ν)), asymmetry ν (1 the logistic, towards 0 the Gompertz), persistence φ,
 * innovation sd(ε) (log scale). Needs 9 positive values, an inflection before the last of them and a finite 0.95 profile
 * bound of the cap; else `cap-not-identified`. Few series hold four parameters.
 *
 * @see Richards (1959), A flexible growth function for empirical use, J. Exp. Botany 10(2)
 */
export const richardsGrowth: Model = cappedGrowthModel(curve);

/** Richards growth under a stated cap: needs 8 positive values, no inflection among them. */
export function richardsGrowthWithCap(stated: StatedCap): Model {
  return growthModelWithCap(curve, stated);
}
