import { compileFormula } from './compile.ts';
import { readExpression } from './parse-formula.ts';
import { type FormulaRefusal, Refusal } from './translate-formula.ts';

export type FormulaValues =
  | { readonly kind: 'values'; readonly values: Float64Array } // rows
  | { readonly kind: 'refused'; readonly reason: FormulaRefusal; readonly detail: string };

/**
 * The values of a formula in which nothing is to be estimated, such as `3800 * 1.2^(t - 2025)`, by the same allow-list
 * as `parseFormula`.
 *
 * @param columns  the data it may read, by name, all of one length
 * @returns        one value a row, NaN or infinite where the formula has none; or why it is refused
 */
export async function formulaValues(text: string, columns: ReadonlyMap<string, Float64Array>): Promise<FormulaValues> {
  try {
    const { value, names } = await readExpression(text, [...columns.keys()]);
    const unknown = names.filter((name) => !columns.has(name));
    if (unknown.length > 0) throw new Refusal('unknown-name', unknownWords(unknown, [...columns.keys()]));
    const values = new Float64Array(columns.values().next().value?.length ?? 0);
    compileFormula({ value, derivatives: [], parameters: [] }, columns).evaluate(new Float64Array(0), values);
    return { kind: 'values', values };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason, detail: error.message };
    throw error;
  }
}

function unknownWords(unknown: readonly string[], known: readonly string[]): string {
  return `${unknown.join(', ')} has no value here; beside numbers a formula may name ${known.join(', ')}`;
}
