import type { Handler, HandlerDeps } from '../handler-deps.ts';
import { assessShard } from './contract.ts';
import { publishRun } from './publish-run.ts';

export const assessShardHandler = (deps: HandlerDeps): Handler => ({
  async work(payload) {
    const shard = assessShard.parse(payload);
    await deps.engine.assessShard(shard);
    const { allDone } = await deps.engine.finishShard(shard);
    return allDone ? publishRun(deps, shard.runId) : [];
  },
  /** A run is published without a shard that cannot be assessed, and says so. */
  async quarantine(payload, reason) {
    const shard = assessShard.parse(payload);
    const { allDone } = await deps.engine.failShard({ ...shard, reason });
    return allDone ? publishRun(deps, shard.runId) : [];
  },
});
