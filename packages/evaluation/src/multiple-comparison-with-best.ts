/** One method's place among several on the same series. */
export interface RankedMethod {
  readonly name: string;
  readonly meanRank: number;
  /** Whether its rank is so close to the best's that the difference may be chance. */
  readonly indistinguishableFromBest: boolean;
}

/**
 * Studentised range quantiles at 0.95 for infinite degrees of freedom, divided by √2: 2 … 24 methods.
 *
 * @see Demšar (2006), Statistical Comparisons of Classifiers over Multiple Data Sets, JMLR 7, table 5; from 11 on R's
 * `qtukey(0.95, k, Inf) / sqrt(2)`
 */
const criticalValues = [
  1.96, 2.343, 2.569, 2.728, 2.85, 2.949, 3.031, 3.102, 3.164, 3.219, 3.268, 3.313, 3.354, 3.391, 3.426, 3.458, 3.489,
  3.517, 3.544, 3.569, 3.593, 3.616, 3.637,
];
const mostMethods = criticalValues.length + 1;

/**
 * Multiple comparison with the best: mean ranks over series, and which methods are within Nemenyi's critical distance of
 * the best at 0.95.
 *
 *   distance = q · √(k(k + 1) / (6n)),  k methods, n series
 *
 * Tied scores share the mean of their ranks.
 *
 * @param scores  one row a series, one score a method, lower is better
 * @returns       best first
 * @throws RangeError for fewer than 2 or more than 24 methods, no series, or rows of another length
 * @see Koning, Franses, Hibon & Stekler (2005), The M3 competition: Statistical tests of the results, IJF 21(3)
 */
export function multipleComparisonWithBest(
  names: readonly string[],
  scores: readonly ArrayLike<number>[],
): RankedMethod[] {
  const k = names.length;
  const n = scores.length;
  if (k < 2 || k > mostMethods || n === 0 || scores.some((row) => row.length !== k)) {
    throw new RangeError(
      `multipleComparisonWithBest requires 2 to ${mostMethods} methods with a score on each series, got ${k}`,
    );
  }
  const ranks = names.map((_, method) => scores.reduce((sum, row) => sum + rankOf(row, method) / n, 0));
  const best = Math.min(...ranks);
  const distance = criticalValues[k - 2] * Math.sqrt((k * (k + 1)) / (6 * n));
  return names
    .map((name, method) => ({
      name,
      meanRank: ranks[method],
      indistinguishableFromBest: ranks[method] - best <= distance,
    }))
    .sort((a, b) => a.meanRank - b.meanRank);
}

function rankOf(row: ArrayLike<number>, method: number): number {
  let below = 0;
  let same = 0;
  for (let other = 0; other < row.length; other += 1) {
    if (row[other] < row[method]) below += 1;
    else if (row[other] === row[method]) same += 1;
  }
  return below + (same + 1) / 2;
}
