import { dateUnit, formatQuantity } from '@hadaf/series';
import type { ExplanationInput } from '../report.ts';

type Symbols = readonly Pick<ExplanationInput, 'symbol' | 'name' | 'value' | 'unit'>[];

const token = /[A-Za-z]\w*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[-+*/^(),]|\s+/g;

/** Signs as people write them, and functions as a spreadsheet or a pocket calculator has them. */
const written: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  ',': ';',
  abs: 'ABS',
  log: 'ln',
  sqrt: '√',
  ceil: 'ROUNDUP',
  max: 'MAX',
  min: 'MIN',
  std: 'STDEV',
  tCdf: 'T.DIST',
  tQuantile: 'T.INV',
  normalCdf: 'NORM.S.DIST',
  normalQuantile: 'NORM.S.INV',
  true: 'TRUE',
};

function said(expression: string, sayInput: (input: Symbols[number]) => string, inputs: Symbols): string {
  const bySymbol = new Map(inputs.map((input) => [input.symbol, input]));
  return expression.replaceAll(token, (part) => {
    const input = bySymbol.get(part);
    return input ? sayInput(input) : (written[part] ?? part);
  });
}

/** An expression with the names of its inputs: `(target / latest) ^ (1 / 5) - 1` → `(target ÷ latest value)^(1 ÷ 5) − 1`. */
export function formulaWords(expression: string, inputs: Symbols): string {
  return tight(said(expression, ({ name }) => name, inputs));
}

/** An expression with its numbers put in, so that it can be typed into a calculator: `(15000 ÷ 3800)^(1 ÷ 5) − 1`. */
export function workedFormula(expression: string, inputs: Symbols): string {
  return tight(said(expression, ({ value, unit }) => typedNumber(value, unit), inputs));
}

/** As many digits as a pocket calculator takes. */
const TYPED_DIGITS = 10;

/** Ungrouped, since a calculator takes no commas; negative ones in brackets; a day as a day. */
function typedNumber(value: number, unit: string): string {
  if (unit === dateUnit) return formatQuantity(value, unit);
  const digits = String(Number(value.toPrecision(TYPED_DIGITS)));
  return value < 0 ? `(−${digits.slice(1)})` : digits;
}

const tight = (formula: string): string => formula.replaceAll(' ^ ', '^').replaceAll(' ;', ';');
