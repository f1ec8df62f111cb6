import type { SourceDocument } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** @returns how many documents were new or differed */
export async function upsertDocuments(db: Db, documents: readonly SourceDocument[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into document (id, title, publisher, url, published_on)
    select * from unnest(
      ${documents.map((d) => d.id)}::text[], ${documents.map((d) => d.title)}::text[],
      ${documents.map((d) => d.publisher)}::text[], ${documents.map((d) => d.url)}::text[],
      ${documents.map((d) => d.publishedOn)}::date[])
    on conflict (id) do update
      set title = excluded.title, publisher = excluded.publisher, url = excluded.url, published_on = excluded.published_on
      where (document.title, document.publisher, document.url, document.published_on)
        is distinct from (excluded.title, excluded.publisher, excluded.url, excluded.published_on)`.execute(db);
  return Number(numAffectedRows);
}

/** The documents of those ids, by id. */
export async function listDocuments(db: Db, ids: readonly string[]): Promise<SourceDocument[]> {
  return db
    .selectFrom('document')
    .select(['id', 'title', 'publisher', 'url', 'published_on as publishedOn'])
    .where('id', 'in', ids.length > 0 ? ids : [''])
    .orderBy('id')
    .execute();
}

/** Every document, by id: whoever brings new values must know which pages are on record. */
export async function listAllDocuments(db: Db): Promise<SourceDocument[]> {
  return db
    .selectFrom('document')
    .select(['id', 'title', 'publisher', 'url', 'published_on as publishedOn'])
    .orderBy('id')
    .execute();
}
