import { quantityUnit } from '@hadaf/series';
import type { Formula } from './formula.ts';
import type { ResolvedReference } from './resolve-reference.ts';

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;
const significantDigits = 6;

/** `2,825`, `23.6865`: at most six significant digits, thousands grouped. */
export function numberWords(value: number): string {
  const [whole = '', fraction] = String(Number(Math.abs(value).toPrecision(significantDigits))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  return value < 0 ? `−${grouped}` : grouped;
}

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', PKR: 'Rs ' };

/** A number with its unit as a sentence says it, every digit kept: `$2,825 million`, `23.7 %`, `43`. */
export function amountWords(value: number, unit: string): string {
  const number = numberWords(value);
  const money = /^(USD|EUR|GBP|PKR) mn\b/.exec(unit);
  if (money) return `${symbols[money[1] ?? ''] ?? ''}${number} million`;
  if (/^percent\b/.test(unit)) return `${number}\u00a0%${unit.slice('percent'.length)}`;
  if (unit === 'rank') return `rank ${number}`;
  if (unit === 'mn') return `${number} million`;
  return unit === 'count' || unit === '' || unit === 'ratio' ? number : `${number} ${unit}`;
}

type Resolve = (reference: string) => ResolvedReference | null;

/** The formula with the numbers in the places of their names: `(2,825 ÷ 2,284 − 1) × 100`. */
export function formulaWords(formula: Formula, resolve: Resolve): string {
  if (formula.kind === 'number') return numberWords(formula.value);
  if (formula.kind === 'reference') return numberWords(resolve(formula.text)?.quantity.value ?? Number.NaN);
  const { operator, left, right } = formula;
  const isTight = operator === '*' || operator === '/';
  const side = (part: Formula, isRight: boolean): string => {
    const words = formulaWords(part, resolve);
    const isLoose = part.kind === 'operation' && (part.operator === '+' || part.operator === '-');
    const isNested = part.kind === 'operation' && isRight && (operator === '/' || (operator === '-' && isLoose));
    return (isTight && isLoose) || isNested ? `(${words})` : words;
  };
  return `${side(left, false)} ${signs[operator]} ${side(right, true)}`;
}

/** The unit a formula comes out in; empty where its parts do not tell. */
export function formulaUnit(formula: Formula, resolve: Resolve): string {
  if (formula.kind === 'number') return '';
  if (formula.kind === 'reference') return quantityUnit(resolve(formula.text)?.unit ?? '');
  const { operator, left, right } = formula;
  const [one, other] = [formulaUnit(left, resolve), formulaUnit(right, resolve)];
  if (operator === '+' || operator === '-') return one === '' || other === '' || one === other ? one || other : '';
  if (operator === '/') return other === '' ? one : one === other ? 'ratio' : '';
  const scale = right.kind === 'number' ? right.value : null;
  return one === 'ratio' && scale === 100 ? 'percent' : other === '' || other === 'ratio' ? one : '';
}
