import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublishedTable, UnreadRow } from '@hadaf/targets';
import { parse } from 'csv-parse/sync';

/**
 * Every CSV file below a folder, by name, at any depth; none where there is no such folder. Comma, semicolon or tab,
 * whichever the header is split by; UTF-8 with or without its mark; gzip where the name ends `.gz`. Quoted cells may hold
 * commas, quotes and line breaks (RFC 4180); a short row reads as empty cells. Column names are lower case with underscores.
 * A line that cannot be split, or a file that cannot be opened, is listed beside the others.
 */
export function readPublishedTables(folder: string): PublishedTable[] {
  return globSync('**/*', { cwd: folder })
    .filter((name) => /\.(?:csv|tsv)(?:\.gz)?$/i.test(name))
    .sort()
    .map((name) => tableOf(name, join(folder, name)));
}

/** The text of a file; or why it has none. */
function textOf(path: string): { text: string; problem: string | null } {
  try {
    const bytes = readFileSync(path);
    const text = (/\.gz$/i.test(path) ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
    return { text, problem: null };
  } catch (error) {
    return { text: '', problem: `cannot be opened: ${messageOf(error)}` };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Line {
  readonly cells: readonly string[];
  /** The line of the file it ends on. */
  readonly at: number;
}

function tableOf(name: string, path: string): PublishedTable {
  const { text, problem } = textOf(path);
  const unread: UnreadRow[] = problem === null ? [] : [{ file: name, row: 1, field: 'the file', problem }];
  const [header, ...lines] = linesOf(name, text, unread);
  const columns = (header?.cells ?? []).map((column) =>
    column
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  return {
    name,
    rows: lines.map(({ cells }) => rowOf(columns, cells)),
    lines: lines.map(({ at }) => at),
    unread,
  };
}

function rowOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [i, column] of columns.entries()) row[column] = cells[i] ?? '';
  return row;
}

/** The whole text as records; where a quote breaks it, line by line, so that the fault costs one line. */
function linesOf(name: string, text: string, unread: UnreadRow[]): Line[] {
  const delimiter = delimiterOf(text);
  try {
    return split(text, delimiter);
  } catch {
    return text.split(/\r\n|\n|\r/).flatMap((line, i) => {
      try {
        return split(line, delimiter).map(({ cells }) => ({ cells, at: i + 1 }));
      } catch (error) {
        unread.push({ file: name, row: i + 1, field: 'the line', problem: `is no CSV: ${messageOf(error)}` });
        return [];
      }
    });
  }
}

function split(text: string, delimiter: string): Line[] {
  const lines: Line[] = [];
  parse(text, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], context) => {
      lines.push({ cells, at: context.lines });
      return null;
    },
  });
  return lines;
}

/** The sign that splits the first line into most cells. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const cells = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (cells(sign) > cells(best) ? sign : best));
}
