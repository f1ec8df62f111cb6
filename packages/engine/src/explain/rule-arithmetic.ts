import type { YearValue } from '@hadaf/targets';
import { ratioExpression } from './growth-steps.ts';

/** What a status rule looked at: the way from base to latest, the target, and the values between. */
export interface RuleWay {
  readonly base: YearValue;
  readonly latest: YearValue;
  readonly target: YearValue;
  readonly direction: 'up' | 'down';
  /** Values from base to latest, oldest first. */
  readonly since: readonly YearValue[];
  /** The value five years before the latest; undefined where none is known. */
  readonly fiveBefore: YearValue | undefined;
}

/** What the value of a year is called in an expression: the ends of the way by their part, others by their year. */
export function symbolOf({ base, latest }: RuleWay, { year }: YearValue): string {
  if (year === latest.year) return 'latest';
  return year === base.year ? 'base' : `value${String(year).replace('.', 'p')}`;
}

/**
 * The figure a rule lays its bands on, as arithmetic over `base`, `latest`, `target` and the values of other years; null
 * for a rule of another kind. The rules themselves are in `targets/status-methods`.
 */
export function ruleArithmetic(methodId: string, way: RuleWay): string | null {
  const { base, latest, target } = way;
  const [past, left] = [latest.year - base.year, target.year - latest.year];
  switch (methodId) {
    case 'cagr-ratio':
    case 'un-progress':
      return `${isBasePast(way) ? '-' : ''}${ratioExpression(past, past + left)}`;
    case 'un-projected':
      return `(latest * (latest / base) ^ ${past === 1 ? left : `(${left} / ${past})`} - base) / (target - base)`;
    case 'weather':
      return weatherArithmetic(way, left);
    case 'escap':
      return escapArithmetic(way);
    case 'arr':
      return `(log(latest / base)${past === 1 ? '' : ` / ${past}`}) / (log(target / latest)${left === 1 ? '' : ` / ${left}`})`;
    case 'linear-pace':
      return `((base - latest) / (base - target)) / min(1, ${past} / ${past + left})`;
    default:
      return null;
  }
}

const isBasePast = ({ base, target, direction }: RuleWay): boolean =>
  direction === 'up' ? base.value > target.value : base.value < target.value;

function weatherArithmetic(way: RuleWay, left: number): string | null {
  if (!way.fiveBefore) return null;
  const extended = `(latest + ${left} * (latest - ${symbolOf(way, way.fiveBefore)}) / 5)`;
  const miss = way.direction === 'up' ? `target - ${extended}` : `${extended} - target`;
  return `(${miss}) / abs(target - latest)`;
}

/** The weighted line is a sum of the values, each times a number that the years alone decide. */
function escapArithmetic(way: RuleWay): string {
  const shares = lineShares(
    way.since.map(({ year }) => year),
    way.target.year,
  );
  const symbols = way.since.map((value) => symbolOf(way, value));
  const anticipated = weightedSum(shares, symbols);
  const miss = way.direction === 'up' ? `target - ${anticipated}` : `${anticipated} - target`;
  return `100 * max(0, ${miss}) / abs(target - base)`;
}

/** `(0.6 * base + 1.2 * latest)`. */
export function weightedSum(shares: readonly number[], symbols: readonly string[]): string {
  const terms = symbols.map((symbol, i) => {
    const share = shares[i] ?? 0;
    return `${share < 0 ? '- ' : i === 0 ? '' : '+ '}${Math.abs(share)} * ${symbol}`;
  });
  return `(${terms.join(' ')})`;
}

/** Digits of a share that keep its sum to more than a reader can type. */
const SHARE_DIGITS = 12;

/** What each value counts in the weighted straight line (weights 1 … n) at a year. */
export function lineShares(years: readonly number[], at: number): number[] {
  const weights = years.map((_, i) => i + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = years.reduce((sum, year, i) => sum + year * (weights[i] ?? 0), 0) / total;
  const scatter = years.reduce((sum, year, i) => sum + (weights[i] ?? 0) * (year - mean) ** 2, 0);
  return years.map((year, i) => {
    const weight = weights[i] ?? 0;
    const share = weight / total + (scatter === 0 ? 0 : (weight * (year - mean) * (at - mean)) / scatter);
    return Number(share.toPrecision(SHARE_DIGITS));
  });
}
