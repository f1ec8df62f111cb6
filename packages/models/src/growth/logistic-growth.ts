import type { Model } from '../model.ts';
import { cappedGrowthModel, growthModelWithCap, type StatedCap } from './fit-growth.ts';
import { sCurve } from './s-curve.ts';

const curve = sCurve({
  name: 'logistic growth',
  value: (z) => (z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z))),
  slope: (z) => 1 / (1 + Math.exp(z)),
});

/**
 * Logistic growth towards a cap, with AR(1) errors on the log scale.
 *
 *   y(t) = a ÷ (1 + e^(−k·(t − t₀))) · e^(u(t)),   u(t) = φ·u(t−1) + ε
 *
 * Parameters: cap a (series' unit), speed k (per period), inflection t₀ (periods after the first observation; growth
 * is fastest there, at a ÷ 2), persistence φ, innovation sd(ε) (log scale). Needs 7 positive values, an inflection
 * before the last of them and a finite 0.95 profile bound of the cap; else `cap-not-identified`.
 *
 * @see Verhulst (1838), Correspondance mathématique et physique 10; Banks (1994), Growth and Diffusion Phenomena, §2
 */
export const logisticGrowth: Model = cappedGrowthModel(curve);

/** Logistic growth under a stated cap: needs 6 positive values, no inflection among them. */
export function logisticGrowthWithCap(stated: StatedCap): Model {
  return growthModelWithCap(curve, stated);
}
