import {
  completeRunShard,
  failRun,
  getRun,
  insertAssessment,
  listRunShards,
  listTargets,
  type Run,
  setRunProgress,
} from '@hadaf/store';
import { decisionOf, nothingMeasured, targetFrame } from '../assess/target-assessment.ts';
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
  for (const { target, version } of targets) {
    const because = `its assessment failed: ${reason}`;
    const verdict = `${target.title} could not be assessed in this run: ${reason}.`;
    const decision = { status: 'not-assessable', method: 'none', version: '1', metric: null } as const;
    const assessment = { ...decision, label: 'not assessable', reason: because, verdict };
    const report = { ...nothingMeasured, ...targetFrame(target, assessment, run.asOf), citations: [], staleness: '' };
    await insertAssessment(db, run.id, {
      targetId: target.id,
      targetVersion: version,
      vintage: run.asOf,
      // Under a hash of its own: a later try of the same configuration must be able to store its result.
      configHash: `${run.configHash}-failed`,
      status: 'not-assessable',
      reason: because,
      probability: null,
      forecastId: null,
      detail: { decision: decisionOf(assessment), report },
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
