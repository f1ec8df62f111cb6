import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const payload = z.object({ inquiryId: z.uuid() });

/** Answer what a reader asked: a day replayed, a change explained. Somebody waits for it. */
export const answerInquiry = defineJob({
  name: 'answer-inquiry',
  lane: 'work',
  payload,
  attempts: 3,
  backoffMs: 500,
  priority: 0,
});
