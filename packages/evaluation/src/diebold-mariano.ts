import { normalCdf } from '@hadaf/numerics';
import { mean } from 'simple-statistics';
import { requireSameLength } from './require-same-length.ts';

export interface DieboldMariano {
  /** Mean loss of the first less that of the second: negative where the first is better. */
  readonly meanDifference: number;
  /** Corrected for small samples; 0 when all differences are alike. */
  readonly statistic: number;
  /** Two-sided, from the normal distribution. */
  readonly pValue: number;
}

/**
 * Whether two methods' losses on the same forecasts differ, with the small-sample correction.
 *
 *   DM = d̄ / √(2π·f(0) / n),  corrected by √((n + 1 − 2h + h(h − 1)/n) / n)
 *
 * f(0) from the autocovariances of d up to h − 1, because errors h steps ahead overlap; where that estimate is not
 * positive the variance alone is used. Two-sided from the normal: for n below about 30 take p as too small.
 *
 * @param horizon  h ≥ 1, steps ahead of the forecasts
 * @throws RangeError when lengths differ
 * @see Diebold & Mariano (1995), JBES 13(3); Harvey, Leybourne & Newbold (1997), IJF 13(2), eq. 9
 */
export function dieboldMariano(first: Float64Array, second: Float64Array, horizon = 1): DieboldMariano {
  requireSameLength('dieboldMariano', first, second);
  const n = first.length;
  const differences = first.map((loss, t) => loss - second[t]);
  const meanDifference = mean(Array.from(differences));
  const covariance = (lag: number) => {
    let sum = 0;
    for (let t = lag; t < n; t += 1) sum += (differences[t] - meanDifference) * (differences[t - lag] - meanDifference);
    return sum / n;
  };
  let longRun = covariance(0);
  for (let lag = 1; lag < Math.min(horizon, n); lag += 1) longRun += 2 * covariance(lag);
  const variance = longRun > 0 ? longRun : covariance(0);
  if (!(variance > 0)) return { meanDifference, statistic: 0, pValue: meanDifference === 0 ? 1 : 0 };
  const correction = Math.sqrt(Math.max(0, n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n);
  const statistic = (correction * meanDifference) / Math.sqrt(variance / n);
  return { meanDifference, statistic, pValue: 2 * normalCdf(-Math.abs(statistic)) };
}
