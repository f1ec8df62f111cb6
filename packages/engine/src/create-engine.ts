import type { EngineDeps } from './engine-deps.ts';
import { failProjection, project } from './project/project.ts';
import { answerInquiry, giveUpInquiry } from './run/answer-inquiry.ts';
import { assessShard } from './run/assess-shard.ts';
import { beginRun } from './run/begin-run.ts';
import { failRunOfSlot, failShard, finishShard } from './run/finish-shard.ts';
import { publishRun } from './run/publish-run.ts';
import { keepRecord } from './track-record/keep-record.ts';

/**
 * The use-cases the job handlers call, bound to what they stand on. Each may be called twice with the same argument,
 * and the second call changes nothing and answers the same.
 */
export function createEngine(deps: EngineDeps) {
  return {
    beginRun: (slot: Parameters<typeof beginRun>[1]) => beginRun(deps, slot),
    assessShard: (shard: Parameters<typeof assessShard>[1]) => assessShard(deps, shard),
    finishShard: (shard: Parameters<typeof finishShard>[1]) => finishShard(deps, shard),
    failShard: (shard: Parameters<typeof failShard>[1]) => failShard(deps, shard),
    failRun: (slot: Parameters<typeof failRunOfSlot>[1]) => failRunOfSlot(deps, slot),
    publishRun: (runId: string) => publishRun(deps, runId),
    keepRecord: (runId: string) => keepRecord(deps, runId),
    project: (id: string, onProgress: Parameters<typeof project>[2]) => project(deps, id, onProgress),
    failProjection: (id: string, reason: string) => failProjection(deps, id, reason),
    answerInquiry: (id: string) => answerInquiry(deps, id),
    failInquiry: (id: string, reason: string) => giveUpInquiry(deps, id, reason),
  };
}

export type Engine = ReturnType<typeof createEngine>;
