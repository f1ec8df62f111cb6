import type { TrackRecordReport } from '@hadaf/engine';
import { readDocument } from '../http/published-page.ts';
import { recordDocument } from './document-path.ts';
import type { ServedRun } from './published-cache.ts';
import type { PublishedDocument } from './published-run.ts';
import { recordReportSchema } from './record-schema.ts';

/** The record as it stands: the run's own, or while that is being made the newest one before it. */
export interface StandingRecord {
  readonly document: PublishedDocument;
  readonly report: TrackRecordReport;
  readonly isEarlier: boolean;
}

/** The record a run has to show; null where none was made yet, or none that this code can read. */
export async function findRecord(run: ServedRun): Promise<StandingRecord | null> {
  const own = await run.find(recordDocument);
  const document = own ?? (await run.findEarlier(recordDocument));
  if (document === null) return null;
  const isEarlier = own === null;
  const report = await run.remember(`record ${document.etag}`, async () =>
    isEarlier
      ? (recordReportSchema.safeParse(JSON.parse(document.body)).data ?? null)
      : readDocument(run, recordDocument, recordReportSchema),
  );
  return report && { document, report, isEarlier };
}
