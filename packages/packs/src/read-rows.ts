import type { z } from 'zod';
import { type CsvRow, readCsvTable } from './csv-table.ts';
import type { FaultList } from './faults.ts';

/** The columns of a table: every key of the schema, those in `optional` may be absent. */
export interface TableColumns<S extends z.ZodRawShape = z.ZodRawShape> {
  readonly schema: z.ZodObject<S>;
  readonly optional?: readonly string[];
}

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

/** Ids are read without regard to case wherever people write them, so two of them cannot differ in case alone. */
function reportRepeated(line: number, id: string | undefined, first: CsvRow, report: ReportFault): void {
  const problem =
    first.cells['id'] === id ? `is the id of row ${first.line} too` : `is the id of row ${first.line} in another case`;
  report(line, 'id', problem, 'give every row its own id', id);
}

/** Reads a table by its columns. */
export function readRows<S extends z.ZodRawShape>(
  file: string,
  text: string,
  { schema, optional = [] }: TableColumns<S>,
  faults: FaultList,
): Table<z.output<z.ZodObject<S>>> {
  const required = Object.keys(schema.shape).filter((column) => !optional.includes(column));
  const rows = readCsvTable({ file, required, optional }, text, faults);
  const ids = new Set(rows.map((row) => row.cells['id'] ?? ''));
  const report = faultReporter(file, faults);
  const seen = new Map<string, CsvRow>();
  const values = rows.flatMap((row) => {
    const id = row.cells['id'];
    const first = id === undefined ? undefined : seen.get(id.toLowerCase());
    if (first) reportRepeated(row.line, id, first, report);
    else if (id !== undefined) seen.set(id.toLowerCase(), row);
    const parsed = schema.safeParse(row.cells);
    if (parsed.success) return [{ line: row.line, value: parsed.data }];
    reportIssues(file, row, parsed.error.issues, faults);
    return [];
  });
  return { rows: values, ids };
}
