import type { Model } from '../model.ts';
import { cappedGrowthModel, growthModelWithCap, type StatedCap } from './fit-growth.ts';
import { sCurve } from './s-curve.ts';

const curve = sCurve({
  name: 'Gompertz growth',
  value: (z) => -Math.exp(-z),
  slope: (z) => Math.exp(-z),
});

/**
 * Gompertz growth towards a cap, with AR(1) errors on the log scale. Its growth rate falls by a constant share a period:
 * it slows earlier and longer than the logistic.
 *
 *   y(t) = a · e^(−e^(−k·(t − t₀))) · e^(u(t)),   u(t) = φ·u(t−1) + ε
 *
 * Parameters: cap a (series' unit), speed k (per period), inflection t₀ (periods after the first observation; growth
 * is fastest there, at a ÷ e), persistence φ, innovation sd(ε) (log scale). Needs 7 positive values, an inflection
 * before the last of them and a finite 0.95 profile bound of the cap; else `cap-not-identified`.
 *
 * @see Winsor (1932), The Gompertz curve as a growth curve, PNAS 18(1)
 */
export const gompertzGrowth: Model = cappedGrowthModel(curve);

/** Gompertz growth under a stated cap: needs 6 positive values, no inflection among them. */
export function gompertzGrowthWithCap(stated: StatedCap): Model {
  return growthModelWithCap(curve, stated);
}
