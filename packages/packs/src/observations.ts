import { type Indicator, middleOfRange, type Observation, type SourceDocument } from '@hadaf/series';
import { z } from 'zod';
import { choice, day, identifier, numberOrRange, optionalDay, optionalNumber, optionalText, text } from './cells.ts';
import { type ExpectedRange, expectedRangeOf, isExpected } from './expected-ranges.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, type ReportFault, readRows, type Table, type TableRow } from './read-rows.ts';

const schema = z.object({
  indicator: identifier,
  start: day,
  end: day,
  value: numberOrRange,
  qualifier: choice('exact', 'rounded', 'over', 'about', 'range'),
  half_width: optionalNumber,
  agency: text,
  document: identifier,
  known_by: optionalDay,
  known_by_basis: optionalText,
  status: choice('accepted', 'suspect'),
  note: optionalText,
});
type Cells = z.output<typeof schema>;
type Row = Omit<Cells, 'value' | 'half_width'> & { readonly value: number; readonly half_width: number };

export const observationColumns = { schema, optional: ['known_by', 'known_by_basis', 'note'] };

/** What an observation may refer to. */
export interface ObservationContext {
  readonly documents: Table<SourceDocument>;
  readonly indicators: Table<Indicator>;
  readonly ranges: readonly ExpectedRange[];
}

interface Lookup {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** A row with its value and precision as numbers: of a range the middle and half its width. */
function readValue(line: number, { value, half_width, ...row }: Cells, report: ReportFault): Row {
  const isRange = typeof value !== 'number';
  if (isRange !== (row.qualifier === 'range')) {
    const mend = isRange ? 'write range' : 'write both ends in value, such as 18-20, or another qualifier';
    report(line, 'qualifier', isRange ? 'is not range, but the value is one' : 'is range', mend, row.qualifier);
  }
  if (isRange) {
    const middle = middleOfRange(value);
    return { ...row, value: middle.value, half_width: middle.halfWidth };
  }
  if (half_width === null) report(line, 'half_width', 'is empty', 'write half the printed precision, 0 or more');
  return { ...row, value, half_width: half_width ?? 0 };
}

function checkPeriod(line: number, row: Row, indicator: Indicator | undefined, report: ReportFault): void {
  if (row.end < row.start) {
    report(
      line,
      'end',
      `is before the period starts, ${row.start}`,
      'exchange start and end, or mend the wrong one',
      row.end,
    );
  } else if (indicator?.kind === 'stock' && row.start !== row.end) {
    report(
      line,
      'start',
      'differs from the end, but a stock is counted on one day',
      `write ${row.end} in both`,
      row.start,
    );
  }
  if (row.half_width < 0) report(line, 'half_width', 'is negative', 'write half the printed precision, 0 or more');
}

function checkKnown(line: number, row: Row, publishedOn: string | null, report: ReportFault): void {
  const knownBy = row.known_by ?? publishedOn;
  if (knownBy === null) {
    const mend = 'date the document, or write the day by which the value was certainly public';
    report(line, 'known_by', 'is empty and the document is undated', mend);
  } else if (knownBy < row.end) {
    report(
      line,
      'known_by',
      `is before the period ends, ${row.end}`,
      'a value is known when its period is over',
      knownBy,
    );
  }
  if (row.known_by && row.known_by_basis === '') {
    report(line, 'known_by_basis', 'is empty', 'say why the value was public by then', row.known_by);
  }
}

function checkRange(line: number, row: Row, range: ExpectedRange | undefined, report: ReportFault): void {
  if (!range || row.status === 'suspect' || isExpected(range, row.value)) return;
  const { low, high, because } = range;
  const problem = `is outside the expected range, ${low ?? '−∞'} to ${high ?? '∞'}${because === '' ? '' : `: ${because}`}`;
  report(line, 'value', problem, 'mend the value, or mark the row suspect and say why in the note', String(row.value));
}

function checkReferences(line: number, row: Row, context: ObservationContext, report: ReportFault): void {
  if (!context.indicators.ids.has(row.indicator)) {
    report(line, 'indicator', 'is not in indicators.csv', 'add the indicator, or mend its id', row.indicator);
  }
  if (!context.documents.ids.has(row.document)) {
    report(line, 'document', 'is not in documents.csv', 'add the document, or mend its id', row.document);
  }
}

function observationOf(row: Row, document: SourceDocument | undefined): Observation {
  const publishedOn = document?.publishedOn ?? null;
  return {
    indicatorId: row.indicator,
    start: row.start,
    end: row.end,
    value: row.value,
    qualifier: row.qualifier,
    halfWidth: row.half_width,
    agency: row.agency,
    documentId: row.document,
    publishedOn,
    knownBy: row.known_by ?? publishedOn ?? '',
    knownByBasis: row.known_by ? row.known_by_basis : 'date of the document',
    status: row.status,
    note: row.note,
  };
}

function byId<T extends { readonly id: string }>(table: Table<T>): ReadonlyMap<string, T> {
  return new Map(table.rows.map(({ value }) => [value.id, value]));
}

function lookupOf({ documents, indicators }: ObservationContext): Lookup {
  return { documents: byId(documents), indicators: byId(indicators) };
}

export function readObservations(
  file: string,
  source: string,
  context: ObservationContext,
  faults: FaultList,
): TableRow<Observation>[] {
  const { rows } = readRows(file, source, observationColumns, faults);
  const report = faultReporter(file, faults);
  const { documents, indicators } = lookupOf(context);
  const ranges = Map.groupBy(context.ranges, (range) => range.indicatorId);
  const seen = new Map<string, number>();
  return rows.map(({ line, value: cells }) => {
    const row = readValue(line, cells, report);
    const document = documents.get(row.document);
    const indicator = indicators.get(row.indicator);
    const expected = indicator && expectedRangeOf(ranges.get(row.indicator) ?? [], row, indicator.calendar);
    checkReferences(line, row, context, report);
    checkPeriod(line, row, indicator, report);
    if (row.end >= row.start) checkRange(line, row, expected, report);
    if (document) checkKnown(line, row, document.publishedOn, report);
    const key = JSON.stringify([row.indicator, row.start, row.end, row.document, row.value]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else
      report(
        line,
        'value',
        `repeats row ${first}: same indicator, period, document and value`,
        'delete one',
        String(row.value),
      );
    return { line, value: observationOf(row, document) };
  });
}
