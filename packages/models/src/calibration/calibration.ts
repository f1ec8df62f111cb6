import { scaleFeatureCount } from './error-scale.ts';

/** The levels at which the quantiles of standardised errors are kept. */
export const calibrationLevels: readonly number[] = [
  0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.95, 0.975, 0.99, 0.995, 0.998,
];

/**
 * What past forecast errors teach about the size and shape of the next ones.
 *
 *   log(actual / forecast)ₕ = exp(xₕ · coefficients) · z,  z with the given quantiles
 */
export interface Calibration {
  /** Where it was learned, for the page that explains an interval. */
  readonly source: string;
  readonly coefficients: readonly number[]; // one a scale feature
  /** Quantiles of the standardised errors z at `calibrationLevels`, ascending. */
  readonly quantiles: readonly number[];
  /** Share of an error's variance that carries over to later steps as a random walk does; the rest is new each step. */
  readonly persistence: number;
  /** Share of an error's variance that is alike at every step, as a wrong slope makes it; taken out before persistence. */
  readonly commonShare: number;
  /** Names of the models that joined the combination because these errors showed that they help; none where absent. */
  readonly guests?: readonly string[];
  readonly series: number;
  readonly folds: number;
}

/** The quantile of a standardised error, linear between the levels kept and constant beyond them. */
export function standardisedQuantile(quantiles: readonly number[], level: number): number {
  const last = calibrationLevels.length - 1;
  if (level <= calibrationLevels[0]) return quantiles[0];
  if (level >= calibrationLevels[last]) return quantiles[last];
  let above = 1;
  while (calibrationLevels[above] < level) above += 1;
  const below = above - 1;
  const share = (level - calibrationLevels[below]) / (calibrationLevels[above] - calibrationLevels[below]);
  return quantiles[below] + share * (quantiles[above] - quantiles[below]);
}

/** exp(x · coefficients) for each row of scale features. */
export function errorScales(features: Float64Array, coefficients: readonly number[]): Float64Array {
  const scales = new Float64Array(features.length / scaleFeatureCount);
  for (let h = 0; h < scales.length; h += 1) {
    let sum = 0;
    for (let k = 0; k < scaleFeatureCount; k += 1) sum += features[h * scaleFeatureCount + k] * coefficients[k];
    scales[h] = Math.exp(sum);
  }
  return scales;
}
