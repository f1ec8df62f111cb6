import { quantityUnit } from '@hadaf/series';
import { type Target, termsOf } from '../target.ts';

/** Whether two official claims promise one thing: the same indicator, size and date, in different documents. */
function isSamePromise(a: Target, b: Target): boolean {
  return (
    a.standing === 'official' &&
    b.standing === 'official' &&
    a.kind !== 'event' &&
    a.kind === b.kind &&
    a.indicatorId === b.indicatorId &&
    a.value === b.value &&
    quantityUnit(a.unit) === quantityUnit(b.unit) &&
    a.due[0]?.end === b.due[0]?.end &&
    isSameForm(a, b)
  );
}

function isSameForm(a: Target, b: Target): boolean {
  const [one, other] = [termsOf(a), termsOf(b)];
  return one.isHeld === other.isHeld && one.upper === other.upper && one.dates.length + other.dates.length === 0;
}

/**
 * The claim under which a reader finds a promise that several documents repeat: the first that is no part of another,
 * by id. An event is never the same as another: its claims differ by their dates alone.
 *
 * @param claims  known claims, this one among them
 * @returns the id of that claim; null where it is this one
 */
export function samePromiseAs(target: Target, claims: readonly Target[]): string | null {
  const same = claims.filter((claim) => claim.id === target.id || isSamePromise(claim, target));
  const rank = (claim: Target): string => `${termsOf(claim).partOf === null ? 0 : 1} ${claim.id}`;
  const [first] = same.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return first === undefined || first.id === target.id ? null : first.id;
}
