import type { MethodInput } from '../status-methods/status-method.ts';
import type { YearValue } from '../trajectory/year-value.ts';
import { cellNumber, numberFault } from './cell-number.ts';
import { methodInput } from './method-input.ts';
import { cellText, type RowFault, type TableRow } from './table-row.ts';

/** A worked example with its numbers read, ready for a method. */
export interface WorkedExample {
  readonly row: TableRow;
  readonly base: YearValue;
  readonly latest: YearValue;
  readonly target: YearValue | null;
  readonly input: MethodInput;
  /** Inputs beyond base, latest and target, by the names the example gives them. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What a method computes for an example: the figures in the order the example lists them, and its word where it has one. */
export interface Computation {
  readonly method: string;
  readonly figures: readonly number[];
  /** Null: the example's status is not the method's word. */
  readonly label: string | null;
}

export function workedExample(row: TableRow): WorkedExample {
  const base = { year: cellNumber(row, 'base_year'), value: cellNumber(row, 'base_value') };
  const latest = { year: cellNumber(row, 'latest_year'), value: cellNumber(row, 'latest_value') };
  const value = cellNumber(row, 'target_value');
  const target = Number.isFinite(value) ? { year: cellNumber(row, 'target_year'), value } : null;
  const extra = extraInputs(cellText(row, 'extra_inputs'));
  const input = methodInput(base, latest, target, cellText(row, 'direction') === 'down' ? 'down' : 'up');
  const limit = extraNumber(extra, 'limit');
  const best = extraNumber(extra, 'best');
  const worst = extraNumber(extra, 'worst');
  const scale = Number.isFinite(best) && Number.isFinite(worst) ? { best, worst } : null;
  return { row, base, latest, target, extra, input: { ...input, limit: Number.isFinite(limit) ? limit : null, scale } };
}

/** Whether the example's numbers and its extra inputs can be read. */
export function workedFault(row: TableRow): RowFault | null {
  const wrong = numberFault(row, [
    'base_year',
    'base_value',
    'latest_year',
    'latest_value',
    'target_year',
    'target_value',
  ]);
  if (wrong) return wrong;
  try {
    extraInputs(cellText(row, 'extra_inputs'));
    return null;
  } catch (error) {
    return { field: 'extra_inputs', problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A named extra input as a number; NaN where the example has none. */
export const extraNumber = (extra: Readonly<Record<string, unknown>>, name: string): number => {
  const value = extra[name];
  return typeof value === 'number' ? value : Number.NaN;
};

/** A named extra input as a list of numbers; empty where the example has none. */
export function extraNumbers(extra: Readonly<Record<string, unknown>>, name: string): number[] {
  const value = extra[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/** `PV: {"FY24": 0, …}` as units by fiscal year. */
export function extraPlan(extra: Readonly<Record<string, unknown>>): YearValue[] {
  const plan = extra['PV'];
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).map(([label, value]) => ({
    year: 2000 + Number(label.replace(/\D/g, '')),
    value: Number(value),
  }));
}

function extraInputs(text: string): Record<string, unknown> {
  if (text === '') return {};
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
