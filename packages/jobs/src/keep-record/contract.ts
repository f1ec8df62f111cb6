import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const payload = z.object({ runId: z.uuid() });

/** Replay the days before a published run, score what has come, and publish the record beside it: nobody waits for it. */
export const keepRecord = defineJob({
  name: 'keep-record',
  lane: 'work',
  payload,
  attempts: 3,
  backoffMs: 1_000,
  priority: 3,
});
