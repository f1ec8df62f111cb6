import { formatQuantity } from '@hadaf/series';
import type { ChangeReport } from './change-report.ts';

/**
 * `1.56 %`, two decimals: a change between two numbers that both read as 2 % must be seen. Never `0.00 %` or `100.00 %`: a
 * forecast that says either is wrong about itself.
 */
export function finePercent(probability: number): string {
  if (probability < 0.0001) return '<0.01\u00a0%';
  if (probability > 0.9999) return '>99.99\u00a0%';
  return `${(probability * 100).toFixed(2)}\u00a0%`;
}

/** `+0.63`: percentage points of probability, with a sign. */
export function points(change: number): string {
  const size = Math.abs(change * 100).toFixed(2);
  return Number(size) === 0 ? size : `${change > 0 ? '+' : '−'}${size}`;
}

const causeWords = {
  'new-data': 'new data',
  revisions: 'revisions',
  'late-rows': 'rows loaded since',
  readings: 'values read otherwise',
  target: 'the target',
  settings: 'the settings',
  code: 'the code',
} as const;

/** A change of the median, with its sign. */
export function amountChange(change: number, unit: string): string {
  return change === 0 ? '0' : `${change > 0 ? '+' : ''}${formatQuantity(change, unit)}`;
}

/** How far the number moved and by what most. */
export function changeSummary({ from, to, parts, seedNoise, unit }: Omit<ChangeReport, 'summary'>): string {
  const [before, after] = [finePercent(from.probability), finePercent(to.probability)];
  if (parts.every(({ probability, central }) => probability === 0 && central === 0)) {
    return `Nothing changed: the probability is ${after} on both sides.`;
  }
  const size = parts.some(({ probability }) => Number(points(probability)) !== 0) ? 'probability' : 'central';
  const [largest] = parts.toSorted((a, b) => Math.abs(b[size]) - Math.abs(a[size]));
  const isChance = before !== after && Math.abs(to.probability - from.probability) <= seedNoise;
  const moved = before === after ? `stayed at ${after}` : `went from ${before} to ${after}`;
  const ofMedian = largest && `${amountChange(largest.central, unit)} of the median: ${largest.label}.`;
  const most =
    largest &&
    (size === 'probability'
      ? ` The largest part is ${causeWords[largest.cause]}, ${points(largest.probability)} points and ${ofMedian}`
      : ` The median alone moved; the largest part of that is ${causeWords[largest.cause]}, ${ofMedian}`);
  return `The probability ${moved}${isChance ? ', no more than another seed alone would move it' : ''}.${most ?? ''}`;
}
