import { derive } from './derive.ts';
import { type Expression, nodesOf } from './expression.ts';
import { linearParameters } from './linear-parameters.ts';
import { type FormulaRefusal, type ParsedNode, Refusal, requireName, Translator } from './translate-formula.ts';

/** A formula that passed the allow-list, with its derivatives by every parameter. */
export interface Formula {
  readonly text: string;
  /** Names of the data columns it may read. */
  readonly variables: readonly string[];
  /** Every other name, in order of first appearance. */
  readonly parameters: readonly string[]; // p
  readonly value: Expression;
  readonly derivatives: readonly Expression[]; // p
  /** Positions of parameters in which the formula is jointly linear. */
  readonly linear: readonly number[];
}

export type FormulaParse =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | {
      readonly kind: 'refused';
      readonly reason: FormulaRefusal;
      readonly detail: string;
    };

const longestText = 500;

/**
 * Reads a formula such as `a / (1 + exp(-k*(t - t0)))`.
 *
 * mathjs only parses; its tree is rebuilt from an allow-list (numbers, names, + − * / ^, comparisons, conditionals and
 * named functions; at most 500 characters and 100 parts), differentiated symbolically, and never evaluated by it.
 * `pi` and `e` are the constants; powers bind right to left and before a minus sign.
 *
 * @param text       what the user typed
 * @param variables  names of the data columns; all other names are parameters
 * @returns          the formula, or why it is refused, in words for the user
 */
export async function parseFormula(text: string, variables: readonly string[]): Promise<FormulaParse> {
  try {
    return { kind: 'formula', formula: await readFormula(text, variables) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason, detail: error.message };
    throw error;
  }
}

async function readFormula(text: string, variables: readonly string[]): Promise<Formula> {
  const { translator, value, names } = await readExpression(text, variables);
  const parameters = names.filter((name) => !variables.includes(name));
  if (parameters.length === 0) throw new Refusal('no-parameters', 'a formula needs a parameter to estimate');
  const derivatives = parameters.map((name) => derive(translator.pool, value, name));
  const linear = linearParameters(value, parameters, derivatives);
  return { text, variables, parameters, value, derivatives, linear };
}

/** The text as an expression of the allow-list, with every name in it. */
export async function readExpression(text: string, variables: readonly string[]) {
  if (text.trim() === '')
    throw new Refusal('not-a-formula', 'it says nothing; write one such as 1000 * 1.2^(t - 2026)');
  if (text.length > longestText) {
    throw new Refusal('too-long', `a formula has at most ${longestText} characters, got ${text.length}`);
  }
  for (const name of variables) requireName(name);
  const translator = new Translator();
  const value = translator.translate(await parseText(text));
  const names = nodesOf([value]).flatMap((node) => (node.kind === 'symbol' ? [node.name] : []));
  return { translator, value, names };
}

/** mathjs takes a third of a second to load, so it is loaded with the first formula. */
async function parseText(text: string): Promise<ParsedNode> {
  const { parse } = await import('mathjs/number');
  try {
    // mathjs types every node as one interface; the translator checks each one it meets.
    return parse(text) as unknown as ParsedNode;
  } catch (cause) {
    throw new Refusal('not-a-formula', cause instanceof Error ? cause.message : 'the text is not a formula');
  }
}
