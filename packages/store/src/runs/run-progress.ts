import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** How far a stage of a run is: `done` of `total` units of work. */
export interface StageProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** Sets how far a stage is; a late report of less than is known already changes nothing. */
export async function setRunProgress(db: Db, runId: string, { stage, done, total }: StageProgress): Promise<void> {
  await db
    .insertInto('run_progress')
    .values({ run_id: runId, stage, done, total })
    .onConflict((conflict) =>
      conflict
        .columns(['run_id', 'stage'])
        .doUpdateSet({ done, total, updated_at: sql<string>`now()` })
        .where('run_progress.done', '<=', done),
    )
    .execute();
}

/** The stages of a run, in the order they were last moved; a run has a handful. */
export async function listRunProgress(db: Db, runId: string): Promise<StageProgress[]> {
  return db
    .selectFrom('run_progress')
    .select(['stage', 'done', 'total'])
    .where('run_id', '=', runId)
    .orderBy('updated_at')
    .orderBy('stage')
    .execute();
}
