import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const payload = z.object({ projectionId: z.uuid() });

/** Answer one projection somebody is waiting for: it goes before scheduled work. */
export const project = defineJob({
  name: 'project',
  lane: 'work',
  payload,
  attempts: 3,
  backoffMs: 500,
  priority: 0,
});
