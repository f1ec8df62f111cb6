import { completeRunShard, failRun, setRunProgress } from '@hadaf/store';
import type { EngineDeps } from '../engine-deps.ts';
import { fitStage, runOfSlot } from './begin-run.ts';

interface ShardOfRun {
  readonly runId: string;
  readonly shard: number;
}

/** Marks a shard done; `allDone` once none of the run is open. */
export async function finishShard({ db }: EngineDeps, { runId, shard }: ShardOfRun): Promise<{ allDone: boolean }> {
  return db.transaction().execute(async (transaction) => {
    const { total, remaining } = await completeRunShard(transaction, runId, shard);
    await setRunProgress(transaction, runId, {
      stage: fitStage,
      done: total - remaining,
      total,
    });
    return { allDone: remaining === 0 };
  });
}

/** Gives a shard up, so that its run is published without its targets rather than never. */
export async function failShard(
  deps: EngineDeps,
  { reason, ...shard }: ShardOfRun & { readonly reason: string },
): Promise<{ allDone: boolean }> {
  deps.log.error({ event: 'shard.failed', ...shard, reason });
  return finishShard(deps, shard);
}

/** Ends the run of a slot that could not be begun. */
export async function failRunOfSlot(
  deps: EngineDeps,
  { reason, ...slot }: { scheduleId: string; slot: string; asOf: string; reason: string },
): Promise<void> {
  const run = await runOfSlot(deps, slot);
  await failRun(deps.db, run.id, { code: 'RUN_FAILED', message: reason });
  deps.log.error({ event: 'run.failed', runId: run.id, reason });
}
