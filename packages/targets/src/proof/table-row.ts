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

/**
 * The number in a cell; NaN where it is empty or no number. Publishers write thousands with commas, shares with a percent
 * sign, and a bound (`<2.5`, `≥ 95`) where they state no value; the bound is then the number judged.
 */
export function cellNumber(row: TableRow, column: string): number {
  const text = (row[column] ?? '')
    .trim()
    .replace(/^[<>≤≥~]\s*/, '')
    .replace(/\s*%$/, '')
    .replace('−', '-');
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Which way is good, however the publisher says it: −1, `decrease`, `down`, `lower`; else up. */
export const cellDirection = (row: TableRow, column: string): 'up' | 'down' =>
  /^(?:[-−]|dec|down|low|neg|red)/i.test(cellText(row, column)) ? 'down' : 'up';

/** Whether a published word says that there was nothing to judge. */
export const isNoData = (label: string): boolean =>
  /^(?:insufficient|no data|no trend|not (?:available|assessed|applicable)|missing|n\/?a$|[-–.…]+$)/i.test(
    plainLabel(label),
  );

export const cellText = (row: TableRow, column: string): string => row[column]?.trim() ?? '';

/** Whether two labels are the same word in other clothes: case, spaces and underscores do not count. */
export const plainLabel = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll('\ufe0f', '')
    .replaceAll(/[_\s]+/g, ' ')
    .replaceAll(/[↗⬈]/g, '➚')
    .trim();
