import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@hadaf/platform';
import type { PublishedTable } from '@hadaf/targets';
import { parse } from 'csv-parse/sync';

/**
 * Every CSV file below a folder, by name; none where there is no such folder. Quoted cells may hold commas, quotes and
 * line breaks (RFC 4180); a short row reads as empty cells.
 *
 * @throws CodedError REQUEST_INVALID naming the file that is no CSV
 */
export function readPublishedTables(folder: string): PublishedTable[] {
  return globSync('**/*.csv', { cwd: folder })
    .sort()
    .map((name) => ({ name, rows: rowsOf(name, readFileSync(join(folder, name), 'utf8')) }));
}

function rowsOf(name: string, text: string): PublishedTable['rows'] {
  const [header = [], ...records] = recordsOf(name, text);
  return records.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

function recordsOf(name: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new CodedError('REQUEST_INVALID', `${name} is no CSV: ${problem}`, { cause: error });
  }
}
