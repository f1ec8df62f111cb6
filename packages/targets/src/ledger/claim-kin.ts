import { quantityUnit } from '@hadaf/series';
import type { Target } from '../target.ts';

/** How a claim says that it is a share of a larger one. */
const partWords = /\b(?:a part|component) of the\b/i;

const isPart = ({ title, note }: Target): boolean => partWords.test(title) || partWords.test(note);

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

/**
 * The stated parts of a claim: smaller claims of the same page, made with it, that say they are a part of something.
 *
 * @returns empty where fewer than two are stated
 */
export function statedParts(headline: Target, claims: readonly Target[]): Target[] {
  const parts = claims.filter(
    (claim) =>
      claim.documentId === headline.documentId &&
      claim.announcedOn === headline.announcedOn &&
      claim.value < headline.value &&
      quantityUnit(claim.unit) === quantityUnit(headline.unit) &&
      isPart(claim),
  );
  return parts.length < 2 || isPart(headline) ? [] : parts;
}
