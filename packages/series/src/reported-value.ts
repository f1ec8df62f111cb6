import type { Observation } from './observation.ts';

/** A value stated by its two ends. */
export interface ReportedRange {
  readonly low: number;
  readonly high: number;
}

/** As many digits as a page prints, fewer than floating point needs to tell 18.3 from 18.85 − 0.55. */
const printedDigits = 12;

/** A number without the digits that arithmetic with one of size `scale` left behind. */
function asPrinted(value: number, scale: number): number {
  const decimals = printedDigits - 1 - Math.floor(Math.log10(Math.abs(scale)));
  return Number(value.toFixed(Math.min(100, Math.max(0, decimals))));
}

/** How a range is kept: its middle and half its width, from which `rangeEnds` has both ends again. */
export function middleOfRange({ low, high }: ReportedRange): { readonly value: number; readonly halfWidth: number } {
  const scale = Math.max(Math.abs(low), Math.abs(high));
  return { value: asPrinted((low + high) / 2, scale), halfWidth: asPrinted((high - low) / 2, scale) };
}

/** The ends of a value reported as a range, as printed. */
export function rangeEnds({ value, halfWidth }: Pick<Observation, 'value' | 'halfWidth'>): ReportedRange {
  const scale = Math.abs(value) + halfWidth;
  return { low: asPrinted(value - halfWidth, scale), high: asPrinted(value + halfWidth, scale) };
}

/** A value in words as it was reported: `2820`, `over 50`, `about 400`, `18–20`. A range is never told as one number. */
export function describeReported(reported: Pick<Observation, 'value' | 'halfWidth' | 'qualifier'>): string {
  const { value, qualifier } = reported;
  if (qualifier !== 'range') return qualifier === 'exact' ? String(value) : `${qualifier} ${value}`;
  const { low, high } = rangeEnds(reported);
  return `${low}–${high}`;
}
