import { type ExpectedRange, isExpected } from '@hadaf/packs';

/** What is wrong with a value outside the range its pack expects; null where nothing is. */
export function rangeFault(range: ExpectedRange | undefined, value: number): string | null {
  if (!range || isExpected(range, value)) return null;
  const { low, high, because } = range;
  return `is outside the expected range, ${low ?? '−∞'} to ${high ?? '∞'}${because === '' ? '' : `: ${because}`}`;
}
