import { type Db, insertOutboxEntry } from '@hadaf/store';
import type { JobRequest } from '../define-job.ts';

/** Puts jobs into the outbox, in the caller's transaction. */
export async function requestJobs(db: Db, requests: readonly JobRequest[]): Promise<void> {
  for (const { job, payload } of requests) await insertOutboxEntry(db, { job, payload, slotId: null });
}
