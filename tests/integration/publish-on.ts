import { createEngine, type EngineDeps } from '@hadaf/engine';
import type { Db } from '@hadaf/store';
import { sql } from 'kysely';

/** Assesses and publishes the pack as known on a day. @returns the run's id */
export async function publishOn(deps: EngineDeps, packId: string, asOf: string, slot: string): Promise<string> {
  const engine = createEngine(deps);
  const { runId, shards } = await engine.beginRun({ scheduleId: `weekly_${packId}`, slot, asOf });
  for (const shard of shards) {
    await engine.assessShard({ runId, shard });
    await engine.finishShard({ runId, shard });
  }
  await engine.publishRun(runId);
  return runId;
}

/** Makes a run one of the past: asked for, ended and shown at an instant. No test can wait for months. */
export async function moveRunTo(db: Db, runId: string, instant: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`update run set created_at = ${instant}, finished_at = ${instant} where id = ${runId}`.execute(
      transaction,
    );
    await sql`alter table publication_entry disable trigger append_only`.execute(transaction);
    await sql`update publication_entry set published_at = ${instant} where run_id = ${runId}`.execute(transaction);
    await sql`alter table publication_entry enable trigger append_only`.execute(transaction);
  });
}
