import type { Model } from '../model.ts';
import { exponentialCurve } from './exponential-curve.ts';
import { growthModel } from './fit-growth.ts';

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
export const exponentialGrowth: Model = growthModel(exponentialCurve);
