import type { Claim } from './claim.ts';
import type { Quantity } from './formula.ts';

export type Agreement = 'same' | 'by-rounding' | 'apart';

/** Press figures are cut off, converted and rounded again: 2,429 printed as "2.42bn" is 0.4 % low. Up to this is no disagreement. */
const negligibleShare = 0.005;
/** Floating-point noise of a formula, against its value. */
const noise = 1e-9;

function agreesAsBound(claim: Claim, { value, interval }: Quantity): Agreement {
  if (value >= claim.value && interval.lower !== Number.NEGATIVE_INFINITY) return 'same';
  return claim.value - value <= negligibleShare * Math.abs(value) ? 'by-rounding' : 'apart';
}

/**
 * How a printed number agrees with a computed one.
 *
 *   same         equal, or within half of its last printed digit
 *   by-rounding  it is a coarser rounding or truncation of the computed number; or the inputs' own printed precision
 *                overlaps it; or the two differ by at most half a percent
 *   apart        otherwise
 *
 * A lower bound (`over 350`) agrees with everything above it, from either side.
 */
export function compareClaim(claim: Claim, computed: Quantity): Agreement {
  const { value, interval } = computed;
  const distance = Math.abs(claim.value - value);
  if (distance <= noise * Math.abs(value)) return 'same';
  if (claim.qualifier === 'over') return agreesAsBound(claim, computed);
  if (interval.upper === Number.POSITIVE_INFINITY) return claim.value >= interval.lower ? 'same' : 'apart';
  if (interval.lower === Number.NEGATIVE_INFINITY) return claim.value <= interval.upper ? 'same' : 'apart';
  const isCoarse = claim.qualifier === 'rounded';
  if (distance <= claim.halfWidth + noise * Math.abs(value)) return isCoarse ? 'by-rounding' : 'same';
  const isTruncation = isCoarse && value > claim.value && value < claim.value + 2 * claim.halfWidth;
  const overlaps = claim.value - claim.halfWidth < interval.upper && interval.lower < claim.value + claim.halfWidth;
  return isTruncation || overlaps || distance <= negligibleShare * Math.abs(value) ? 'by-rounding' : 'apart';
}
