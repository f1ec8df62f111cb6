import { type ExpectedRange, expectedRangeOf, isExpected } from '@hadaf/packs';
import type { Indicator, Span } from '@hadaf/series';

/** What is wrong with a value outside the range its pack expects of such a period; null where nothing is. */
export function rangeFault(
  ranges: readonly ExpectedRange[],
  { calendar }: Indicator,
  { value, ...span }: Span & { readonly value: number },
): string | null {
  const range = expectedRangeOf(ranges, span, calendar);
  if (!range || isExpected(range, value)) return null;
  const { low, high, because, length } = range;
  const of = length === null ? '' : ` of a ${length}`;
  return `is outside the expected range${of}, ${low ?? '−∞'} to ${high ?? '∞'}${because === '' ? '' : `: ${because}`}`;
}

/** A note that keeps why a value outside the expected range was taken. */
export function excused(note: string, reason: string): string {
  return [note, `beyond the expected range: ${reason.trim()}`].filter((part) => part !== '').join('; ');
}
