const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Minimum of a function of one variable on [lower, upper]: the best of a grid, refined between its neighbours.
 *
 * The grid is there because a smoothing parameter's error sum can have two valleys; golden section alone finds either.
 *
 * @param gridPoints  ≥ 3, ends included
 * @param tolerance   width at which refinement stops, in the variable's unit
 * @see Kiefer (1953), Sequential Minimax Search for a Maximum, Proc. AMS 4(3)
 */
export function goldenSection(
  objective: (x: number) => number,
  [lower, upper]: readonly [number, number],
  { gridPoints = 9, tolerance = 1e-3 }: { readonly gridPoints?: number; readonly tolerance?: number } = {},
): number {
  const spacing = (upper - lower) / (gridPoints - 1);
  let best = lower;
  let bestValue = Number.POSITIVE_INFINITY;
  for (let i = 0; i < gridPoints; i += 1) {
    const x = lower + i * spacing;
    const value = objective(x);
    if (value < bestValue) {
      best = x;
      bestValue = value;
    }
  }
  let a = Math.max(lower, best - spacing);
  let b = Math.min(upper, best + spacing);
  let left = b - golden * (b - a);
  let right = a + golden * (b - a);
  let leftValue = objective(left);
  let rightValue = objective(right);
  while (b - a > tolerance) {
    if (leftValue <= rightValue) {
      b = right;
      right = left;
      rightValue = leftValue;
      left = b - golden * (b - a);
      leftValue = objective(left);
    } else {
      a = left;
      left = right;
      leftValue = rightValue;
      right = a + golden * (b - a);
      rightValue = objective(right);
    }
  }
  const middle = (a + b) / 2;
  return objective(middle) <= bestValue ? middle : best;
}
