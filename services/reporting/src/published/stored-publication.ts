import { type Db, explainStoreError, findPublication } from '@hadaf/store';
import type { PublishedDocument, PublishedRun, ReadPublished } from './published-run.ts';

/** A document by its run, not by the pointer: a page begun on one run is never finished from the next. */
async function findDocument(db: Db, runId: string, path: string): Promise<PublishedDocument | null> {
  const found = await db
    .selectFrom('published_document')
    .select(['body', 'content_type as contentType', 'etag'])
    .where('run_id', '=', runId)
    .where('path', '=', path)
    .executeTakeFirst();
  return found ?? null;
}

/** The channel whose pointer moved last: one pack has one channel. */
async function newestChannel(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('publication')
    .select('channel')
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.channel;
}

/** Reads the run that a pack has published; without a pack, the run published last. */
export function storedPublication(db: Db, packId: string | null): ReadPublished {
  const asCoded = (thrown: unknown): never => {
    throw explainStoreError(thrown);
  };
  async function read(): Promise<PublishedRun | null> {
    const channel = packId ?? (await newestChannel(db));
    const publication = channel === undefined ? undefined : await findPublication(db, channel);
    if (!publication) return null;
    const { runId } = publication;
    return { runId, find: (path) => findDocument(db, runId, path).catch(asCoded) };
  }
  return () => read().catch(asCoded);
}
