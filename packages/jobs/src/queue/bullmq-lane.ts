import { codes, type Logger, toCodedError } from '@hadaf/platform';
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

export function openBullQueue<B extends IQueueBackend, C>(driver: Driver<B, C>, lane: Lane): JobQueue {
  const queue = new driver.classes.Queue(queueName(lane), {
    connection: driver.connection,
  });
  queue.on('error', logErrors(driver.log, `queue ${lane}`));
  return {
    async add(jobs) {
      await queue.addBulk(
        jobs.map(({ id, job, payload }) => ({
          name: job,
          data: payload,
          opts: jobOptions(id, job),
        })),
      );
    },
    async listFailed(limit) {
      const failed = await queue.getFailed(0, limit - 1);
      return failed
        .map((job) => ({
          delivery: deliveryOf(job),
          reason: job.failedReason ?? '',
        }))
        .reverse();
    },
    async remove(id) {
      await queue.remove(id);
    },
    async removeOld() {
      const completed = await queue.clean(dayMs, 10_000, 'completed');
      return completed.length;
    },
    close: () => queue.close(),
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
  const worker = new driver.classes.Worker(queueName(lane), (job, token) => workOn(job, token, work), {
    connection: driver.connection,
    autorun: false,
    concurrency,
    lockDuration,
    stalledInterval,
    maxStalledCount,
    runRetryDelay,
  });
  const quarantines = new Set<Promise<void>>();
  worker.on('error', errors);
  worker.on('failed', (job, error) => {
    if (job?.finishedOn === undefined) return;
    const quarantine = onQuarantine(deliveryOf(job), error.message).catch(errors);
    quarantines.add(quarantine);
    void quarantine.finally(() => quarantines.delete(quarantine));
  });
  return {
    resume() {
      if (worker.isPaused()) worker.resume().catch(errors);
      else if (!worker.isRunning()) worker.run().catch(errors);
    },
    pause: () => worker.pause(true),
    async close() {
      await worker.close();
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
