import type { IndexReport, TargetReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { type Db, findNewestChannel, findPublication, findPublishedDocument, publishRun } from '@hadaf/store';
import { targetIdOf } from './known-ids.ts';

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

/**
 * The report of a target of the pack shown, whatever the case of the id's letters.
 *
 * @throws CodedError TARGET_NOT_FOUND
 */
export async function readReport(db: Db, asked: string): Promise<TargetReport> {
  const body = await readDocument(db, `${indexPath}/${await targetIdOf(db, asked)}`);
  if (body === null) {
    throw new CodedError(
      'TARGET_NOT_FOUND',
      `the published run has no target ${asked}; list them with: hadaf targets --all`,
    );
  }
  return JSON.parse(body);
}
