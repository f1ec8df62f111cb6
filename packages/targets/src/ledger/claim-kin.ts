import { quantityUnit } from '@hadaf/series';
import { type Target, termsOf } from '../target.ts';

const isPart = (target: Target): boolean => termsOf(target).partOf !== null;

/**
 * Whether two claims promise the same size by a common reading of the date, for different indicators: a number that kept
 * its size and changed its meaning. Parts of a larger claim are not compared: ten billion is a common size.
 */
export function isSamePromiseElsewhere(a: Target, b: Target): boolean {
  return (
    a.indicatorId !== b.indicatorId &&
    a.value === b.value &&
    quantityUnit(a.unit) === quantityUnit(b.unit) &&
    !isPart(a) &&
    !isPart(b) &&
    a.due.some(({ end }) => b.due.some((reading) => reading.end === end))
  );
}

/** The claims about a target's own indicator, and those of other indicators that promise the same as one of them. */
export function claimsAround(target: Target, claims: readonly Target[]): Target[] {
  const own = claims.filter(({ indicatorId }) => indicatorId === target.indicatorId);
  const kin = claims.filter((claim) => own.some((one) => isSamePromiseElsewhere(one, claim)));
  return [...own, ...kin];
}

/** The claims that say they are a part of this one. */
export function statedParts(headline: Target, claims: readonly Target[]): Target[] {
  return claims.filter((claim) => termsOf(claim).partOf === headline.id);
}
