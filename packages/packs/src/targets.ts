import type { FiscalCalendar, Indicator, SourceDocument } from '@hadaf/series';
import type { DueReading, Target } from '@hadaf/targets';
import { z } from 'zod';
import { choice, identifier, number, optionalDay, optionalText, text } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, type ReportFault, readRows, type Table, type TableRow } from './read-rows.ts';
import { checkKinship } from './target-kinship.ts';
import { readPeriod, readTerms, termColumns } from './target-terms.ts';
import { unitFactor } from './units.ts';

const schema = z.object({
  id: identifier,
  title: text,
  indicator: identifier,
  measure: optionalText,
  assumption: optionalText,
  not_measurable_because: optionalText,
  value: number,
  unit: text,
  direction: choice('up', 'down'),
  kind: choice('level', 'event', 'roll-out'),
  due: optionalText,
  due_wording: text,
  baseline_wording: optionalText,
  announced_on: optionalDay,
  known_by: optionalDay,
  announced_by: text,
  document: identifier,
  standing: choice('official', 'projection'),
  note: optionalText,
  ...termColumns,
});
type Row = z.output<typeof schema>;

export const targetColumns = {
  schema,
  optional: ['assumption', 'baseline_wording', 'known_by', 'note', ...Object.keys(termColumns)],
};

/** What a target may refer to. */
export interface TargetContext {
  readonly calendar: FiscalCalendar;
  readonly documents: Table<SourceDocument>;
  readonly indicators: Table<Indicator>;
}

function readDue(line: number, due: string, calendar: FiscalCalendar, report: ReportFault): DueReading[] {
  if (due === '') return [];
  return due.split('|').flatMap((label) => {
    const reading = readPeriod(label, calendar);
    if (reading) return [reading];
    report(
      line,
      'due',
      'names no period',
      'write FY2030, calendar 2030, 2025-10-31, or several with | between',
      label.trim(),
    );
    return [];
  });
}

async function checkMeasure(line: number, row: Row, unit: string | undefined, report: ReportFault): Promise<void> {
  if ((row.measure === '') === (row.not_measurable_because === '')) {
    const mend = 'name the indicator that measures the target, or say why none does: one of the two';
    report(
      line,
      'measure',
      row.measure === '' ? 'and the reason are both empty' : 'and a reason both stand',
      mend,
      row.measure,
    );
  }
  if (row.measure !== '' && row.measure !== row.indicator && row.assumption === '') {
    report(line, 'assumption', 'is empty', `say on what ground ${row.measure} measures ${row.indicator}`);
  }
  if (unit === undefined) return;
  const factor = await unitFactor(row.unit, unit);
  if (factor === null) report(line, 'unit', `cannot be compared with ${unit}`, `state the target in ${unit}`, row.unit);
  else if (factor !== 1) {
    report(
      line,
      'unit',
      `is not the indicator's, ${unit}`,
      `write ${row.value * factor} ${unit}`,
      `${row.value} ${row.unit}`,
    );
  }
}

function checkReferences(line: number, row: Row, { documents, indicators }: TargetContext, report: ReportFault): void {
  if (!documents.ids.has(row.document)) {
    report(line, 'document', 'is not in documents.csv', 'add the document, or mend its id', row.document);
  }
  for (const field of ['indicator', 'measure'] as const) {
    if (row[field] === '' || indicators.ids.has(row[field])) continue;
    report(line, field, 'is not in indicators.csv', 'add the indicator, or mend its id', row[field]);
  }
}

function knownBy(line: number, row: Row, document: SourceDocument | undefined, report: ReportFault): string {
  const known = row.known_by ?? document?.publishedOn ?? null;
  if (known === null && document) {
    const mend = 'date the document, or write the day by which the claim was certainly public';
    report(line, 'known_by', 'is empty and the document is undated', mend);
  }
  if (known !== null && row.announced_on !== null && known < row.announced_on) {
    report(line, 'known_by', `is before the announcement, ${row.announced_on}`, 'mend one of the two days', known);
  }
  return known ?? '';
}

interface TargetReading {
  readonly calendar: FiscalCalendar;
  readonly report: ReportFault;
}

function toTarget(
  line: number,
  row: Row,
  document: SourceDocument | undefined,
  { calendar, report }: TargetReading,
): Target {
  const terms = readTerms(line, row, calendar, report);
  return {
    id: row.id,
    title: row.title,
    indicatorId: row.indicator,
    measure: row.measure === '' ? null : { indicatorId: row.measure, assumption: row.assumption || null },
    notMeasurableBecause: row.not_measurable_because || null,
    value: row.value,
    unit: row.unit,
    direction: row.direction,
    kind: row.kind,
    due: readDue(line, row.due, calendar, report),
    dueWording: row.due_wording,
    baselineWording: row.baseline_wording,
    announcedOn: row.announced_on,
    knownBy: knownBy(line, row, document, report),
    announcedBy: row.announced_by,
    documentId: row.document,
    note: row.note,
    standing: row.standing,
    ...(terms && { terms }),
  };
}

export async function readTargets(
  file: string,
  source: string,
  context: TargetContext,
  faults: FaultList,
): Promise<Table<Target>> {
  const { rows, ids } = readRows(file, source, targetColumns, faults);
  const report = faultReporter(file, faults);
  const documents = new Map(context.documents.rows.map(({ value }) => [value.id, value]));
  const units = new Map(context.indicators.rows.map(({ value }) => [value.id, value.unit]));
  const targets: TableRow<Target>[] = [];
  for (const { line, value: row } of rows) {
    checkReferences(line, row, context, report);
    await checkMeasure(line, row, units.get(row.measure), report);
    const reading = { calendar: context.calendar, report };
    targets.push({ line, value: toTarget(line, row, documents.get(row.document), reading) });
  }
  const table = { ids, rows: targets };
  await checkKinship(table, report);
  return table;
}
