import { sum as summed } from 'simple-statistics';
import { printedLevel } from '../verdict/printed-number.ts';

/** Whether the parts of a target add up to its headline. */
export interface PartsCheck {
  readonly sum: number;
  readonly difference: number;
  readonly adds: boolean;
  readonly reason: string;
}

/**
 * Checks that the parts of a target sum to it within printed precision.
 *
 * @param halfWidth  half the precision the figures are printed with, added up over headline and parts; 0 for exact ones
 */
export function partsSum(headline: number, parts: readonly number[], halfWidth = 0): PartsCheck {
  if (parts.length === 0) throw new RangeError('partsSum requires at least one part, got none');
  const sum = summed([...parts]);
  const difference = sum - headline;
  const adds = Math.abs(difference) <= halfWidth + ROUNDING * Math.max(1, Math.abs(headline));
  const terms = parts.map((part) => printedLevel(part)).join(' + ');
  const reason = adds
    ? `${terms} add up to ${printedLevel(headline)}`
    : `${terms} = ${printedLevel(sum, [headline])}, not ${printedLevel(headline)}`;
  return { sum, difference, adds, reason };
}

/** Relative error of adding a handful of doubles. */
const ROUNDING = 1e-12;
