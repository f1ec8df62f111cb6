import { randomUUID } from 'node:crypto';
import { CodedError } from '@hadaf/platform';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import type { PublishedDocument } from '../publishing/publications.ts';
import type { RunState } from '../schema.ts';

/** What a reader asked that needs models, answered by a worker and kept. */
export interface Inquiry {
  readonly id: string;
  /** Names the question and all that its answer rests on: asked twice, answered once. */
  readonly key: string;
  readonly request: unknown;
  readonly state: RunState;
  readonly error: unknown;
  readonly createdAt: string;
}

function selectInquiries(db: Db) {
  return db.selectFrom('inquiry').select(['id', 'key', 'request', 'state', 'error', 'created_at as createdAt']);
}

/**
 * The inquiry of a key, made where there is none; one that failed more than a minute ago is asked again.
 *
 * @returns `isAsked` where a worker is to be told
 */
export async function askInquiry(
  db: Db,
  { key, request }: Pick<Inquiry, 'key' | 'request'>,
): Promise<{ inquiry: Inquiry; isAsked: boolean }> {
  const asked = await db
    .insertInto('inquiry')
    .values({ id: randomUUID(), key, request: JSON.stringify(request) })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ state: 'queued', error: null, finished_at: null, created_at: sql<string>`now()` })
        .where('inquiry.state', '=', 'failed')
        .where('inquiry.finished_at', '<', sql<string>`now() - interval '1 minute'`),
    )
    .returning('id')
    .executeTakeFirst();
  const inquiry = await selectInquiries(db).where('key', '=', key).executeTakeFirstOrThrow();
  return { inquiry, isAsked: asked !== undefined };
}

export async function findInquiry(db: Db, id: string): Promise<Inquiry | undefined> {
  return selectInquiries(db).where('id', '=', id).executeTakeFirst();
}

export async function findInquiryByKey(db: Db, key: string): Promise<Inquiry | undefined> {
  return selectInquiries(db).where('key', '=', key).executeTakeFirst();
}

/** @throws CodedError INQUIRY_NOT_FOUND */
export async function getInquiry(db: Db, id: string): Promise<Inquiry> {
  const found = await findInquiry(db, id);
  if (!found) throw new CodedError('INQUIRY_NOT_FOUND', `no inquiry ${id}`);
  return found;
}

/** How many are waiting or under way. */
export async function countOpenInquiries(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('inquiry')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Open inquiries that no job of the outbox is about any more, the first asked first: nobody would ever answer them.
 *
 * @param job  the name of the job that answers them, whose payload holds `inquiryId`
 */
export async function lockLostInquiries(
  db: Db,
  { job, limit }: { job: string; limit: number },
): Promise<Pick<Inquiry, 'id' | 'createdAt'>[]> {
  return db
    .selectFrom('inquiry')
    .select(['id', 'created_at as createdAt'])
    .where('state', 'in', ['queued', 'running'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox')
            .select('outbox.id')
            .where('done_at', 'is', null)
            .where('job', '=', job)
            .where(sql<boolean>`payload ->> 'inquiryId' = inquiry.id::text`),
        ),
      ),
    )
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function startInquiry(db: Db, id: string): Promise<void> {
  await db
    .updateTable('inquiry')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}

/** Stores the answer; the first one stays. Call in a transaction. */
export async function finishInquiry(db: Db, id: string, documents: readonly PublishedDocument[]): Promise<void> {
  await sql`
    insert into inquiry_document (inquiry_id, path, content_type, body, etag)
    select ${id}::uuid, d.* from unnest(
      ${documents.map((d) => d.path)}::text[], ${documents.map((d) => d.contentType)}::text[],
      ${documents.map((d) => d.body)}::text[], ${documents.map((d) => d.etag)}::text[]) as d
    on conflict (inquiry_id, path) do nothing`.execute(db);
  await db
    .updateTable('inquiry')
    .set({ state: 'done', error: null, finished_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .execute();
}

export async function failInquiry(db: Db, id: string, error: { code: string; message: string }): Promise<void> {
  await db
    .updateTable('inquiry')
    .set({ state: 'failed', error: JSON.stringify(error), finished_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .execute();
}

export async function findInquiryDocument(db: Db, id: string, path: string): Promise<PublishedDocument | undefined> {
  return db
    .selectFrom('inquiry_document')
    .select(['path', 'content_type as contentType', 'body', 'etag'])
    .where('inquiry_id', '=', id)
    .where('path', '=', path)
    .executeTakeFirst();
}

/** Forgets finished inquiries beyond the newest `keep`: an answer can be computed again. @returns how many */
export async function removeOldInquiries(db: Db, keep: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from inquiry where state in ('done', 'failed') and id in (
      select id from inquiry order by created_at desc, id offset ${keep})`.execute(db);
  return Number(numAffectedRows);
}

/** Forgets answers of keys that begin so and lack a document; asked again, they are computed with it. */
export async function removeAnswersWithout(db: Db, keyPrefix: string, path: string): Promise<void> {
  await sql`
    delete from inquiry i where i.state = 'done' and starts_with(i.key, ${keyPrefix})
      and not exists (select from inquiry_document d where d.inquiry_id = i.id and d.path = ${path})`.execute(db);
}
