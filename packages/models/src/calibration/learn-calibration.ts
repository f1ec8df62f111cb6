import { solvePositiveDefinite } from '@hadaf/numerics';
import { type FoldErrors, flattenFolds } from './backtest-errors.ts';
import { type Calibration, calibrationLevels, errorScales } from './calibration.ts';
import { scaleFeatureCount } from './error-scale.ts';

export interface LearningOptions {
  readonly source: string;
  /** The guests the pool was backtested with. */
  readonly guests?: readonly string[];
  /** How many series the prior counts as when quantiles are mixed. */
  readonly priorSeries?: number;
  /** How many steps the prior counts as in each coefficient of the regression but the first, the scale's own level. */
  readonly priorSteps?: number;
  /** Periods after which an error counts half: four years of them, where periods are shorter. */
  readonly halfLife?: number;
}

/** Smallest log error told apart from none: 0.3 %. */
const smallestError = 0.003;
/** Standardised errors beyond this say nothing more about dependence. */
const clip = 4;

/**
 * A calibration learned from the errors of many series, shrunk to a prior.
 *
 * The scale is the ridge regression of log |error| on the scale features, towards the prior's coefficients; the shape is
 * the weighted quantiles of error / scale, averaged with the prior's by N / (N + priorSeries). Errors age by `halfLife`.
 *
 * @param pool   one list of folds a series; series without folds count for nothing
 * @param prior  what is believed without any errors
 */
export function learnCalibration(
  pool: readonly (readonly FoldErrors[])[],
  prior: Calibration,
  { source, guests = [], priorSeries = 30, priorSteps = 300, halfLife = 4 }: LearningOptions,
): Calibration {
  const folds = pool.flat();
  const series = pool.filter((own) => own.length > 0).length;
  if (series === 0) return prior;
  const weights = stepWeights(folds, halfLife);
  const coefficients = scaleRegression(folds, weights, prior, priorSteps);
  const standardised = standardise(folds, coefficients);
  const dependence = dependenceOf(folds, standardised);
  const own = weightedQuantiles(standardised, weights);
  const trust = series / (series + priorSeries);
  return {
    source,
    coefficients: [...coefficients],
    quantiles: own.map((quantile, k) => trust * quantile + (1 - trust) * prior.quantiles[k]),
    persistence: trust * dependence.persistence + (1 - trust) * prior.persistence,
    commonShare: trust * dependence.commonShare + (1 - trust) * prior.commonShare,
    guests,
    series,
    folds: folds.length,
  };
}

/** ½ to the age of each error's own actual, in half-lives; every horizon counts the same however many errors it has. */
function stepWeights(folds: readonly FoldErrors[], halfLife: number): Float64Array {
  const perStep: number[] = [];
  const aged = folds.flatMap(({ errors, age }) =>
    Array.from(errors, (_, h) => {
      const weight = 0.5 ** ((age - h - 1) / halfLife);
      perStep[h] = (perStep[h] ?? 0) + weight;
      return { h, weight };
    }),
  );
  const average = perStep.reduce((sum, weight) => sum + weight, 0) / perStep.length;
  return Float64Array.from(aged, ({ h, weight }) => (weight * average) / perStep[h]);
}

/** Doubt about the level of the scale, in steps: next to none, or few errors could not move it. */
const levelSteps = 10;

function scaleRegression(
  folds: readonly FoldErrors[],
  weights: Float64Array,
  prior: Calibration,
  priorSteps: number,
): Float64Array {
  const { features, errors } = flattenFolds(folds);
  const k = scaleFeatureCount;
  const products = new Float64Array(k * k);
  const right = new Float64Array(k);
  for (let i = 0; i < k; i += 1) {
    const believed = i === 0 ? levelSteps : priorSteps;
    products[i * k + i] = believed;
    right[i] = believed * prior.coefficients[i];
  }
  for (let step = 0; step < errors.length; step += 1) {
    const size = Math.log(Math.abs(errors[step]) + smallestError);
    for (let i = 0; i < k; i += 1) {
      const weighted = weights[step] * features[step * k + i];
      right[i] += weighted * size;
      for (let j = 0; j <= i; j += 1) products[i * k + j] += weighted * features[step * k + j];
    }
  }
  return solvePositiveDefinite(products, right);
}

function standardise(folds: readonly FoldErrors[], coefficients: Float64Array): Float64Array {
  const { features, errors } = flattenFolds(folds);
  const scales = errorScales(features, [...coefficients]);
  return errors.map((error, step) => error / scales[step]);
}

/** Quantiles of weighted values at the calibration levels, at the middle of each value's weight. */
function weightedQuantiles(values: Float64Array, weights: Float64Array): number[] {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const positions = new Float64Array(order.length);
  let before = 0;
  order.forEach((index, rank) => {
    positions[rank] = (before + weights[index] / 2) / total;
    before += weights[index];
  });
  let above = 0;
  return calibrationLevels.map((level) => {
    while (above < order.length && positions[above] < level) above += 1;
    if (above === 0) return values[order[0]];
    if (above === order.length) return values[order[order.length - 1]];
    const share = (level - positions[above - 1]) / (positions[above] - positions[above - 1]);
    return values[order[above - 1]] + share * (values[order[above]] - values[order[above - 1]]);
  });
}

/**
 * How errors of neighbouring steps hang together, by regression of each on the one before.
 *
 *   zₕ = r·zₕ₋₁,  r = ρ·s where ρ ≤ 1, else c + (1 − c)·s,  s = √((h − 1) / h)
 *
 * s is a random walk's correlation: what is below it is noise, what is above it a common part.
 */
function dependenceOf(folds: readonly FoldErrors[], standardised: Float64Array) {
  const mean = standardised.reduce((sum, z) => sum + clipped(z), 0) / standardised.length;
  let walkSquares = 0;
  let walkProducts = 0;
  let excessSquares = 0;
  let excessProducts = 0;
  let at = 0;
  for (const { errors } of folds) {
    for (let h = 1; h < errors.length; h += 1) {
      const before = clipped(standardised[at + h - 1]) - mean;
      const after = clipped(standardised[at + h]) - mean;
      const walk = Math.sqrt(h / (h + 1)) * before;
      walkSquares += walk * walk;
      walkProducts += walk * after;
      excessSquares += (before - walk) ** 2;
      excessProducts += (before - walk) * (after - walk);
    }
    at += errors.length;
  }
  const share = (products: number, squares: number) => Math.min(1, Math.max(0, products / squares));
  if (!(walkSquares > 0)) return { persistence: 1, commonShare: 0 };
  return { persistence: share(walkProducts, walkSquares), commonShare: share(excessProducts, excessSquares) };
}

function clipped(z: number): number {
  return Math.min(clip, Math.max(-clip, z));
}
