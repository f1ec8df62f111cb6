import type { DefinitionChange, Indicator, SourceDocument } from '@hadaf/series';
import { z } from 'zod';
import { day, identifier, optionalDay, optionalNumber, optionalText, text } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, type ReportFault, readRows, type Table } from './read-rows.ts';

export const definitionColumns = {
  schema: z.object({
    indicator: identifier,
    valid_from: day,
    label: text,
    definition: text,
    document: identifier,
    known_by: optionalDay,
    link_factor: optionalNumber,
    link_basis: optionalText,
  }),
  optional: ['known_by', 'link_factor', 'link_basis'],
};
type Row = z.output<typeof definitionColumns.schema>;

/** What a change of definition may refer to. */
export interface DefinitionContext {
  readonly documents: Table<SourceDocument>;
  readonly indicators: Table<Indicator>;
}

function linkOf(line: number, row: Row, report: ReportFault): DefinitionChange['link'] {
  const { link_factor: factor, link_basis: basis } = row;
  if (factor === null) {
    if (basis !== '') {
      const mend = 'write how many units one earlier unit is, or leave both empty: nothing is compared across then';
      report(line, 'link_factor', 'is empty, but its basis is not', mend);
    }
    return null;
  }
  if (factor <= 0)
    report(line, 'link_factor', 'is not above 0', 'write how many units one earlier unit is', `${factor}`);
  if (basis === '') report(line, 'link_basis', 'is empty', 'say where the factor comes from', `${factor}`);
  return { factor, basis };
}

function readChange(line: number, row: Row, publishedOn: string | null, report: ReportFault): DefinitionChange {
  const knownBy = row.known_by ?? publishedOn;
  if (knownBy === null) {
    const mend = 'date the document, or write the day by which the change was certainly public';
    report(line, 'known_by', 'is empty and the document is undated', mend);
  }
  const { valid_from: validFrom, label, definition, document: documentId } = row;
  return { validFrom, label, definition, documentId, knownBy: knownBy ?? '', link: linkOf(line, row, report) };
}

/** `definitions.csv`: the indicators with the days from which they measure something else. */
export function withDefinitions(
  file: string,
  source: string,
  { documents, indicators }: DefinitionContext,
  faults: FaultList,
): Table<Indicator> {
  const { rows } = readRows(file, source, definitionColumns, faults);
  const report = faultReporter(file, faults);
  const published = new Map(documents.rows.map(({ value }) => [value.id, value.publishedOn]));
  const changes = new Map<string, DefinitionChange[]>();
  for (const { line, value: row } of rows) {
    const { indicator, document } = row;
    if (!indicators.ids.has(indicator)) report(line, 'indicator', 'is not in indicators.csv', 'mend the id', indicator);
    if (!documents.ids.has(document)) report(line, 'document', 'is not in documents.csv', 'add the document', document);
    const before = changes.get(indicator) ?? [];
    const last = before.at(-1)?.validFrom ?? '';
    if (row.valid_from <= last) {
      report(line, 'valid_from', `is not after ${last}`, 'order the definitions of an indicator', row.valid_from);
    }
    // Of a document that is not there, or faulty itself, the day is not asked for too.
    const publishedOn = published.has(document) ? (published.get(document) ?? null) : '';
    changes.set(indicator, [...before, readChange(line, row, publishedOn, report)]);
  }
  return {
    ids: indicators.ids,
    rows: indicators.rows.map(({ line, value }) => {
      const own = changes.get(value.id);
      return { line, value: own ? { ...value, changes: own } : value };
    }),
  };
}
