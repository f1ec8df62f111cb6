import type { Logger } from '@hadaf/platform';
import { type Db, resetLostEntries } from '@hadaf/store';
import { renewLostInquiries } from '../answer-inquiry/renew-lost-inquiries.ts';
import type { Dispatcher } from '../dispatcher.ts';
import type { LaneQueues } from './relay.ts';

/** How many quarantined jobs one pass settles. */
const batchSize = 100;

export interface Reconciler {
  readonly db: Db;
  readonly queues: LaneQueues;
  readonly dispatcher: Dispatcher;
  /** How long a job may be under way before it is handed over again, in case the queue has lost it. */
  readonly lostAfterMs: number;
  readonly log: Logger;
}

/**
 * Makes the queue agree with the outbox: jobs it may have lost are made unsent (the relay hands them over under their
 * old ids, which changes nothing where the queue still has them), inquiries without a job get one, and quarantined jobs whose end is not written down
 * yet are ended.
 *
 * @param now the instant, ISO 8601
 */
export async function reconcile({ db, queues, dispatcher, lostAfterMs, log }: Reconciler, now: string): Promise<void> {
  const sentBefore = new Date(Date.parse(now) - lostAfterMs).toISOString();
  const resent = await resetLostEntries(db, sentBefore);
  if (resent > 0) log.info({ event: 'outbox.resent', count: resent });
  await renewLostInquiries(db, now, log);
  for (const queue of Object.values(queues)) {
    for (const { delivery, reason } of await queue.listFailed(batchSize)) {
      await dispatcher.quarantine(delivery, reason);
      await queue.remove(delivery.id);
    }
  }
}
