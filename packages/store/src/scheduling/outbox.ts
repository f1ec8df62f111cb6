import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** A job decided in a transaction, to be handed to the queue after it. */
export interface OutboxEntry {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
}

/** @param slotId  the schedule's slot that caused it, null for one asked for by a person; @returns the entry's id */
export async function insertOutboxEntry(
  db: Db,
  { job, payload, slotId }: { job: string; payload: unknown; slotId: string | null },
): Promise<string> {
  const { id } = await db
    .insertInto('outbox')
    .values({ job, payload: JSON.stringify(payload), slot_id: slotId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Entries not yet in the queue, oldest first, locked until the transaction ends; another relay's are passed over. */
export async function lockUnsentEntries(db: Db, limit: number): Promise<OutboxEntry[]> {
  return db
    .selectFrom('outbox')
    .select(['id', 'job', 'payload'])
    .where('sent_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function markEntriesSent(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('outbox').set({ sent_at: sql`now()` }).where('id', 'in', ids).execute();
}

/** The job's effects are stored: the reconciler will not send it again. */
export async function markEntryDone(db: Db, id: string): Promise<void> {
  await db.updateTable('outbox').set({ done_at: sql`coalesce(done_at, now())` }).where('id', '=', id).execute();
}

/**
 * Makes entries unsent again whose job was handed over before `sentBefore` and is not done: the queue may have lost
 * them. A job delivered twice changes nothing.
 *
 * @returns how many
 */
export async function resetLostEntries(db: Db, sentBefore: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ sent_at: null })
    .where('sent_at', '<', sentBefore)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

function openEntry(db: Db, id: string) {
  return db.selectFrom('outbox').select('id').where('id', '=', id).where('done_at', 'is', null);
}

/** Whether an entry's job is still to be done; a delivery of a finished one changes nothing. */
export async function isEntryOpen(db: Db, id: string): Promise<boolean> {
  return (await openEntry(db, id).executeTakeFirst()) !== undefined;
}

/** The same, with the entry locked until the transaction ends: of two deliveries that finish together one sees it open. */
export async function lockOpenEntry(db: Db, id: string): Promise<boolean> {
  return (await openEntry(db, id).forUpdate().executeTakeFirst()) !== undefined;
}

/** Whether a job of a run is still to be done; one that ends and asks for another leaves no moment without. */
export async function hasOpenEntryOfRun(db: Db, runId: string): Promise<boolean> {
  const found = await db
    .selectFrom('outbox')
    .select('id')
    .where(sql<string>`payload ->> 'runId'`, '=', runId)
    .where('done_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
