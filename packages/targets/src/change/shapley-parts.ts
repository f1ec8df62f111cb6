/** More causes than this mean more than a thousand evaluations. */
const mostCauses = 10;

/**
 * Splits a change into its causes so that the parts sum to it and no order of the causes is preferred.
 *
 *   φᵢ = Σ over S without i of |S|! · (n − |S| − 1)! ÷ n! · (v(S ∪ i) − v(S))
 *
 * @param causes   n, at most 10
 * @param figureAt  v: the figure with exactly the causes of the bit mask in their new state; 0 is before, 2ⁿ − 1 after
 * @returns        one part a cause; they sum to v(after) − v(before) but for the last digit
 * @throws RangeError when there are no causes or more than ten
 * @see Shapley (1953), A value for n-person games, Contributions to the Theory of Games II
 */
export function shapleyParts(causes: number, figureAt: (mask: number) => number): number[] {
  if (!(Number.isInteger(causes) && causes >= 1 && causes <= mostCauses)) {
    throw new RangeError(`shapleyParts requires 1 to ${mostCauses} causes, got ${causes}`);
  }
  const values = Array.from({ length: 2 ** causes }, (_, mask) => figureAt(mask));
  const weights = subsetWeights(causes);
  const parts = Array.from({ length: causes }, (_, cause) => {
    const bit = 2 ** cause;
    return values.reduce((sum, value, mask) => {
      if (mask & bit) return sum;
      return sum + (weights[bitCount(mask)] ?? 0) * ((values[mask + bit] ?? Number.NaN) - value);
    }, 0);
  });
  return withoutResidue(parts, (values.at(-1) ?? Number.NaN) - (values[0] ?? Number.NaN));
}

/** |S|! · (n − |S| − 1)! ÷ n! = 1 ÷ (n · C(n − 1, |S|)) by |S|. */
function subsetWeights(causes: number): number[] {
  let choose = 1;
  return Array.from({ length: causes }, (_, size) => {
    const weight = 1 / (causes * choose);
    choose = (choose * (causes - 1 - size)) / (size + 1);
    return weight;
  });
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/** Rounding may leave a last digit over: the largest part takes it. */
function withoutResidue(parts: readonly number[], total: number): number[] {
  const largest = parts.reduce((best, part, i) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? i : best), 0);
  const others = parts.reduce((sum, part, i) => (i === largest ? sum : sum + part), 0);
  return parts.map((part, i) => (i === largest ? total - others : part));
}
