import type { Rng } from '@hadaf/numerics';
import { type Calibration, standardisedQuantile } from './calibration.ts';

/** The predictive distribution at each step, as a centre and the scale of its standardised errors. */
export interface PathShape {
  readonly centre: Float64Array; // horizon
  readonly scales: Float64Array; // horizon
  /** Error of size e round the centre c: c·exp(e) for a positive series, c + e for any other. */
  readonly form: 'multiplicative' | 'additive';
}

/**
 * Joint sample paths whose distribution at each step is exactly the calibrated one, in antithetic pairs.
 *
 *   Wₕ = √c·U + √(1 − c)·(√ρ·Bₕ / √h + √(1 − ρ)·εₕ)
 *
 * U is one draw a path, B a random walk, ε new at each step; c is the common share of errors, ρ their persistence. Only the ranks of W over the paths are used: the
 * path of rank r has the quantile at (r + ½) / paths, so marginals carry no sampling error and dependence is W's.
 *
 * @param paths  even
 * @returns      paths × horizon, row-major
 */
export function calibratedPaths(shape: PathShape, calibration: Calibration, paths: number, rng: Rng): Float64Array {
  const horizon = shape.centre.length;
  const pairs = paths / 2;
  const out = new Float64Array(paths * horizon);
  const quantiles = upperAndLower(calibration, pairs);
  const walk = new Float64Array(pairs);
  const keys = new Float64Array(pairs);
  const sign = new Int8Array(pairs);
  const { commonShare, persistence } = calibration;
  const common = Float64Array.from({ length: pairs }, () => Math.sqrt(commonShare) * rng.normal());
  const carried = Math.sqrt((1 - commonShare) * persistence);
  const fresh = Math.sqrt((1 - commonShare) * (1 - persistence));
  for (let h = 0; h < horizon; h += 1) {
    const norm = 1 / Math.sqrt(h + 1);
    for (let pair = 0; pair < pairs; pair += 1) {
      walk[pair] += rng.normal();
      const score = common[pair] + carried * norm * walk[pair] + (fresh > 0 ? fresh * rng.normal() : 0);
      sign[pair] = score < 0 ? -1 : 1;
      keys[pair] = packed(Math.abs(score), pair, pairs);
    }
    keys.sort();
    for (let rank = 0; rank < pairs; rank += 1) {
      const pair = keys[rank] % pairs;
      const above = valueAt(shape, h, quantiles[pairs + rank]);
      const below = valueAt(shape, h, quantiles[pairs - 1 - rank]);
      const first = 2 * pair * horizon + h;
      out[first] = sign[pair] > 0 ? above : below;
      out[first + horizon] = sign[pair] > 0 ? below : above;
    }
  }
  return out;
}

/** A score and its pair's number in one sortable integer: 2⁻²⁰ of a standard deviation apart is apart. */
function packed(score: number, pair: number, pairs: number): number {
  return Math.floor(score * 1048576) * pairs + pair;
}

/** Standardised quantiles at (r + ½) / paths, r = 0 … 2·pairs − 1. */
function upperAndLower({ quantiles }: Calibration, pairs: number): Float64Array {
  const out = new Float64Array(2 * pairs);
  for (let r = 0; r < out.length; r += 1) out[r] = standardisedQuantile(quantiles, (r + 0.5) / out.length);
  return out;
}

/**
 * The quantiles such paths have at each step, without drawing any.
 *
 * @returns horizon × k, row-major; ascending within a row
 */
export function calibratedQuantiles(
  shape: PathShape,
  calibration: Calibration,
  levels: readonly number[],
): Float64Array {
  const standardised = levels.map((level) => standardisedQuantile(calibration.quantiles, level));
  const out = new Float64Array(shape.centre.length * levels.length);
  for (let h = 0; h < shape.centre.length; h += 1) {
    for (let k = 0; k < levels.length; k += 1) out[h * levels.length + k] = valueAt(shape, h, standardised[k]);
  }
  return out;
}

function valueAt({ centre, scales, form }: PathShape, h: number, z: number): number {
  return form === 'multiplicative' ? centre[h] * Math.exp(scales[h] * z) : centre[h] + scales[h] * z;
}
