import { type Code, CodedError, type Logger } from '@hadaf/platform';
import { type Db, explainStoreError, isEntryOpen, lockOpenEntry, markEntryDone } from '@hadaf/store';
import { answerInquiry } from './answer-inquiry/contract.ts';
import { answerInquiryHandler } from './answer-inquiry/handler.ts';
import { assessPack } from './assess-pack/contract.ts';
import { assessPackHandler } from './assess-pack/handler.ts';
import { assessShard } from './assess-shard/contract.ts';
import { assessShardHandler } from './assess-shard/handler.ts';
import type { ClockGuard } from './clock-guard.ts';
import type { JobRequest } from './define-job.ts';
import { deliverAlert } from './deliver-alert/contract.ts';
import { deliverAlertHandler } from './deliver-alert/handler.ts';
import type { Handler, HandlerDeps } from './handler-deps.ts';
import { keepRecord } from './keep-record/contract.ts';
import { keepRecordHandler } from './keep-record/handler.ts';
import { entryIdOf } from './outbox/job-id.ts';
import { requestJobs } from './outbox/request-jobs.ts';
import { project } from './project/contract.ts';
import { projectHandler } from './project/handler.ts';
import { type Delivery, PutBack } from './queue/backend.ts';

/** Turns what the queue delivers into work done once. */
export interface Dispatcher {
  work(delivery: Delivery): Promise<void>;
  quarantine(delivery: Delivery, reason: string): Promise<void>;
}

export interface DispatcherDeps extends HandlerDeps {
  readonly guard: ClockGuard;
  /** Called when jobs have been put into the outbox. */
  readonly onRequested: () => void;
}

/** The world's trouble, not the job's: it waits for better times without a try counted. */
const outages: readonly Code[] = ['STORE_UNAVAILABLE', 'QUEUE_UNAVAILABLE', 'DISK_FULL', 'CLOCK_SKEWED'];
const outageDelayMs = 5_000;

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { db, guard, log } = deps;
  const handlers = handlersByName(deps);
  const handlerOf = ({ job }: Delivery): Handler => {
    const handler = handlers.get(job);
    if (handler === undefined) throw new CodedError('JOB_INVALID', `no handler for ${job}`);
    return handler;
  };
  const finish = async (delivery: Delivery, following: readonly JobRequest[]): Promise<void> => {
    await finishEntry(db, entryIdOf(delivery.id), following);
    if (following.length > 0) deps.onRequested();
  };
  return {
    async work(delivery) {
      const began = performance.now();
      try {
        if (!guard.isOpen) throw new CodedError('CLOCK_SKEWED', 'the clocks do not agree');
        if (!(await isEntryOpen(db, entryIdOf(delivery.id)))) return;
        await finish(delivery, await handlerOf(delivery).work(delivery.payload, delivery.attempt));
      } catch (thrown) {
        throw asPutBack(thrown, { log, delivery });
      }
      const ms = Math.round(performance.now() - began);
      log.info({
        event: 'job.done',
        job: delivery.job,
        jobId: delivery.id,
        attempt: delivery.attempt,
        ms,
      });
    },
    async quarantine(delivery, reason) {
      if (!(await isEntryOpen(db, entryIdOf(delivery.id)))) return;
      log.error({
        event: 'job.quarantined',
        job: delivery.job,
        jobId: delivery.id,
        reason,
      });
      await finish(delivery, await handlerOf(delivery).quarantine(delivery.payload, reason));
    },
  };
}

function handlersByName(deps: HandlerDeps): ReadonlyMap<string, Handler> {
  return new Map([
    [assessPack.name, assessPackHandler(deps)],
    [assessShard.name, assessShardHandler(deps)],
    [keepRecord.name, keepRecordHandler(deps)],
    [project.name, projectHandler(deps)],
    [answerInquiry.name, answerInquiryHandler(deps)],
    [deliverAlert.name, deliverAlertHandler(deps)],
  ]);
}

/** Marks an entry done and asks for what follows, both or neither; the second of two deliveries changes nothing. */
async function finishEntry(db: Db, entryId: string, following: readonly JobRequest[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await lockOpenEntry(trx, entryId))) return;
    await requestJobs(trx, following);
    await markEntryDone(trx, entryId);
  });
}

function asPutBack(thrown: unknown, { log, delivery }: { log: Logger; delivery: Delivery }): unknown {
  const error = explainStoreError(thrown);
  const isOutage = error instanceof CodedError && outages.includes(error.code);
  const event = isOutage ? 'job.put-back' : 'job.failed';
  log.warn({
    event,
    job: delivery.job,
    jobId: delivery.id,
    attempt: delivery.attempt,
    err: error,
  });
  return isOutage ? new PutBack(outageDelayMs, { cause: error }) : thrown;
}
