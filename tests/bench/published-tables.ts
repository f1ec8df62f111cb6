import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublishedTable, TableRow } from '@hadaf/targets';

/** Every CSV file below a folder, by name. Quoted cells may hold commas, quotes and line breaks (RFC 4180). */
export function readPublishedTables(folder: string): PublishedTable[] {
  return globSync('**/*.csv', { cwd: folder })
    .sort()
    .map((name) => ({ name, rows: rowsOf(readFileSync(path.join(folder, name), 'utf8')) }));
}

function rowsOf(text: string): TableRow[] {
  const [header = [], ...records] = recordsOf(text.replace(/^\uFEFF/, ''));
  return records
    .filter((cells) => cells.length > 1)
    .map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

/** A cell and what ends it: a comma goes on, a line break ends the record. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new RangeError(`recordsOf requires cells in RFC 4180 form, got ${text.slice(at, at + 40)}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
