import type { z } from 'zod';
import { type CsvRow, readCsvTable } from './csv-table.ts';
import type { FaultList } from './faults.ts';

/** A row whose cells all passed, with where it stands. */
export interface TableRow<T> {
  readonly line: number;
  readonly value: T;
}

export interface Table<T> {
  readonly rows: readonly TableRow<T>[];
  /** Ids as written, of faulty rows too, so that one bad row is not reported again by every row that names it. */
  readonly ids: ReadonlySet<string>;
}

/** Adds a fault of one cell. */
export type ReportFault = (line: number, field: string, problem: string, mend: string, value?: string) => void;

export function faultReporter(file: string, faults: FaultList): ReportFault {
  return (row, field, problem, mend, value = '') => faults.add({ file, row, field, value, problem, mend });
}

function mendOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.['mend'] === 'string') return issue.params['mend'];
  if (issue.code === 'invalid_value') return `write one of ${issue.values.join(', ')}`;
  return 'see the format';
}

function reportIssues(file: string, row: CsvRow, issues: readonly z.core.$ZodIssue[], faults: FaultList): void {
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    const value = row.cells[field] ?? '';
    faults.add({
      file,
      row: row.line,
      field,
      value,
      problem: issue.message,
      mend: mendOf(issue),
    });
  }
}

/** Reads a table by its row schema: every key of the schema is a column, those in `optional` may be absent. */
export function readRows<S extends z.ZodRawShape>(
  file: string,
  text: string,
  { schema, optional = [] }: { schema: z.ZodObject<S>; optional?: readonly string[] },
  faults: FaultList,
): Table<z.output<z.ZodObject<S>>> {
  const required = Object.keys(schema.shape).filter((column) => !optional.includes(column));
  const rows = readCsvTable({ file, required, optional }, text, faults);
  const ids = new Set(rows.map((row) => row.cells['id'] ?? ''));
  const report = faultReporter(file, faults);
  const seen = new Map<string, number>();
  const values = rows.flatMap((row) => {
    const id = row.cells['id'];
    const first = id === undefined ? undefined : seen.get(id);
    if (first !== undefined) report(row.line, 'id', `is the id of row ${first} too`, 'give every row its own id', id);
    else if (id !== undefined) seen.set(id, row.line);
    const parsed = schema.safeParse(row.cells);
    if (parsed.success) return [{ line: row.line, value: parsed.data }];
    reportIssues(file, row, parsed.error.issues, faults);
    return [];
  });
  return { rows: values, ids };
}
