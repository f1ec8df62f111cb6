import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** When a pack is assessed. */
interface PackSchedule {
  /** Five cron fields read in `zone`. */
  readonly cron: string;
  /** IANA name. */
  readonly zone: string;
}

interface NewPack {
  readonly id: string;
  readonly title: string;
  /** Of everything the pack holds. */
  readonly contentHash: string;
  /** Absent: every Monday at six in Karachi, or what the pack had. */
  readonly schedule?: PackSchedule;
}

export interface StoredPack extends NewPack {
  readonly schedule: PackSchedule;
}

/** Records a pack as loaded; first in its transaction, since indicators and targets refer to it. */
export async function upsertPack(db: Db, { id, title, contentHash, schedule }: NewPack): Promise<void> {
  const values = { title, content_hash: contentHash, ...(schedule && { cron: schedule.cron, zone: schedule.zone }) };
  await db
    .insertInto('pack')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, loaded_at: sql<string>`now()` }))
    .execute();
}

function selectPacks(db: Db) {
  return db.selectFrom('pack').select(['id', 'title', 'content_hash', 'cron', 'zone']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPacks>['executeTakeFirstOrThrow']>>;

function toPack({ id, title, content_hash, cron, zone }: Row): StoredPack {
  return { id, title, contentHash: content_hash, schedule: { cron, zone } };
}

export async function findPack(db: Db, id: string): Promise<StoredPack | undefined> {
  const row = await selectPacks(db).where('id', '=', id).executeTakeFirst();
  return row && toPack(row);
}

/** Every pack, by id; an installation has a handful. */
export async function listPacks(db: Db): Promise<StoredPack[]> {
  return (await selectPacks(db).orderBy('id').execute()).map(toPack);
}
