import { CodedError, codes, type Logger, toCodedError } from '@hadaf/platform';
import {
  type BackendClasses,
  DelayedError,
  type IQueueBackend,
  type JobsOptions,
  type Job as QueuedJob,
  UnrecoverableError,
} from 'bullmq';
import { findTerms } from '../catalogue.ts';
import type { Lane } from '../define-job.ts';
import { type Delivery, type JobQueue, type LaneWorker, type LaneWorkerOptions, PutBack } from './backend.ts';

const dayMs = 86_400_000;
/** After SIGKILL a job is taken up again once its lock has run out and a stalled check has passed twice. */
const lockDuration = 10_000;
const stalledInterval = 5_000;
/** A job may lose its worker twice; the third time it is quarantined. */
const maxStalledCount = 2;
/** How soon a worker asks again after a broken connection. */
const runRetryDelay = 2_000;

const queueName = (lane: Lane): string => `hadaf-${lane}`;

/** The BullMQ classes of one backend with what connects them. */
export interface Driver<B extends IQueueBackend, C> {
  readonly classes: BackendClasses<B, C>;
  readonly connection: C;
  readonly log: Logger;
}

/** What BullMQ's queues and workers have in common here. */
interface Openable {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * A BullMQ object that is opened anew when its first connection was lost: BullMQ remembers that failure for good, and
 * every later call of the same object would repeat it.
 */
class Reopened<T extends Openable> {
  current: T;
  readonly #open: () => T;
  readonly #onError: (error: Error) => void;

  constructor(open: () => T, onError: (error: Error) => void) {
    this.#open = open;
    this.#onError = onError;
    this.current = open();
  }

  /** @throws CodedError QUEUE_UNAVAILABLE when it is not ready; the next call finds a new one */
  async ready(): Promise<T> {
    const asked = this.current;
    try {
      await asked.waitUntilReady();
      return asked;
    } catch (cause) {
      if (this.current === asked) {
        this.current = this.#open();
        await asked.close().catch(this.#onError);
      }
      throw new CodedError('QUEUE_UNAVAILABLE', 'the queue does not answer', { cause });
    }
  }
}

export function openBullQueue<B extends IQueueBackend, C>(driver: Driver<B, C>, lane: Lane): JobQueue {
  const errors = logErrors(driver.log, `queue ${lane}`);
  const open = () => {
    const queue = new driver.classes.Queue(queueName(lane), { connection: driver.connection });
    queue.on('error', errors);
    return queue;
  };
  const held = new Reopened(open, errors);
  return {
    async add(jobs) {
      const queue = await held.ready();
      await queue.addBulk(
        jobs.map(({ id, job, payload }) => ({ name: job, data: payload, opts: jobOptions(id, job) })),
      );
    },
    async listFailed(limit) {
      const failed = await (await held.ready()).getFailed(0, limit - 1);
      return failed.map((job) => ({ delivery: deliveryOf(job), reason: job.failedReason ?? '' })).reverse();
    },
    async remove(id) {
      await (await held.ready()).remove(id);
    },
    async removeOld() {
      return (await (await held.ready()).clean(dayMs, 10_000, 'completed')).length;
    },
    close: () => held.current.close(),
  };
}

function jobOptions(jobId: string, name: string): JobsOptions {
  const { attempts, backoffMs, priority } = findTerms(name);
  return {
    jobId,
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    priority,
    removeOnComplete: false,
    removeOnFail: false,
    stackTraceLimit: 3,
  };
}

export function openBullWorker<B extends IQueueBackend, C>(
  driver: Driver<B, C>,
  { lane, concurrency, work, onQuarantine }: LaneWorkerOptions,
): LaneWorker {
  const errors = logErrors(driver.log, `worker ${lane}`);
  const quarantines = new Set<Promise<void>>();
  const open = () => {
    const worker = new driver.classes.Worker(queueName(lane), (job, token) => workOn(job, token, work), {
      connection: driver.connection,
      autorun: false,
      concurrency,
      lockDuration,
      stalledInterval,
      maxStalledCount,
      runRetryDelay,
    });
    worker.on('error', errors);
    worker.on('failed', (job, error) => {
      if (job?.finishedOn === undefined) return;
      const quarantine = onQuarantine(deliveryOf(job), error.message).catch(errors);
      quarantines.add(quarantine);
      void quarantine.finally(() => quarantines.delete(quarantine));
    });
    return worker;
  };
  const held = new Reopened(open, errors);
  const run = async (): Promise<void> => {
    const worker = await held.ready();
    if (!worker.isRunning()) await worker.run();
  };
  return {
    resume() {
      if (held.current.isPaused()) held.current.resume().catch(errors);
      else if (!held.current.isRunning()) run().catch(errors);
    },
    pause: () => held.current.pause(true),
    async close() {
      await held.current.close();
      await Promise.all(quarantines);
    },
  };
}

function deliveryOf(job: QueuedJob): Delivery {
  return {
    id: job.id ?? '',
    job: job.name,
    payload: job.data,
    attempt: job.attemptsMade + 1,
  };
}

/** Says a failure in the queue's words: put back without a try counted, hopeless, or one try used. */
async function workOn(job: QueuedJob, token: string | undefined, work: LaneWorkerOptions['work']): Promise<void> {
  try {
    await work(deliveryOf(job));
  } catch (thrown) {
    if (thrown instanceof PutBack) {
      await job.moveToDelayed(Date.now() + thrown.delayMs, token);
      throw new DelayedError();
    }
    const error = toCodedError(thrown);
    const hopeless = error.code !== 'INTERNAL' && !codes[error.code].retry;
    throw hopeless ? new UnrecoverableError(error.message) : error;
  }
}

/** A listener for `error` events that logs at most one a second: a lost server raises hundreds. */
export function logErrors(log: Logger, source: string): (error: Error) => void {
  let silentUntil = 0;
  let unlogged = 0;
  return (error) => {
    unlogged += 1;
    if (performance.now() < silentUntil) return;
    log.warn({ event: 'queue.error', source, times: unlogged, err: error });
    silentUntil = performance.now() + 1_000;
    unlogged = 0;
  };
}
