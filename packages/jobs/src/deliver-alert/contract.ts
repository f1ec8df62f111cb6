import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const payload = z.object({ alertId: z.uuid() });

/** Post one alert to the webhook: eight tries over about ten minutes (5 s, 10 s, … 320 s). */
export const deliverAlert = defineJob({
  name: 'deliver-alert',
  lane: 'delivery',
  payload,
  attempts: 8,
  backoffMs: 5_000,
  priority: 0,
});
