/** A row of a published table: column name → text. */
export type TableRow = Readonly<Record<string, string>>;

/** A file of published cases, parsed. */
export interface PublishedTable {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** What one published case says and what we compute. */
export interface ProofResult {
  readonly method: string;
  readonly file: string;
  readonly caseId: string;
  readonly agrees: boolean;
  readonly expected: string;
  readonly got: string;
  /** Why they differ, as far as one can tell; empty where they agree. */
  readonly likelyCause: string;
}

/** The number in a cell; NaN where it is empty or no number. */
export function cellNumber(row: TableRow, column: string): number {
  const text = row[column]?.trim() ?? '';
  return text === '' ? Number.NaN : Number(text);
}

export const cellText = (row: TableRow, column: string): string => row[column]?.trim() ?? '';

/** Whether two labels are the same word in other clothes: case, spaces and underscores do not count. */
export const plainLabel = (label: string): string =>
  label.toLowerCase().replaceAll('_', ' ').replaceAll('↗', '➚').trim();
