import type { GrowthCurve } from './growth-curve.ts';

/** log y = θ₀ + θ₁·t: exponential growth, and every S-curve's path far below its cap. */
export const exponentialCurve: GrowthCurve = {
  name: 'exponential growth',
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
