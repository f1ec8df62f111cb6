import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** The targets that one job of a run assesses. */
export interface RunShard {
  readonly shard: number;
  readonly targetIds: readonly string[];
  readonly isDone: boolean;
}

/** Divides a run; dividing it again changes nothing. */
export async function insertRunShards(db: Db, runId: string, shards: readonly (readonly string[])[]): Promise<void> {
  if (shards.length === 0) return;
  await db
    .insertInto('run_shard')
    .values(shards.map((targetIds, shard) => ({ run_id: runId, shard, target_ids: [...targetIds] })))
    .onConflict((conflict) => conflict.columns(['run_id', 'shard']).doNothing())
    .execute();
}

/** The shards of a run, by number; a run has as many as its targets divided by the shard size. */
export async function listRunShards(db: Db, runId: string): Promise<RunShard[]> {
  const rows = await db
    .selectFrom('run_shard')
    .select(['shard', 'target_ids as targetIds', 'done_at'])
    .where('run_id', '=', runId)
    .orderBy('shard')
    .execute();
  return rows.map(({ shard, targetIds, done_at }) => ({ shard, targetIds, isDone: done_at !== null }));
}

/**
 * Marks a shard as done; a second delivery of its job changes nothing. Call in the transaction of the shard's results.
 *
 * The run's row is locked, so of two shards that finish together one sees none left.
 *
 * @returns shards of the run, and those of them not yet done
 */
export async function completeRunShard(
  db: Db,
  runId: string,
  shard: number,
): Promise<{ total: number; remaining: number }> {
  await db.selectFrom('run').select('id').where('id', '=', runId).forUpdate().execute();
  await db
    .updateTable('run_shard')
    .set({ done_at: sql`now()` })
    .where('run_id', '=', runId)
    .where('shard', '=', shard)
    .where('done_at', 'is', null)
    .execute();
  const { rows } = await sql<{ total: number; remaining: number }>`
    select count(*)::int as total, (count(*) filter (where done_at is null))::int as remaining
    from run_shard where run_id = ${runId}`.execute(db);
  return rows[0] ?? { total: 0, remaining: 0 };
}
