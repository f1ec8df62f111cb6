import type { Logger } from '@hadaf/platform';
import { type Db, lockUnsentEntries, markEntriesSent, type OutboxEntry } from '@hadaf/store';
import { findTerms, isKnownJob } from '../catalogue.ts';
import type { Lane } from '../define-job.ts';
import type { JobQueue } from '../queue/backend.ts';
import { jobId } from './job-id.ts';

export type LaneQueues = Readonly<Record<Lane, JobQueue>>;

const batchSize = 500;

/**
 * Hands every unsent entry of the outbox to the queue, under the entry's own id: handing one over twice changes nothing.
 *
 * @returns how many were handed over
 * @throws CodedError QUEUE_UNAVAILABLE; the entries stay unsent
 */
export async function relayOutbox(db: Db, queues: LaneQueues, log: Logger): Promise<number> {
  let total = 0;
  for (;;) {
    const sent = await relayBatch(db, queues, log);
    total += sent;
    if (sent < batchSize) return total;
  }
}

async function relayBatch(db: Db, queues: LaneQueues, log: Logger): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const unsent = await lockUnsentEntries(trx, batchSize);
    const entries = unsent.filter(({ job }) => isKnownJob(job));
    // A newer Hadaf beside this one knows what this one does not: its own relay sends it.
    if (entries.length < unsent.length) {
      log.warn({
        event: 'outbox.unknown-jobs',
        count: unsent.length - entries.length,
      });
    }
    for (const [lane, queue] of Object.entries(queues)) {
      const jobs = entries.filter(({ job }) => findTerms(job).lane === lane).map(identify);
      if (jobs.length > 0) await queue.add(jobs);
    }
    await markEntriesSent(
      trx,
      entries.map(({ id }) => id),
    );
    return entries.length;
  });
}

function identify({ id, job, payload }: OutboxEntry) {
  return { id: jobId(job, id), job, payload };
}
