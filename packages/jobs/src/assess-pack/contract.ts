import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const payload = z.object({
  scheduleId: z.string().min(1).max(100),
  slot: z.iso.datetime(),
  asOf: z.iso.date(),
});

/** Begin the run of one slot and ask for each of its shards. It fits nothing itself. */
export const assessPack = defineJob({
  name: 'assess-pack',
  lane: 'work',
  payload,
  attempts: 3,
  backoffMs: 1_000,
  priority: 1,
});
