import { exponentialCurve } from './exponential-curve.ts';
import type { CappedCurve } from './growth-curve.ts';

/** A shape on the log scale, falling to −∞ on the left and rising to 0 on the right, inflection at z = 0. */
export interface SShape {
  readonly name: string;
  /** log(y ÷ cap) at z = k·(t − t₀). */
  readonly value: (z: number) => number;
  /** Its derivative by z. */
  readonly slope: (z: number) => number;
}

/** Speeds (in units of 1 ÷ length) and inflection times (in lengths) tried as starts. */
const speeds = [1, 2, 4, 8, 16];
const times = [0, 0.25, 0.5, 0.75, 1, 1.5];

/** A three-parameter S-curve: θ = (log cap, log k, t₀). */
export function sCurve({ name, value, slope }: SShape): CappedCurve {
  return {
    name,
    parameterCount: 3,
    linear: [0],
    leastObservations: 7,
    differentiate(parameters, t, gradient) {
      const k = Math.exp(parameters[1]);
      const z = k * (t - parameters[2]);
      const steepness = slope(z);
      gradient[0] = 1;
      gradient[1] = steepness * z;
      gradient[2] = -steepness * k;
      return parameters[0] + value(z);
    },
    starts: (n) => speeds.flatMap((speed) => times.map((time) => Float64Array.of(0, Math.log(speed / n), time * n))),
    report: ([logCap, logK, inflection]) => ({ cap: Math.exp(logCap), speed: Math.exp(logK), inflection }),
    inflection: (parameters) => parameters[2],
    unbounded: exponentialCurve,
  };
}
