import { CsvError, parse } from 'csv-parse/sync';
import type { FaultList } from './faults.ts';

/** A line of a table, cells by column. */
export interface CsvRow {
  /** Line of the file on which the record starts; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TableShape {
  readonly file: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Longer lines are not a table of ours: a CSV bomb of ten million columns stops here. */
const maxHeaderCharacters = 10_000;
const maxRecordCharacters = 100_000;

/** `=1+1`, `@sum(…)`, `+cmd(…)`, full-width forms, a leading tab: text a spreadsheet would run. `+13%` and `-` are text. */
const formulaPattern = /^(?:[=@＝＠\t\r]|[+\-＋－]\s*[A-Za-z]\w*\s*[(|!])/;

/** Whether a spreadsheet would run the cell instead of showing it. */
export function isFormula(cell: string): boolean {
  return formulaPattern.test(cell);
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < position; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

function lineBreaks(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0);
}

/** Faults that make parsing pointless; whether there was none. */
function isReadable(file: string, text: string, faults: FaultList): boolean {
  const before = faults.count;
  const whole = { file, field: null, value: '' };
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const problem = 'contains a NUL byte';
    faults.add({
      ...whole,
      row: lineOf(text, nul),
      problem,
      mend: 'save the file as UTF-8, not as UTF-16 or a workbook',
    });
  }
  const replaced = text.indexOf('\uFFFD');
  if (replaced !== -1) {
    const problem = 'contains characters that are not UTF-8';
    const value = text.slice(Math.max(0, replaced - 20), replaced + 20);
    faults.add({
      ...whole,
      row: lineOf(text, replaced),
      value,
      problem,
      mend: 'save the file with the encoding UTF-8',
    });
  }
  const end = text.indexOf('\n');
  if ((end === -1 ? text.length : end) > maxHeaderCharacters) {
    const problem = `has a header longer than ${maxHeaderCharacters} characters`;
    faults.add({
      ...whole,
      row: 1,
      value: text.slice(0, 100),
      problem,
      mend: 'keep the columns the format names',
    });
  }
  return faults.count === before;
}

function parseRecords(file: string, text: string, faults: FaultList): CsvRecord[] | null {
  try {
    const ends: number[] = [];
    const records: string[][] = parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRecordCharacters,
      on_record: (record, { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    return records.map((fields, i) => ({
      line: (ends[i] ?? 0) - lineBreaks(fields),
      fields,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error['lines'];
    const mend = 'close every quoted cell with ", and write a quote inside one as ""';
    faults.add({
      file,
      row: typeof line === 'number' ? line : null,
      field: null,
      value: '',
      problem: `is no CSV from here on: ${error.message}`,
      mend,
    });
    return null;
  }
}

function isHeader({ file, required, optional }: TableShape, header: readonly string[], faults: FaultList): boolean {
  const before = faults.count;
  const at = { file, row: 1 };
  const columns = [...required, ...optional];
  if (header.length === 1 && header[0]?.includes(';')) {
    const mend = 'separate cells with commas (export as "CSV, comma separated")';
    faults.add({
      ...at,
      field: null,
      value: header[0],
      problem: 'separates its columns with semicolons',
      mend,
    });
    return false;
  }
  const listed = `the columns are ${columns.join(',')}`;
  for (const name of required.filter((column) => !header.includes(column))) {
    faults.add({
      ...at,
      field: name,
      value: '',
      problem: 'lacks this column',
      mend: listed,
    });
  }
  for (const [i, name] of header.entries()) {
    if (!columns.includes(name))
      faults.add({
        ...at,
        field: name,
        value: name,
        problem: 'is no column of this table',
        mend: listed,
      });
    else if (header.indexOf(name) !== i)
      faults.add({
        ...at,
        field: name,
        value: name,
        problem: 'stands twice',
        mend: 'keep one',
      });
  }
  return faults.count === before;
}

function readRow({ file }: TableShape, header: readonly string[], record: CsvRecord, faults: FaultList): CsvRow | null {
  const { line, fields } = record;
  if (fields.length !== header.length) {
    const problem = `has ${fields.length} cells under ${header.length} columns`;
    const mend = 'quote cells that contain a comma: "like, this"';
    faults.add({
      file,
      row: line,
      field: null,
      value: fields.slice(0, 20).join(','),
      problem,
      mend,
    });
    return null;
  }
  const cells = Object.fromEntries(header.map((name, i) => [name, (fields[i] ?? '').trim()]));
  const formula = header.find((name, i) => isFormula(fields[i] ?? '') && cells[name] !== '');
  if (formula === undefined) return { line, cells };
  const mend = 'write the value itself; a spreadsheet would run this cell';
  faults.add({
    file,
    row: line,
    field: formula,
    value: cells[formula] ?? '',
    problem: 'is a formula',
    mend,
  });
  return null;
}

/**
 * The rows of a CSV file with the columns of its kind. A byte-order mark is dropped, blank lines are skipped, cells are
 * trimmed, absent optional columns read as empty. Every row that cannot be read is a fault and absent from the result.
 */
export function readCsvTable(shape: TableShape, text: string, faults: FaultList): CsvRow[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!isReadable(shape.file, body, faults)) return [];
  const records = parseRecords(shape.file, body, faults);
  if (!records) return [];
  const header = (records[0]?.fields ?? []).map((name) => name.trim());
  if (!isHeader(shape, header, faults)) return [];
  const empty = Object.fromEntries(shape.optional.map((name) => [name, '']));
  return records.slice(1).flatMap((record) => {
    const row = readRow(shape, header, record, faults);
    return row ? [{ line: row.line, cells: { ...empty, ...row.cells } }] : [];
  });
}
