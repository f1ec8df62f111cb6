import { cellText, type RowFault, type TableRow } from './table-row.ts';

/** Whether a cell that holds numbers says that it has none. */
export const isMissing = (row: TableRow, column: string): boolean =>
  /^(?:n\/?a|nan|none|null|nil|\.{2,}|…|[-–—]+)?$/i.test(cellText(row, column));

/**
 * The number in a cell; NaN where it is empty or no number. Publishers group thousands by commas, spaces or (with a decimal
 * comma) points, write shares with a percent sign, and a bound (`<2.5`, `≥ 95`) where they state no value; the bound is
 * then the number judged. `1,234` is a thousand and more, `12,5` twelve and a half.
 */
export function cellNumber(row: TableRow, column: string): number {
  const written = cellText(row, column);
  return plainNumber.test(written) ? Number(written) : dressedNumber(written);
}

const plainNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

function dressedNumber(written: string): number {
  const text = written
    .replace(/^[<>≤≥~]=?\s*/, '')
    .replace(/\s*%$/, '')
    .replace(/^[−–]/, '-');
  const plain = withoutGroups(text);
  return plainNumber.test(plain) ? Number(plain) : Number.NaN;
}

function withoutGroups(text: string): string {
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^[-+]?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/.test(text)) return text.replaceAll(/[\s'’]/g, '').replace(',', '.');
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return /^[-+]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}

/** The year in a cell; of a span (`2015/16`, `2015-2016`) its first, as publishers of yearly tables read it. */
export function cellYear(row: TableRow, column: string): number {
  const year = cellNumber(row, column);
  if (Number.isFinite(year)) return year;
  const span = /^(?:FY\s?)?(\d{4})\s?[-–/]\s?(?:\d{4}|\d{2})$/i.exec(cellText(row, column))?.[1];
  return span === undefined ? Number.NaN : Number(span);
}

/** Which way is good, however the publisher says it: −1, `decrease`, `down`, `lower`; 1, `increase`, `up`, `higher`. */
export function cellDirection(row: TableRow, column: string): 'up' | 'down' {
  return down.test(cellText(row, column)) ? 'down' : 'up';
}

const down = /^(?:[-−]|dec|down|low|neg|red|min|fall)/i;
const up = /^(?:[+1]|inc|up|high|pos|max|rise)/i;

/** The first of these cells that is empty. */
export const emptyFault = (row: TableRow, columns: readonly string[]): RowFault | null =>
  faultIn(columns, (column) => (isMissing(row, column) ? 'is empty' : null));

/** The first of these cells that says something that is no number; an empty one says nothing. */
export const numberFault = (row: TableRow, columns: readonly string[]): RowFault | null =>
  faultIn(columns, (column) =>
    isMissing(row, column) || Number.isFinite(cellYear(row, column)) ? null : `is no number: ${quoted(row, column)}`,
  );

/** Whether the cell names a direction we know. */
export function directionFault(row: TableRow, column: string): RowFault | null {
  const text = cellText(row, column);
  if (down.test(text) || up.test(text)) return null;
  return { field: column, problem: text === '' ? 'is empty' : `is no direction we know: ${quoted(row, column)}` };
}

const quoted = (row: TableRow, column: string): string => `“${cellText(row, column).slice(0, 40)}”`;

function faultIn(columns: readonly string[], problemOf: (column: string) => string | null): RowFault | null {
  for (const field of columns) {
    const problem = problemOf(field);
    if (problem !== null) return { field, problem };
  }
  return null;
}

/** Whether a published word says that there was nothing to judge. */
export const isNoData = (label: string): boolean =>
  /^(?:insufficient|no data|no trend|not (?:available|assessed|applicable|enough)|methodology unavailable|missing|unavailable|n\/?a$|[-–.…•\s]+$)/i.test(
    label.trim().replaceAll(/[_\s]+/g, ' '),
  );
