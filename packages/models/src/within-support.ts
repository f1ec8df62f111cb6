import { growthReach } from './growth-bound.ts';

/**
 * Holds values where the series can be, in place: within its growth reach when positive, not below 0 if it never was.
 *
 * @param rows    row-major, `columns` values a step, `horizon` steps a row
 * @param values  the series' own, without its season
 */
export function holdWithinSupport(rows: Float64Array, values: Float64Array, horizon: number, columns: number): void {
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of values) smallest = Math.min(smallest, value);
  if (smallest < 0) return;
  const last = values[values.length - 1];
  const reach = smallest > 0 ? growthReach(values, horizon) : new Float64Array(horizon);
  for (let h = 0; h < horizon; h += 1) {
    const lowest = smallest > 0 ? last * Math.exp(-reach[h]) : 0;
    const highest = smallest > 0 ? last * Math.exp(reach[h]) : Number.POSITIVE_INFINITY;
    for (let row = h * columns; row < rows.length; row += horizon * columns) {
      for (let i = row; i < row + columns; i += 1) rows[i] = Math.min(highest, Math.max(lowest, rows[i]));
    }
  }
}
