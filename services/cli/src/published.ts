import type { IndexReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { type Db, findNewestChannel, findPublication, findPublishedDocument, publishRun } from '@hadaf/store';

const indexPath = '/v1/targets';

/**
 * The pack this installation shows: the one published last.
 *
 * @throws CodedError NOT_PUBLISHED before the first run
 */
export async function shownPackId(db: Db): Promise<string> {
  const packId = await findNewestChannel(db);
  if (packId !== undefined) return packId;
  throw new CodedError('NOT_PUBLISHED', 'nothing is published yet; run: npm start -- --once');
}

/** A published document of the newest run, as the engine wrote it; null where it has none of that name. */
export async function readDocument(db: Db, path: string, packId?: string): Promise<string | null> {
  return (await findPublishedDocument(db, packId ?? (await shownPackId(db)), path))?.body ?? null;
}

/** Makes a pack the one shown: as if its run had been published now. */
export async function showAgain(db: Db, packId: string): Promise<void> {
  const publication = await findPublication(db, packId);
  if (publication) await publishRun(db, packId, publication.runId);
}

/** The index of a pack, or of the pack shown. */
export async function readIndex(db: Db, packId?: string): Promise<IndexReport> {
  const body = await readDocument(db, indexPath, packId);
  if (body === null) throw new CodedError('NOT_PUBLISHED', 'the published run has no index');
  return JSON.parse(body);
}
