import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { type Db, getIndicator, listDocuments, listObservations } from '@hadaf/store';
import { hasMonths } from './describe-months.ts';
import type { IndicatorMonths } from './months-report.ts';
import { describeMonthsOnce } from './remembered-months.ts';

/**
 * The months of an indicator as they were known on a day, in today's reading of the documents.
 *
 * @throws CodedError INDICATOR_NOT_FOUND; REQUEST_INVALID where it has no monthly series
 */
export async function monthsAsOf(db: Db, indicatorId: string, asOf: IsoDate): Promise<IndicatorMonths> {
  const indicator = await getIndicator(db, indicatorId);
  const known = await listObservations(db, { indicatorIds: [indicatorId], asOf });
  if (!hasMonths(indicator, known)) {
    const because = indicator.kind === 'flow' ? `no month of it was reported by ${asOf}` : `it is a ${indicator.kind}`;
    throw new CodedError('REQUEST_INVALID', `${indicatorId} has no months: ${because}`);
  }
  const documents = await listDocuments(db, [...new Set(known.map(({ documentId }) => documentId))]);
  return describeMonthsOnce(indicator, known, new Map(documents.map((document) => [document.id, document])), asOf);
}
