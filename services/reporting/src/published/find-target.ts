import { CodedError, matchId, nearWords } from '@hadaf/platform';
import { unknownTarget } from '../http/published-document.ts';
import { readDocument } from '../http/published-page.ts';
import { indexDocument, targetDocument } from './document-path.ts';
import type { ServedRun } from './published-cache.ts';
import { indexReportSchema } from './report-schema.ts';

/**
 * The id of a target of the run as it is written there, whatever case it was asked in.
 *
 * @throws CodedError TARGET_NOT_FOUND, with the ids nearest in spelling
 */
export async function targetIdIn(run: ServedRun, asked: string): Promise<string> {
  if ((await run.find(targetDocument(asked))) !== null) return asked;
  const index = await readDocument(run, indexDocument, indexReportSchema);
  const match = matchId(
    (index?.targets ?? []).map(({ targetId }) => targetId),
    asked,
  );
  if (match.kind === 'found') return match.id;
  throw new CodedError('TARGET_NOT_FOUND', `${unknownTarget(asked, run)}${nearWords(match.near)}`);
}
