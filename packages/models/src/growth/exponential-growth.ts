import type { Model } from '../model.ts';
import { growthModel } from './fit-growth.ts';
import type { GrowthCurve } from './growth-curve.ts';

const curve: GrowthCurve = {
  name: 'exponential-growth',
  parameterCount: 2,
  linear: [0, 1],
  leastObservations: 5,
  differentiate(parameters, t, gradient) {
    gradient[0] = 1;
    gradient[1] = t;
    return parameters[0] + parameters[1] * t;
  },
  starts: () => [new Float64Array(2)],
  report: ([level, rate]) => ({ firstLevel: Math.exp(level), growthRate: Math.expm1(rate) }),
};

/**
 * Exponential growth: a constant rate a period, with AR(1) errors on the log scale.
 *
 *   y(t) = b · e^(g·t) · e^(u(t)),   u(t) = φ·u(t−1) + ε
 *
 * Parameters: firstLevel b (series' unit, at the first observation), growthRate e^g − 1 (share a period),
 * persistence φ, innovation sd(ε) (log scale). Needs 5 positive values. It has no cap: far horizons grow without
 * bound, so it is a benchmark for others and a claim only for short ones.
 *
 * @see Banks (1994), Growth and Diffusion Phenomena, §1
 */
export const exponentialGrowth: Model = growthModel(curve);
