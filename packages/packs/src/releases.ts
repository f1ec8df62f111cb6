import type { StatedRelease } from '@hadaf/series';
import { z } from 'zod';
import { day, identifier } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, readRows } from './read-rows.ts';

const schema = z.object({ indicator: identifier, start: day, end: day, expected_on: day, document: identifier });
export const releaseColumns = { schema };

/** What a release may refer to. */
export interface ReleaseContext {
  readonly documents: { readonly ids: ReadonlySet<string> };
  readonly indicators: { readonly ids: ReadonlySet<string> };
}

export function readReleases(
  file: string,
  source: string,
  context: ReleaseContext,
  faults: FaultList,
): StatedRelease[] {
  const { rows } = readRows(file, source, releaseColumns, faults);
  const report = faultReporter(file, faults);
  return rows.map(({ line, value: { indicator, start, end, expected_on, document } }) => {
    if (end < start) report(line, 'end', `is before the period starts, ${start}`, 'exchange start and end', end);
    if (expected_on <= end) report(line, 'expected_on', `is not after the period, ${end}`, 'mend the day', expected_on);
    if (!context.indicators.ids.has(indicator))
      report(line, 'indicator', 'is not in indicators.csv', 'mend the id', indicator);
    if (!context.documents.ids.has(document))
      report(line, 'document', 'is not in documents.csv', 'mend the id', document);
    return { indicatorId: indicator, start, end, expectedOn: expected_on, documentId: document };
  });
}
