import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

export interface StoredPack {
  readonly id: string;
  readonly title: string;
  /** Of everything the pack holds. */
  readonly contentHash: string;
}

/** Records a pack as loaded; first in its transaction, since indicators and targets refer to it. */
export async function upsertPack(db: Db, pack: StoredPack): Promise<void> {
  const values = { title: pack.title, content_hash: pack.contentHash };
  await db
    .insertInto('pack')
    .values({ id: pack.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, loaded_at: sql<string>`now()` }))
    .execute();
}

export async function findPack(db: Db, id: string): Promise<StoredPack | undefined> {
  return db
    .selectFrom('pack')
    .select(['id', 'title', 'content_hash as contentHash'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Every pack, by id; an installation has a handful. */
export async function listPacks(db: Db): Promise<StoredPack[]> {
  return db.selectFrom('pack').select(['id', 'title', 'content_hash as contentHash']).orderBy('id').execute();
}
