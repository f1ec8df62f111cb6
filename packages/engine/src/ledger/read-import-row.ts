import { dayFault, type ExpectedRange, type FaultList, isFormula, readNumber, readNumberRange } from '@hadaf/packs';
import {
  type Indicator,
  middleOfRange,
  type Observation,
  parseSpan,
  type SourceDocument,
  type Span,
} from '@hadaf/series';
import type { CsvRecord } from './csv-records.ts';
import type { DocumentBook } from './document-book.ts';
import type { ColumnPositions } from './import-columns.ts';
import { printedHalfWidth } from './printed-value.ts';
import { excused, rangeFault } from './range-fault.ts';

/** What rows may refer to. */
export interface ImportContext {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly documents: DocumentBook;
  /** By indicator. */
  readonly ranges: ReadonlyMap<string, readonly ExpectedRange[]>;
  /** Why values outside their expected ranges are right; null where nobody says so. */
  readonly beyondRange: string | null;
}

const qualifiers = ['exact', 'rounded', 'over', 'about', 'range'] as const;
const noRanges: readonly ExpectedRange[] = [];
const statuses = ['accepted', 'suspect'] as const;
const dayMend = 'write an existing day as YYYY-MM-DD, such as 2025-02-28';
const longestText = 4000;
const beyondMend = 'mend the value, give the row the status suspect, or import with --beyond-range "<reason>"';

/** Adds a fault of one cell. */
type Refuse = (field: string, problem: string, mend: string, value?: string) => void;

/** One row, cell by cell; `refuse` notes a fault and the row goes on, so that each of its faults is named. */
interface Row {
  readonly cell: (column: string) => string;
  readonly refuse: Refuse;
}

function readSpan(row: Row, indicator: Indicator | undefined): Span | null {
  const { cell, refuse } = row;
  const label = cell('period');
  if (label !== '') {
    if (!indicator) return null;
    const span = spanOfLabel(label, indicator);
    if (span) return span;
    refuse('period', 'names no period, or may name two', periodMend, label);
    return null;
  }
  const [start, end] = [cell('start'), cell('end')];
  const faultsOfDays = [dayFault(start), dayFault(end)];
  if (faultsOfDays[0]) refuse('start', faultsOfDays[0], dayMend, start);
  if (faultsOfDays[1]) refuse('end', faultsOfDays[1], dayMend, end);
  if (faultsOfDays[0] || faultsOfDays[1]) return null;
  if (end < start) {
    refuse('end', `is before the period starts, ${start}`, 'exchange start and end, or mend the wrong one', end);
    return null;
  }
  if (indicator?.kind === 'stock' && start !== end) {
    refuse('start', 'differs from the end, but a stock is counted on one day', `write ${end} in both`, start);
    return null;
  }
  return { start, end };
}

/** What to write where a period cannot be read. */
export const periodMend = 'write 2026-03, Mar 2026, FY2025, 2024-25, Q1 FY2025, Jul-Mar FY25 or 2025-08-08';

/** The period a label names; of a stock, the day it is counted: the last of the period. */
export function spanOfLabel(label: string, { calendar, kind }: Indicator): Span | null {
  const span = parseSpan(label, calendar);
  return span && kind === 'stock' ? { start: span.end, end: span.end } : span;
}

interface Value {
  readonly value: number;
  /** Null where the file does not say. */
  readonly halfWidth: number | null;
  readonly isRange: boolean;
}

function readValue({ cell, refuse }: Row): Value | null {
  const printed = cell('value');
  const value = readNumber(printed);
  if (value.kind === 'not-a-number') {
    const ends = readNumberRange(printed);
    if (ends) return { ...middleOfRange(ends), isRange: true };
    refuse('value', value.problem, value.mend, printed);
    return null;
  }
  const width = cell('half_width');
  if (width === '') return { value: value.value, halfWidth: null, isRange: false };
  const halfWidth = readNumber(width);
  if (halfWidth.kind === 'not-a-number') refuse('half_width', halfWidth.problem, halfWidth.mend, width);
  else if (halfWidth.value < 0)
    refuse('half_width', 'is negative', 'write half the printed precision, 0 or more', width);
  else return { value: value.value, halfWidth: halfWidth.value, isRange: false };
  return null;
}

/** The word of the file, or the value's own where it has none. */
function readQualifier(row: Row, isRange: boolean): Observation['qualifier'] | null {
  if (isRange && row.cell('qualifier') === '') return 'range';
  const word = readWord(row, 'qualifier', qualifiers);
  if (word === null || isRange === (word === 'range')) return word;
  const mend = isRange ? 'write range, or leave it empty' : 'state both ends of a range, such as 18-20';
  row.refuse('qualifier', 'does not fit the value', mend, word);
  return null;
}

function readWord<T extends string>({ cell, refuse }: Row, column: string, words: readonly T[]): T | null {
  const written = cell(column);
  if (written === '') return words[0] ?? null;
  const word = words.find((candidate) => candidate === written);
  if (word === undefined) refuse(column, 'is none of the words allowed', `write one of ${words.join(', ')}`, written);
  return word ?? null;
}

/** A day, null where the cell is empty, undefined where it is none. */
function optionalDay(row: Row, column: string): string | null | undefined {
  const written = row.cell(column);
  if (written === '') return null;
  const fault = dayFault(written);
  if (!fault) return written;
  row.refuse(column, fault, `${dayMend}, or leave it empty`, written);
  return undefined;
}

function readDocument(row: Row, documents: DocumentBook): SourceDocument | null {
  const { cell, refuse } = row;
  const id = cell('document');
  if (id !== '') {
    const found = documents.find(id);
    if (!found) refuse('document', 'is no document on record', 'give source, publisher and published instead', id);
    return found ?? null;
  }
  const [url, publisher] = [cell('source'), cell('publisher')];
  const publishedOn = optionalDay(row, 'published');
  const problem = sourceFault(url);
  if (problem) refuse('source', problem, sourceMend, url);
  if (publisher === '') refuse('publisher', 'is empty', 'name who published the page');
  if (problem || publisher === '' || publishedOn === undefined) return null;
  const document = documents.enter({ url, publisher, publishedOn });
  if (!document) refuse('source', 'is one page too many: a file brings at most 10,000', 'split the file', url);
  return document;
}

/** What to write where an address cannot be read. */
export const sourceMend = 'write the address of the page, https://…, or document:<name> for a paper kept by you';

/** What is wrong with the address of a source; null where it is one. */
export function sourceFault(url: string): string | null {
  if (url === '') return 'is empty';
  if (/^document:\S+$/.test(url)) return null;
  return /^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? null : 'is no address';
}

function readKnownBy(row: Row, document: SourceDocument, end: string): { knownBy: string; basis: string } | null {
  const { cell, refuse } = row;
  const stated = optionalDay(row, 'known_by');
  if (stated === undefined) return null;
  const knownBy = stated ?? document.publishedOn;
  const field = stated === null ? 'published' : 'known_by';
  if (knownBy === null) {
    refuse('known_by', 'is empty and the source is undated', 'write the day by which the value was certainly public');
    return null;
  }
  if (knownBy < end) {
    refuse(field, `is before the period ends, ${end}`, 'a value is known when its period is over', knownBy);
    return null;
  }
  const basis = cell('known_by_basis');
  if (stated !== null && basis === '') {
    refuse('known_by_basis', 'is empty', 'say why the value was public by then', stated);
    return null;
  }
  return { knownBy, basis: stated === null ? 'date of the document' : basis };
}

function refuseLength({ refuse }: Row, field: string, text: string): void {
  if (text.length > longestText) refuse(field, 'is too long', `at most ${longestText} characters`, text);
}

function readObservation(row: Row, { indicators, documents, ranges, beyondRange }: ImportContext): Observation | null {
  const { cell, refuse } = row;
  const indicator = indicators.get(cell('indicator'));
  if (!indicator)
    refuse('indicator', 'is no indicator on record', 'mend the id, or add it to a pack', cell('indicator'));
  const span = readSpan(row, indicator);
  const value = readValue(row);
  const qualifier = readQualifier(row, value?.isRange ?? false);
  const status = readWord(row, 'status', statuses);
  const outside =
    indicator && span && value && status !== 'suspect'
      ? rangeFault(ranges.get(indicator.id) ?? noRanges, indicator, {
          start: span.start,
          end: span.end,
          value: value.value,
        })
      : null;
  if (outside && beyondRange === null) refuse('value', outside, beyondMend, cell('value'));
  const document = readDocument(row, documents);
  const known = document && span && readKnownBy(row, document, span.end);
  const [agency, note] = [cell('agency'), cell('note')];
  refuseLength(row, 'agency', agency);
  refuseLength(row, 'note', note);
  if (!(indicator && span && value && qualifier && status && known)) return null;
  const isBound = qualifier === 'over';
  return {
    indicatorId: indicator.id,
    start: span.start,
    end: span.end,
    value: value.value,
    qualifier,
    halfWidth: value.halfWidth ?? (isBound ? 0 : printedHalfWidth(cell('value'), indicator.unit)),
    agency: agency || document.publisher,
    documentId: document.id,
    publishedOn: document.publishedOn,
    knownBy: known.knownBy,
    knownByBasis: known.basis,
    status,
    note: outside && beyondRange !== null ? excused(note, beyondRange) : note,
  };
}

/** What no cell of any table should hold, with the mend; null for a sound one. */
function cellFault(cell: string): readonly [problem: string, mend: string] | null {
  if (cell.includes('\0')) return ['contains a NUL byte', 'save the file as UTF-8, not as UTF-16 or a workbook'];
  if (cell.includes('\uFFFD'))
    return ['contains characters that are not UTF-8', 'save the file with the encoding UTF-8'];
  return isFormula(cell) ? ['is a formula', 'write the value itself; a spreadsheet would run this cell'] : null;
}

/** From a letter to the full-width forms: no formula begins so, and nearly every cell that is no number does. */
function startsPlainly(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return (first >= 0x41 && first < 0xff00) || (first >= 0x30 && first <= 0x39);
}

/** Whether a record has a cell for each column and none that no table should hold; the faults are added. */
function isSound({ line, cells, text }: CsvRecord, { file, header }: ImportTable, faults: FaultList): boolean {
  if (cells.length !== header.length) {
    const problem = `has ${cells.length} cells under ${header.length} columns`;
    const mend = 'quote cells that contain a comma: "like, this"';
    faults.add({ file, row: line, field: null, value: cells.slice(0, 20).join(','), problem, mend });
    return false;
  }
  const before = faults.count;
  const isReadable = !text.includes('\0') && !text.includes('\uFFFD');
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? '';
    const fault = cell === '' || (isReadable && startsPlainly(cell)) ? null : cellFault(cell);
    if (!fault) continue;
    faults.add({ file, row: line, field: header[i] ?? null, value: cell, problem: fault[0], mend: fault[1] });
  }
  return faults.count === before;
}

/** A file and its columns. */
interface ImportTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly positions: ColumnPositions;
}

/**
 * The cells of one record after another by their column; empty where the file has no such column. A cell equal to the
 * one above is that very text: rows repeat their ids, and a text met before is looked up sooner.
 */
class RowCells {
  readonly #positions: ColumnPositions;
  readonly #above: string[] = [];
  #cells: readonly string[] = [];
  line = 0;

  constructor(positions: ColumnPositions) {
    this.#positions = positions;
  }

  moveTo({ line, cells }: CsvRecord): void {
    this.line = line;
    this.#cells = cells;
  }

  cell(column: string): string {
    const position = this.#positions.get(column);
    if (position === undefined) return '';
    const written = (this.#cells[position] ?? '').trim();
    const above = this.#above[position];
    if (written === above) return above;
    this.#above[position] = written;
    return written;
  }
}

/** Reads the rows of an import one by one. @returns null for a row with faults, which are added */
export function openRowReader(
  table: ImportTable,
  context: ImportContext,
  faults: FaultList,
): (record: CsvRecord) => Observation | null {
  const cells = new RowCells(table.positions);
  const row: Row = {
    cell: (column) => cells.cell(column),
    refuse: (field, problem, mend, value = '') =>
      faults.add({ file: table.file, row: cells.line, field, value, problem, mend }),
  };
  return (record) => {
    if (!isSound(record, table, faults)) return null;
    const before = faults.count;
    cells.moveTo(record);
    const observation = readObservation(row, context);
    return faults.count === before ? observation : null;
  };
}
