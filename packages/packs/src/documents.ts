import type { SourceDocument } from '@hadaf/series';
import { z } from 'zod';
import { identifier, optionalDay, text } from './cells.ts';
import type { FaultList } from './faults.ts';
import { readRows, type Table } from './read-rows.ts';

const schema = z.object({
  id: identifier,
  title: text,
  publisher: text,
  url: text,
  published_on: optionalDay,
});
export const documentColumns = { schema };

export function readDocuments(file: string, source: string, faults: FaultList): Table<SourceDocument> {
  const { rows, ids } = readRows(file, source, documentColumns, faults);
  return {
    ids,
    rows: rows.map(({ line, value: { published_on, ...document } }) => ({
      line,
      value: { ...document, publishedOn: published_on },
    })),
  };
}
