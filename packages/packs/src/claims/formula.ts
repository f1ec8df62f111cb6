import { add, divide, type Interval, multiply, subtract } from './interval.ts';

/** A number as stored: its value, and all it may stand for given how it was printed. */
export interface Quantity {
  readonly value: number;
  readonly interval: Interval;
}

export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly text: string }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    };

/** `name[period]`, `name[period]@document`: letters up to the bracket, anything inside it. */
const tokenPattern = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z][\w-]*\[[^\]]*\](?:@[\w.-]+)?)|([-+*/()]))/y;
const maxFormulaCharacters = 500;

function tokenize(text: string): string[] | null {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (!match) return null;
    tokens.push(match[0].trim());
  }
  return tokens;
}

/** Recursive descent over `sum := product (± product)*`, `product := factor (×÷ factor)*`. */
class Parser {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  parse(): Formula | null {
    const formula = this.#sum();
    return this.#next === this.#tokens.length ? formula : null;
  }

  #sum(): Formula | null {
    return this.#chain(['+', '-'], () => this.#product());
  }

  #product(): Formula | null {
    return this.#chain(['*', '/'], () => this.#factor());
  }

  #chain(operators: readonly ('+' | '-' | '*' | '/')[], operand: () => Formula | null): Formula | null {
    let left = operand();
    for (;;) {
      const operator = operators.find((symbol) => symbol === this.#tokens[this.#next]);
      if (!(left && operator)) return left;
      this.#next += 1;
      const right = operand();
      left = right && { kind: 'operation', operator, left, right };
    }
  }

  #factor(): Formula | null {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    if (token === undefined) return null;
    if (token === '(') {
      const inner = this.#sum();
      this.#next += 1;
      return this.#tokens[this.#next - 1] === ')' ? inner : null;
    }
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    return token.includes('[') ? { kind: 'reference', text: token } : null;
  }
}

/** Arithmetic over numbers and references such as `exports[Jul-Mar FY2025]@page`; null where it is no formula. */
export function parseFormula(text: string): Formula | null {
  if (text.length > maxFormulaCharacters) return null;
  const tokens = tokenize(text.trim());
  return tokens && new Parser(tokens).parse();
}

/** The references of a formula, left to right. */
export function referencesOf(formula: Formula): string[] {
  if (formula.kind === 'operation') return [...referencesOf(formula.left), ...referencesOf(formula.right)];
  return formula.kind === 'reference' ? [formula.text] : [];
}

const operations = {
  '+': { value: (a: number, b: number) => a + b, interval: add },
  '-': { value: (a: number, b: number) => a - b, interval: subtract },
  '*': { value: (a: number, b: number) => a * b, interval: multiply },
  '/': { value: (a: number, b: number) => a / b, interval: divide },
};

/**
 * The value of a formula and, by interval arithmetic, all it may be given how its inputs were printed. A reference used
 * twice counts as two independent numbers, so the interval is never too narrow.
 *
 * @returns null where `resolve` knows no such reference
 */
export function evaluateFormula(formula: Formula, resolve: (reference: string) => Quantity | null): Quantity | null {
  switch (formula.kind) {
    case 'number':
      return { value: formula.value, interval: { lower: formula.value, upper: formula.value } };
    case 'reference':
      return resolve(formula.text);
    case 'operation': {
      const left = evaluateFormula(formula.left, resolve);
      const right = evaluateFormula(formula.right, resolve);
      const { value, interval } = operations[formula.operator];
      return (
        left && right && { value: value(left.value, right.value), interval: interval(left.interval, right.interval) }
      );
    }
  }
}
