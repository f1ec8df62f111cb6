import type { Rng } from '@hadaf/numerics';
import type { FittedModel } from '../model.ts';

/**
 * Paths drawn from several models in equal shares, in antithetic pairs: path pair i belongs to model i mod k, so every
 * prefix of the set is a fair sample of the mixture.
 *
 * @param paths  even
 * @returns      paths × horizon, row-major
 */
export function mixturePaths(models: readonly FittedModel[], horizon: number, paths: number, rng: Rng): Float64Array {
  const out = new Float64Array(paths * horizon);
  const pairs = paths / 2;
  for (let member = 0; member < models.length; member += 1) {
    const own = Math.ceil((pairs - member) / models.length);
    if (own <= 0) break;
    const drawn = models[member].simulate(horizon, 2 * own, rng);
    for (let pair = 0; pair < own; pair += 1) {
      const rows = drawn.subarray(2 * pair * horizon, 2 * (pair + 1) * horizon);
      out.set(rows, 2 * (pair * models.length + member) * horizon);
    }
  }
  return out;
}
