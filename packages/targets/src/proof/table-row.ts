/** A row of a published table: column name → text. */
export type TableRow = Readonly<Record<string, string>>;

/** A file of published cases, parsed. */
export interface PublishedTable {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** The line of the file each row ends on; without it rows are counted, the header being 1. */
  readonly lines?: readonly number[];
  /** Lines the reader could not split into cells. */
  readonly unread?: readonly UnreadRow[];
}

/** A row that could not be read as a case: where, and what is wrong. */
export interface UnreadRow {
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly problem: string;
}

/** What keeps a row from being a case: a cell and its fault. */
export type RowFault = Pick<UnreadRow, 'field' | 'problem'>;

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

/** A layout of published cases: how to know it, which rows are cases, which of those cannot be read, and their proof. */
export interface Layout {
  readonly is: (table: PublishedTable) => boolean;
  readonly isCase: (row: TableRow) => boolean;
  readonly faultOf: (row: TableRow) => RowFault | null;
  readonly prove: (row: TableRow, file: string) => ProofResult;
}

export const cellText = (row: TableRow, column: string): string => row[column]?.trim() ?? '';

/** Whether two labels are the same word in other clothes: case, spaces, hyphens and underscores do not count. */
export const plainLabel = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll('\ufe0f', '')
    .replaceAll(/[-_\s]+/g, ' ')
    .replaceAll(/[↗⬈]/g, '➚')
    .trim();
