import { readNumber } from '@hadaf/packs';
import { middleOfRange, type Observation } from '@hadaf/series';

export type PrintedValue =
  | {
      readonly kind: 'value';
      /** In the indicator's unit. */
      readonly value: number;
      readonly halfWidth: number;
      readonly qualifier: Observation['qualifier'];
    }
  | { readonly kind: 'fault'; readonly problem: string; readonly mend: string };

/** Powers of ten of the words for them; units and people use the same. */
const powers: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
};
const currencies: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  rs: 'PKR',
  'rs.': 'PKR',
  pkr: 'PKR',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
};
const rangePattern =
  /^(?:about\s+|between\s+)?(us\$|usd|rs\.?|pkr|eur|gbp|[$€£])?\s*(-?\d+(?:\.\d+)?)\s*([a-z%]*)\s*(?:[-–—]|to|and)\s*(?:us\$|usd|rs\.?|pkr|eur|gbp|[$€£])?\s*(-?\d+(?:\.\d+)?)\s*(k|thousand|mn|m|million|bn|b|billion|tn|trillion|%|percent)?$/i;
const valuePattern =
  /^(?:(over|about)\s+)?(us\$|usd|rs\.?|pkr|eur|gbp|[$€£])?\s*(-?\d+(?:\.\d+)?)\s*(k|thousand|mn|m|million|bn|b|billion|tn|trillion|%|percent)?$/i;

interface Unit {
  /** `USD`, `count`, `percent` … */
  readonly base: string;
  /** 6 for `USD mn`. */
  readonly power: number;
}

function parseUnit(unit: string): Unit {
  const [base = '', scale = ''] = unit.split(' ');
  return { base, power: powers[scale] ?? 0 };
}

/** Counted things are exact as printed. */
function isCounted(base: string): boolean {
  return base === 'count' || base === 'event';
}

/** A decimal moved by a power of ten as text, so that 2.82 by 3 is 2820 and nothing beside it. */
function shifted(digits: string, power: number): number {
  return Number(`${digits}e${power}`);
}

/** Half of the last digit printed, moved by a power of ten. */
function halfOfLastDigit(digits: string, power: number): number {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return shifted('5', power - decimals - 1);
}

/** Half the printed precision of a number in its indicator's unit: 402 is ± 0.5, 2.820 is ± 0.0005, a count exact. */
export function printedHalfWidth(digits: string, unit: string): number {
  const isExact = isCounted(parseUnit(unit).base) && !digits.includes('.');
  return isExact ? 0 : halfOfLastDigit(digits, 0);
}

function fault(problem: string, mend: string): PrintedValue {
  return { kind: 'fault', problem, mend };
}

/** How far the number as written is from the unit, in powers of ten; or what is wrong. */
function powerOf(currency: string, scale: string, unit: Unit, unitName: string): number | PrintedValue {
  const money = currencies[currency.toLowerCase()];
  if (money !== undefined && money !== unit.base) {
    return fault(`is in ${money}, the indicator in ${unitName}`, `state it in ${unitName}; nothing is converted`);
  }
  const isPercent = /^(?:%|percent)$/i.test(scale);
  if (isPercent && unit.base !== 'percent') return fault('is a share', `the indicator counts in ${unitName}`);
  if (isPercent || (scale === '' && (money === undefined || unit.power === 0))) return 0;
  if (scale === '') {
    return fault('names a currency and no size', `write it as $402m, $2.82bn, or as a plain number of ${unitName}`);
  }
  return (powers[scale.toLowerCase()] ?? 0) - unit.power;
}

/** `18-20 million`, `$18m–$20m`, `18 to 19 %`; null where it is no range. */
function readPrintedRange(text: string, unitName: string): PrintedValue | null {
  const match = rangePattern.exec(text);
  if (!match) return null;
  const [, currency = '', low = '', lowScale = '', high = '', scale = ''] = match;
  if (lowScale !== '' && lowScale.toLowerCase() !== scale.toLowerCase()) {
    return fault('is a range whose ends differ in scale', `write both ends in one scale, such as 0.8-1.2bn`);
  }
  const power = powerOf(currency, scale, parseUnit(unitName), unitName);
  if (typeof power !== 'number') return power;
  const ends = { low: shifted(low, power), high: shifted(high, power) };
  if (!(ends.low < ends.high)) return fault('is a range whose ends are not in order', 'write the lower end first');
  return { kind: 'value', ...middleOfRange(ends), qualifier: 'range' };
}

/**
 * A value as printed, with the precision it was printed in: `402`, `2.82bn`, `$2.82bn`, `over 50`, `about 23.7%`.
 *
 * A plain number is in the indicator's unit. One with a scale is converted: `2.82bn` of USD mn is 2,820 ± 5, rounded.
 * Of a range, `18–20 million`, the value is the middle and the half width reaches both ends.
 */
export function readPrintedValue(text: string, unitName: string): PrintedValue {
  const written = text.trim().replace(/^-\s+/, '-');
  const range = readPrintedRange(written, unitName);
  if (range) return range;
  const match = valuePattern.exec(written);
  if (!match) {
    const plain = readNumber(written);
    return plain.kind === 'number'
      ? fault('is not a number', 'write 402, 2.82bn or $2.82bn')
      : fault(plain.problem, plain.mend);
  }
  const [, word = '', currency = '', digits = '', scale = ''] = match;
  const unit = parseUnit(unitName);
  const power = powerOf(currency, scale, unit, unitName);
  if (typeof power !== 'number') return power;
  const value = shifted(digits, power);
  if (!Number.isFinite(value)) return fault('is too large', 'state it in a larger unit');
  const isExactCount = power === 0 && isCounted(unit.base) && !digits.includes('.');
  const qualifier = word === '' ? (power > 0 ? 'rounded' : 'exact') : word.toLowerCase() === 'over' ? 'over' : 'about';
  const halfWidth = qualifier === 'over' || isExactCount ? 0 : halfOfLastDigit(digits, power);
  return { kind: 'value', value, halfWidth, qualifier };
}
