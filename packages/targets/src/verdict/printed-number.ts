import { formatQuantity } from '@hadaf/series';

/**
 * A number as a sentence prints it: `15,000`, `0.61`; never rounded so far that it falls on the wrong side of a number
 * it is compared with.
 *
 * @param value     the figure
 * @param decimals  digits after the point to start from
 * @param beside    figures it must stay distinct from, and on the same side of, unless equal to them
 */
export function printedNumber(value: number, decimals: number, beside: readonly number[] = []): string {
  for (let digits = decimals; digits <= MOST_DECIMALS; digits++) {
    if (isFaithful(Number(value.toFixed(digits)), value, beside)) return grouped(value, digits);
  }
  return String(value);
}

/** A level of a series: whole units from 1,000 on, up to two decimals below, without idle zeros. */
export function printedLevel(value: number, beside: readonly number[] = []): string {
  return withoutIdleZeros(printedNumber(value, Math.abs(value) >= 1000 ? 0 : 2, beside));
}

/**
 * A level in the words of the page, `$3.80bn`; in more digits where those words would not tell it from a level beside it.
 * Rounding never swaps two levels, so words that differ stand in the right order.
 */
export function printedQuantity(value: number, unit: string, beside: readonly number[] = []): string {
  const words = formatQuantity(value, unit);
  const isTold = beside.every(
    (other) => other === value || spokenSize(formatQuantity(other, unit)) !== spokenSize(words),
  );
  if (isTold) return words;
  const level = printedLevel(value, beside);
  return unit === 'count' ? level : `${level}\u00a0${unit}`;
}

/** The size that words stand for, in millions where they are money: `$15.00bn` and `$15bn` say the same. */
function spokenSize(words: string): number {
  const size = Number(words.replace(/[^\d.]/g, ''));
  return /\dbn\b/.test(words) ? size * 1000 : size;
}

/** A share as a percentage: `17.9 %`; `beside` are shares too. */
export function printedShare(share: number, decimals = 1, beside: readonly number[] = []): string {
  for (let digits = decimals; digits <= MOST_DECIMALS; digits++) {
    const rounded = Number((share * 100).toFixed(digits)) / 100;
    if (isFaithful(rounded, share, beside)) return `${grouped(share * 100, digits)}\u00a0%`;
  }
  return `${share * 100}\u00a0%`;
}

/** A probability in words a reader cannot over-read: whole percents, `less than 1 %`, `more than 99 %`. */
export function printedProbability(probability: number, cutOffs: readonly number[]): string {
  if (probability < 0.01) return 'less than 1\u00a0%';
  if (probability > 0.99) return 'more than 99\u00a0%';
  return printedShare(probability, 0, cutOffs);
}

const MOST_DECIMALS = 6;

const isFaithful = (rounded: number, value: number, beside: readonly number[]): boolean =>
  beside.every((other) => Math.sign(rounded - other) === Math.sign(value - other));

function grouped(value: number, digits: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const printed = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  return value < 0 && /[1-9]/.test(printed) ? `−${printed}` : printed;
}

const withoutIdleZeros = (printed: string): string => (printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed);
