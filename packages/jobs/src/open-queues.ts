import type { Logger } from '@hadaf/platform';
import type { Db } from '@hadaf/store';
import type { JobRequest } from './define-job.ts';
import { relayOutbox } from './outbox/relay.ts';
import { requestJobs } from './outbox/request-jobs.ts';
import { project } from './project/contract.ts';
import { openBackend, type QueuePlace } from './queue/open-backend.ts';

/** The queue as those see it who only ask: no handler and no engine is loaded. */
export interface Queues {
  /** Asks for a stored projection to be answered. It will be, even if the queue is away just now. */
  enqueueProjection(projectionId: string): Promise<void>;
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
  async function handOver(request: JobRequest): Promise<void> {
    await requestJobs(db, [request]);
    // The outbox has it: if the queue does not answer, the worker's next heartbeat hands it over.
    await relayOutbox(db, queues, log).catch((error: unknown) => log.warn({ event: 'outbox.delayed', err: error }));
  }
  function enqueue(request: JobRequest): Promise<void> {
    const handing = handOver(request).finally(() => underWay.delete(handing));
    underWay.add(handing);
    return handing;
  }
  return {
    enqueueProjection: (projectionId) => enqueue(project.request({ projectionId })),
    async close() {
      // BullMQ never answers what is asked of a queue that is closing, and the relay holds rows locked.
      await Promise.allSettled(underWay);
      await Promise.all([queues.work.close(), queues.delivery.close()]);
      await backend.close();
    },
  };
}
