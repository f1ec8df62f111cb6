import type { Logger } from '@hadaf/platform';
import { askInquiry, type Db, type Inquiry } from '@hadaf/store';
import { answerInquiry } from './answer-inquiry/contract.ts';
import { relayOutbox } from './outbox/relay.ts';
import { requestJobs } from './outbox/request-jobs.ts';
import { project } from './project/contract.ts';
import { openBackend, type QueuePlace } from './queue/open-backend.ts';

/** The queue as those see it who only ask: no handler and no engine is loaded. */
export interface Queues {
  /** Asks for a stored projection to be answered. It will be, even if the queue is away just now. */
  enqueueProjection(projectionId: string): Promise<void>;
  /** Asks for an inquiry to be answered, unless somebody has; question and job are stored together or not at all. */
  askInquiry(question: { readonly key: string; readonly request: unknown }): Promise<Inquiry>;
  close(): Promise<void>;
}

export interface QueuesOptions extends QueuePlace {
  readonly db: Db;
  readonly log: Logger;
}

export async function openQueues({ db, log, ...place }: QueuesOptions): Promise<Queues> {
  const backend = await openBackend(place, log);
  const queues = {
    work: backend.openQueue('work'),
    delivery: backend.openQueue('delivery'),
  };
  const underWay = new Set<Promise<void>>();
  async function handOver(): Promise<void> {
    // The outbox has it: if the queue does not answer, the worker's next heartbeat hands it over.
    await relayOutbox(db, queues, log).catch((error: unknown) => log.warn({ event: 'outbox.delayed', err: error }));
  }
  function tracked<T>(work: Promise<T>): Promise<T> {
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return work;
  }
  async function enqueueProjection(projectionId: string): Promise<void> {
    await requestJobs(db, [project.request({ projectionId })]);
    await handOver();
  }
  async function ask(question: Parameters<Queues['askInquiry']>[0]): Promise<Inquiry> {
    const { inquiry, isAsked } = await db.transaction().execute(async (transaction) => {
      const asked = await askInquiry(transaction, question);
      if (asked.isAsked) await requestJobs(transaction, [answerInquiry.request({ inquiryId: asked.inquiry.id })]);
      return asked;
    });
    if (isAsked) await handOver();
    return inquiry;
  }
  return {
    enqueueProjection: (projectionId) => tracked(enqueueProjection(projectionId)),
    askInquiry: (question) => tracked(ask(question)),
    async close() {
      // BullMQ never answers what is asked of a queue that is closing, and the relay holds rows locked.
      await Promise.allSettled(underWay);
      await Promise.all([queues.work.close(), queues.delivery.close()]);
      await backend.close();
    },
  };
}
