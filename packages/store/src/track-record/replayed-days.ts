import type { IsoDate } from '@hadaf/series';
import type { Db } from '../connection/open-store.ts';

/** A day that was replayed, from what, and whether that made an entry of the record. */
export interface ReplayedDay {
  readonly asOf: IsoDate;
  /** Digest of everything the replays up to this day read. */
  readonly inputs: string;
  readonly hasEntry: boolean;
}

/** The days of a pack's last replay, oldest first; none before the first. */
export async function listReplayedDays(db: Db, packId: string): Promise<ReplayedDay[]> {
  const row = await db.selectFrom('replay').select('days').where('pack_id', '=', packId).executeTakeFirst();
  // Written below, by this version or an older one of the same shape.
  return (row?.days ?? []) as ReplayedDay[];
}

/** Keeps the days of a replay in place of the last one's. Call in the transaction that adds its entries. */
export async function setReplayedDays(db: Db, packId: string, days: readonly ReplayedDay[]): Promise<void> {
  const text = JSON.stringify(days);
  await db
    .insertInto('replay')
    .values({ pack_id: packId, days: text })
    .onConflict((conflict) => conflict.column('pack_id').doUpdateSet({ days: text }))
    .execute();
}
