import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const payload = z.object({ runId: z.uuid(), shard: z.int().nonnegative() });

/** Assess the targets of one shard of a run; whoever finishes the last shard publishes the run. */
export const assessShard = defineJob({
  name: 'assess-shard',
  lane: 'work',
  payload,
  attempts: 3,
  backoffMs: 1_000,
  priority: 2,
});
