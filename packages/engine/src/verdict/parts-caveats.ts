import { formatQuantity, quantityUnit } from '@hadaf/series';
import { claimsAround, partsSum, statedParts, type Target, termsOf } from '@hadaf/targets';

/** Says where the stated parts of a target, or of the same promise made elsewhere, do not add up to it. */
export function partsCaveats(target: Target, claims: readonly Target[]): string[] {
  const headlines = claimsAround(target, claims).filter(({ value }) => value === target.value);
  return headlines.flatMap((headline) => {
    const parts = statedParts(headline, claims);
    if (parts.length === 0) return [];
    const ranges = parts.map(rangeOf);
    const halfWidth = [...ranges, rangeOf(headline)].reduce((sum, { low, high }) => sum + (high - low) / 2, 0);
    const { adds, sum } = partsSum(middleOf(rangeOf(headline)), ranges.map(middleOf), halfWidth);
    if (adds) return [];
    const unit = quantityUnit(headline.unit);
    const terms = ranges.map((range) => rangeWords(range, unit)).join(' + ');
    const whole = rangeWords(rangeOf(headline), unit);
    const of = headline.id === target.id ? 'Its' : `As announced by ${headline.announcedBy}, its`;
    return [`${of} stated parts do not add up: ${terms} = ${formatQuantity(sum, unit)}, not ${whole}.`];
  });
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const rangeOf = (claim: Target): Range => ({ low: claim.value, high: termsOf(claim).upper ?? claim.value });

const middleOf = ({ low, high }: Range): number => (low + high) / 2;

function rangeWords({ low, high }: Range, unit: string): string {
  const words = formatQuantity(low, unit);
  return low === high ? words : `(${words} to ${formatQuantity(high, unit)})`;
}
