type Value = string | number | null;

/** A spreadsheet would run a text that begins so. */
const isFormula = /^[=+\-@\t\r＝＋－＠]/;

/** RFC 4180; numbers with every digit they have, texts so that no spreadsheet runs them. */
function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = (isFormula.test(value) ? `'${value}` : value).replaceAll('\0', '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180, UTF-8) with its columns in order. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Value>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
