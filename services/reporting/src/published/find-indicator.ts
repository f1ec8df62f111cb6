import { CodedError, matchId, nearWords } from '@hadaf/platform';
import { readDocument } from '../http/published-page.ts';
import { indicatorDocument, indicatorsDocument } from './document-path.ts';
import { indicatorsReportSchema } from './indicator-schema.ts';
import type { ServedRun } from './published-cache.ts';

/**
 * The id of an indicator of which the run publishes months, as it is written there, whatever case it was asked in.
 *
 * @throws CodedError INDICATOR_NOT_FOUND, with the ids nearest in spelling
 */
export async function indicatorIdIn(run: ServedRun, asked: string): Promise<string> {
  if ((await run.find(indicatorDocument(asked))) !== null) return asked;
  const list = await readDocument(run, indicatorsDocument, indicatorsReportSchema);
  const monthly = (list?.indicators ?? []).filter(({ labels }) => labels !== null).map(({ id }) => id);
  const match = matchId(monthly, asked);
  if (match.kind === 'found') return match.id;
  const words = nearWords(match.near) || '; /indicators lists what there is';
  throw new CodedError('INDICATOR_NOT_FOUND', `the published run has no months of ${asked}${words}`);
}
