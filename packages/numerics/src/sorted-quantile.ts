/**
 * Quantile of ascending values, linear between order statistics (type 7 of Hyndman & Fan 1996).
 *
 *   position = (n − 1) · level
 *
 * @param sorted  n ≥ 1 values, ascending
 * @param level   a probability in [0, 1]
 */
export function sortedQuantile(sorted: Float64Array, level: number): number {
  const position = (sorted.length - 1) * level;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
