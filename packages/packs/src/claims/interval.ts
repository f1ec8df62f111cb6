/** All values a printed number may stand for. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export function around(value: number, halfWidth: number): Interval {
  return { lower: value - halfWidth, upper: value + halfWidth };
}

function hull(values: readonly number[]): Interval {
  return { lower: Math.min(...values), upper: Math.max(...values) };
}

export function add(a: Interval, b: Interval): Interval {
  return { lower: a.lower + b.lower, upper: a.upper + b.upper };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { lower: a.lower - b.upper, upper: a.upper - b.lower };
}

export function multiply(a: Interval, b: Interval): Interval {
  const products = [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper];
  return hull(products.map((product) => (Number.isNaN(product) ? 0 : product)));
}

/** Unbounded where the divisor may be 0. A divisor bounded only from below bounds the quotient only from above. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.lower <= 0 && b.upper >= 0) return { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  if (b.upper === Number.POSITIVE_INFINITY) return { lower: Number.NEGATIVE_INFINITY, upper: a.upper / b.lower };
  return multiply(a, { lower: 1 / b.upper, upper: 1 / b.lower });
}
