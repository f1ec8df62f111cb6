import { assessShard } from '../assess-shard/contract.ts';
import { publishRun } from '../assess-shard/publish-run.ts';
import type { Handler, HandlerDeps } from '../handler-deps.ts';
import { assessPack } from './contract.ts';

export const assessPackHandler = (deps: HandlerDeps): Handler => ({
  async work(payload) {
    const { runId, shards } = await deps.engine.beginRun(assessPack.parse(payload));
    if (shards.length === 0) return publishRun(deps, runId);
    return shards.map((shard) => assessShard.request({ runId, shard }));
  },
  async quarantine(payload, reason) {
    await deps.engine.failRun({ ...assessPack.parse(payload), reason });
    return [];
  },
});
