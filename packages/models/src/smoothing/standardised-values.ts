/** Values shifted and scaled to order 1, so that a search behaves the same for cents and for billions. */
export interface StandardisedValues {
  readonly values: Float64Array; // n
  readonly origin: number;
  /** Mean absolute change per period; 1 for a constant series. */
  readonly scale: number;
}

/** (y − y₁) / mean |Δy|. */
export function standardisedValues(values: Float64Array): StandardisedValues {
  const n = values.length;
  let changes = 0;
  for (let t = 1; t < n; t += 1) changes += Math.abs(values[t] - values[t - 1]) / (n - 1);
  const scale = changes > 0 ? changes : 1;
  const origin = values[0];
  return { values: values.map((value) => (value - origin) / scale), origin, scale };
}
