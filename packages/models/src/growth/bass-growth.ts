import type { Model } from '../model.ts';
import { cappedGrowthModel, growthModelWithCap, type StatedCap } from './fit-growth.ts';
import type { CappedCurve, GrowthCurve } from './growth-curve.ts';

/** Coefficients tried as starts: round Sultan, Farley & Lehmann's (1990) means of 213 products, p 0.03 and q 0.38. */
const innovations = [0.001, 0.01, 0.05];
const imitations = [0.1, 0.2, 0.4, 0.8];

/** log y = θ₀ + log(e^(q·τ) − 1), θ = (θ₀, log q): adoption by example alone, no end in sight. */
const unbounded: GrowthCurve = {
  name: 'unbounded Bass growth',
  parameterCount: 2,
  linear: [0],
  leastObservations: 7,
  differentiate(parameters, t, gradient) {
    const z = Math.exp(parameters[1]) * (t + 1);
    const left = -Math.expm1(-z);
    gradient[0] = 1;
    gradient[1] = z / left;
    return parameters[0] + z + Math.log(left);
  },
  starts: () => imitations.map((imitation) => Float64Array.of(0, Math.log(imitation))),
  report: () => ({}),
};

/** θ = (log m, log p, log q). */
const curve: CappedCurve = {
  name: 'Bass growth',
  parameterCount: 3,
  linear: [0],
  leastObservations: 7,
  differentiate(parameters, t, gradient) {
    const p = Math.exp(parameters[1]);
    const q = Math.exp(parameters[2]);
    const age = t + 1;
    const left = Math.exp(-(p + q) * age);
    const adopted = -Math.expm1(-(p + q) * age);
    const ratio = (q / p) * left;
    const share = 1 / (1 + ratio);
    const speed = age * (left / adopted + ratio * share);
    gradient[0] = 1;
    gradient[1] = p * speed + ratio * share;
    gradient[2] = q * speed - ratio * share;
    return parameters[0] + Math.log(adopted) + Math.log(share);
  },
  starts: () =>
    innovations.flatMap((innovation) =>
      imitations.map((imitation) => Float64Array.of(0, Math.log(innovation), Math.log(imitation))),
    ),
  report: ([logPotential, logP, logQ]) => ({
    cap: Math.exp(logPotential),
    coefficientOfInnovation: Math.exp(logP),
    coefficientOfImitation: Math.exp(logQ),
  }),
  inflection: ([, logP, logQ]) => (logQ - logP) / (Math.exp(logP) + Math.exp(logQ)) - 1,
  unbounded,
};

/**
 * Bass diffusion towards a potential, with AR(1) errors on the log scale: a count of adopters (subscribers, users,
 * accounts), some of whom decide alone and some by example.
 *
 *   y(t) = m · (1 − e^(−(p+q)·τ)) ÷ (1 + (q ÷ p)·e^(−(p+q)·τ)) · e^(u(t)),   τ = t + 1,   u(t) = φ·u(t−1) + ε
 *
 * The launch is taken one period before the first observation. Parameters: cap m (series' unit), coefficients of
 * innovation p and imitation q (per period), persistence φ, innovation sd(ε) (log scale). Needs 7 positive values, the
 * peak of adoption (τ = ln(q ÷ p) ÷ (p + q)) before the last of them and a finite 0.95 profile bound of the potential;
 * else `cap-not-identified`.
 *
 * @see Bass (1969), A new product growth model for consumer durables, Management Science 15(5)
 */
export const bassGrowth: Model = cappedGrowthModel(curve);

/** Bass diffusion under a stated potential: needs 6 positive values, no peak among them. */
export function bassGrowthWithCap(stated: StatedCap): Model {
  return growthModelWithCap(curve, stated);
}
