/** Values that differ by more than this factor have ratios that mean nothing, and may have none. */
const largestRatio = 1e100;

/** Whether logarithms and ratios of the values say something: all are positive, and none is 10¹⁰⁰ times another. */
export function arePositive(values: Float64Array): boolean {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let t = 0; t < values.length; t += 1) {
    if (!(values[t] > 0)) return false;
    smallest = Math.min(smallest, values[t]);
    largest = Math.max(largest, values[t]);
  }
  return largest / smallest < largestRatio;
}
