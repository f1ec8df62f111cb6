import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** One change of the ledger beside the packs: who, what and from where. */
export interface NewLedgerEntry {
  readonly packId: string;
  readonly kind: 'observe' | 'import' | 'overrule';
  readonly author: string;
  /** A file, an address, the terminal. */
  readonly origin: string;
  /** Versions of observations it added. */
  readonly added: number;
  readonly detail: unknown;
}

export interface LedgerEntry extends NewLedgerEntry {
  readonly id: string;
  readonly recordedAt: string;
}

/** Call in the transaction of the change itself. */
export async function insertLedgerEntry(db: Db, { packId, detail, ...entry }: NewLedgerEntry): Promise<string> {
  const { id } = await db
    .insertInto('ledger_entry')
    .values({ ...entry, pack_id: packId, detail: JSON.stringify(detail) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest entries of a pack, newest first. */
export async function listLedgerEntries(
  db: Db,
  { packId, limit }: { packId: string; limit: number },
): Promise<LedgerEntry[]> {
  return db
    .selectFrom('ledger_entry')
    .select(['id', 'pack_id as packId', 'kind', 'author', 'origin', 'added', 'detail', 'recorded_at as recordedAt'])
    .where('pack_id', '=', packId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Names the state of a pack's data: it differs after every load of a changed pack and every entry. */
export async function findDataVersion(db: Db, packId: string): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select pack.content_hash || ' ' || coalesce(
      (select max(id) from ledger_entry where ledger_entry.pack_id = pack.id), 0) as version
    from pack where id = ${packId}`.execute(db);
  return rows[0]?.version;
}

/** Holds other changes of the ledger back until the transaction ends, so that what was compared is what is changed. */
export async function lockLedger(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('hadaf.ledger'))`.execute(db);
}
