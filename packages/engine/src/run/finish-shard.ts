import {
  completeRunShard,
  failRun,
  getRun,
  insertAssessment,
  listDocuments,
  listRunShards,
  listTargets,
  type Run,
  setRunProgress,
} from '@hadaf/store';
import { failedAssessment } from '../assess/failed-assessment.ts';
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
    await setRunProgress(transaction, runId, { stage: fitStage, done: total - remaining, total });
    return { allDone: remaining === 0 };
  });
}

/** Says of every target of a shard that its assessment failed: a target never just disappears from the page. */
async function storeFailure({ db }: EngineDeps, run: Run, shard: number, reason: string): Promise<void> {
  const ids = (await listRunShards(db, run.id)).find((candidate) => candidate.shard === shard)?.targetIds ?? [];
  const targets = (await listTargets(db, run.packId)).filter(({ target }) => ids.includes(target.id));
  const sources = await listDocuments(db, [...new Set(targets.map(({ target }) => target.documentId))]);
  const documents = new Map(sources.map((document) => [document.id, document]));
  for (const { target, version } of targets) {
    const failed = failedAssessment({ target, documents, asOf: run.asOf }, reason);
    await insertAssessment(db, run.id, {
      targetId: target.id,
      targetVersion: version,
      vintage: run.asOf,
      // Under a hash of its own: a later try of the same configuration must be able to store its result.
      configHash: `${run.configHash}-failed`,
      status: failed.report.status,
      reason: failed.report.reason,
      probability: null,
      forecastId: null,
      detail: failed,
      provenance: null,
    });
  }
}

/** Gives a shard up, so that its run is published with a reason for its targets rather than never. */
export async function failShard(
  deps: EngineDeps,
  { reason, ...shard }: ShardOfRun & { readonly reason: string },
): Promise<{ allDone: boolean }> {
  deps.log.error({ event: 'shard.failed', ...shard, reason });
  await storeFailure(deps, await getRun(deps.db, shard.runId), shard.shard, reason);
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
