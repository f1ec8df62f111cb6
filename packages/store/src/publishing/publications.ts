import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

export interface PublishedDocument {
  /** As in the page's address: `/`, `/targets/T01`, `/targets/T01.json`. */
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
  readonly etag: string;
}

export interface Publication {
  readonly runId: string;
  readonly publishedAt: string;
}

/** `LISTEN hadaf_publication`: the payload is the channel whose pointer moved. */
export const publicationTopic = 'hadaf_publication';

/** Stores the documents of a run; no reader sees them before `publishRun`. Twice changes nothing. */
export async function insertPublishedDocuments(
  db: Db,
  runId: string,
  documents: readonly PublishedDocument[],
): Promise<void> {
  await sql`
    insert into published_document (run_id, path, content_type, body, etag)
    select ${runId}::uuid, d.* from unnest(
      ${documents.map((d) => d.path)}::text[], ${documents.map((d) => d.contentType)}::text[],
      ${documents.map((d) => d.body)}::text[], ${documents.map((d) => d.etag)}::text[]) as d
    on conflict (run_id, path) do nothing`.execute(db);
}

/**
 * Moves a channel's pointer to a run, records that it did, and tells listeners when the transaction commits. Moves are told in
 * the order in which they were made, not in that in which their transactions began.
 */
export async function publishRun(db: Db, channel: string, runId: string): Promise<void> {
  await sql`
    insert into publication_entry (channel, run_id, published_at) select ${channel}, ${runId}::uuid, clock_timestamp()
    where not exists (select from publication where channel = ${channel} and run_id = ${runId}::uuid)`.execute(db);
  await db
    .insertInto('publication')
    .values({ channel, run_id: runId })
    .onConflict((conflict) =>
      conflict.column('channel').doUpdateSet({ run_id: runId, published_at: sql<string>`now()` }),
    )
    .execute();
  await sql`select pg_notify(${publicationTopic}, ${channel})`.execute(db);
}

/** What a channel shows, or undefined before anything was published. */
export async function findPublication(db: Db, channel: string): Promise<Publication | undefined> {
  return db
    .selectFrom('publication')
    .select(['run_id as runId', 'published_at as publishedAt'])
    .where('channel', '=', channel)
    .executeTakeFirst();
}

/** A document of the run that the channel shows. */
export async function findPublishedDocument(
  db: Db,
  channel: string,
  path: string,
): Promise<(PublishedDocument & { runId: string }) | undefined> {
  return db
    .selectFrom('publication')
    .innerJoin('published_document', 'published_document.run_id', 'publication.run_id')
    .select(['published_document.run_id as runId', 'path', 'content_type as contentType', 'body', 'etag'])
    .where('channel', '=', channel)
    .where('path', '=', path)
    .executeTakeFirst();
}

/** The paths of one run's documents, in order; a few a target. */
export async function listPublishedPaths(db: Db, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('published_document')
    .select('path')
    .where('run_id', '=', runId)
    .orderBy('path')
    .execute();
  return rows.map((row) => row.path);
}

/** The pack published last; undefined before anything was. */
export async function findNewestChannel(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('publication')
    .select('channel')
    .orderBy('published_at', 'desc')
    .orderBy('channel')
    .limit(1)
    .executeTakeFirst();
  return row?.channel;
}

/** A document by its run, not by the pointer: a page begun on one run is never finished from the next. */
export async function findDocumentOfRun(db: Db, runId: string, path: string): Promise<PublishedDocument | undefined> {
  return db
    .selectFrom('published_document')
    .select(['path', 'content_type as contentType', 'body', 'etag'])
    .where('run_id', '=', runId)
    .where('path', '=', path)
    .executeTakeFirst();
}

/**
 * The same document of the newest run of the pack that was asked for before a run, knew no later day, and has it: what
 * stands until the run's own is made.
 */
export async function findDocumentBefore(db: Db, runId: string, path: string): Promise<PublishedDocument | undefined> {
  return db
    .selectFrom('run as own')
    .innerJoin('run as earlier', 'earlier.pack_id', 'own.pack_id')
    .innerJoin('published_document as document', 'document.run_id', 'earlier.id')
    .select(['path', 'content_type as contentType', 'body', 'etag'])
    .where('own.id', '=', runId)
    .where('path', '=', path)
    .whereRef('earlier.created_at', '<', 'own.created_at')
    .whereRef('earlier.as_of', '<=', 'own.as_of')
    .orderBy('earlier.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One part of a document, by its key, as every run of a pack published it, oldest run first; runs without it are left out. */
export async function listDocumentParts(
  db: Db,
  { packId, path, key }: { packId: string; path: string; key: string },
): Promise<{ runId: string; asOf: string; part: unknown }[]> {
  return db
    .selectFrom('published_document')
    .innerJoin('run', 'run.id', 'published_document.run_id')
    .select(['run.id as runId', 'run.as_of as asOf', sql<unknown>`body::jsonb -> ${key}`.as('part')])
    .where('run.pack_id', '=', packId)
    .where('path', '=', path)
    .where(sql<boolean>`body::jsonb -> ${key} <> 'null'`)
    .orderBy('run.created_at')
    .execute();
}
