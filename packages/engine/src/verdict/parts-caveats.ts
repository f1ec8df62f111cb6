import { formatQuantity, quantityUnit } from '@hadaf/series';
import { claimsAround, partsSum, statedParts, type Target } from '@hadaf/targets';

/** Says where the stated parts of a target, or of the same promise made elsewhere, do not add up to it. */
export function partsCaveats(target: Target, claims: readonly Target[]): string[] {
  const headlines = claimsAround(target, claims).filter(({ value }) => value === target.value);
  return headlines.flatMap((headline) => {
    const parts = statedParts(headline, claims);
    if (parts.length === 0) return [];
    const values = parts.map(({ value }) => value);
    const { adds, sum } = partsSum(headline.value, values);
    if (adds) return [];
    const unit = quantityUnit(headline.unit);
    const terms = values.map((value) => formatQuantity(value, unit)).join(' + ');
    const total = formatQuantity(sum, unit);
    const whole = formatQuantity(headline.value, unit);
    const of = headline.id === target.id ? 'Its' : `As announced by ${headline.announcedBy}, its`;
    return [`${of} stated parts do not add up: ${terms} = ${total}, not ${whole}.`];
  });
}
