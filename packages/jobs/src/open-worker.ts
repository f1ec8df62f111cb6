import type { Logger } from '@hadaf/platform';
import { type Db, explainStoreError } from '@hadaf/store';
import { type ClockGuard, createClockGuard } from './clock-guard.ts';
import type { Lane } from './define-job.ts';
import type { Webhook } from './deliver-alert/post-webhook.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';
import type { Engine } from './engine.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { reconcile } from './outbox/reconcile.ts';
import { type LaneQueues, relayOutbox } from './outbox/relay.ts';
import type { LaneWorker, QueueBackend } from './queue/backend.ts';
import { openBackend, type QueuePlace } from './queue/open-backend.ts';
import { planDueSlots } from './schedule/plan-due-slots.ts';

export interface WorkerOptions {
  readonly place: QueuePlace;
  readonly db: Db;
  readonly engine: Engine;
  readonly webhook: Webhook | null;
  readonly log: Logger;
  /** The local clock, ISO 8601. */
  readonly now: () => string;
  /** Jobs of a lane at once in this process. */
  readonly concurrency?: number;
  readonly pace?: Partial<Pace>;
}

/** How often a worker looks after the queue. */
export interface Pace {
  /** Clock, planner and relay: six cron fields, seconds first. */
  readonly heartbeat: string;
  readonly reconcileEveryMs: number;
  /** How long a job may be under way before it is handed over again, in case the queue has lost it. */
  readonly lostAfterMs: number;
}

export interface Worker {
  /** Finishes the jobs in hand, then lets go of the queue. The database is the caller's to close, after this. */
  close(): Promise<void>;
}

/** Postgres does not lose a job it was given; Redis may be emptied. */
const lostAfterMs: Readonly<Record<QueueBackend['kind'], number>> = {
  redis: 30_000,
  postgres: 600_000,
};
const maintainEveryMs = 3_600_000;
const lanes: readonly Lane[] = ['work', 'delivery'];

/** Works off the queue, and keeps schedules, outbox and queue in step with each other. */
export async function openWorker(options: WorkerOptions): Promise<Worker> {
  const { db, log, now, concurrency = 4 } = options;
  const backend = await openBackend(options.place, log);
  const guard = createClockGuard(db, now, log);
  let heartbeat: Heartbeat | undefined;
  const dispatcher = createDispatcher({
    ...options,
    guard,
    onRequested: () => heartbeat?.kick(),
  });
  const queues: LaneQueues = {
    work: backend.openQueue('work'),
    delivery: backend.openQueue('delivery'),
  };
  const workers = lanes.map((lane) =>
    backend.openWorker({
      lane,
      concurrency,
      work: (delivery) => dispatcher.work(delivery),
      onQuarantine: (delivery, reason) => dispatcher.quarantine(delivery, reason),
    }),
  );
  const pace = {
    heartbeat: '*/5 * * * * *',
    reconcileEveryMs: 15_000,
    lostAfterMs: lostAfterMs[backend.kind],
    ...options.pace,
  };
  const beat = createBeat({
    db,
    log,
    now,
    guard,
    workers,
    queues,
    dispatcher,
    pace,
  });
  heartbeat = startHeartbeat({ cron: pace.heartbeat, beat, log });
  heartbeat.kick();
  log.info({ event: 'worker.started', queue: backend.kind, concurrency });
  return {
    async close() {
      await heartbeat.stop();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await backend.close();
      log.info({ event: 'worker.closed' });
    },
  };
}

interface BeatDeps extends Pick<WorkerOptions, 'db' | 'log' | 'now'> {
  readonly guard: ClockGuard;
  readonly workers: readonly LaneWorker[];
  readonly queues: LaneQueues;
  readonly dispatcher: Dispatcher;
  readonly pace: Pace;
}

/** One beat: stop or go by the clocks, plan what is due, hand it over; now and then reconcile and clear away. */
function createBeat({ db, log, now, guard, workers, queues, dispatcher, pace }: BeatDeps): () => Promise<void> {
  const isTimeToReconcile = every(pace.reconcileEveryMs);
  const isTimeToMaintain = every(maintainEveryMs);
  const reconciler = {
    db,
    queues,
    dispatcher,
    lostAfterMs: pace.lostAfterMs,
    log,
  };
  return async () => {
    if (!(await mayWork(guard, log))) {
      await Promise.all(workers.map((worker) => worker.pause()));
      return;
    }
    for (const worker of workers) worker.resume();
    await planEverything(db, now, log);
    await relayOutbox(db, queues, log);
    if (isTimeToReconcile()) {
      await reconcile(reconciler, now());
      await relayOutbox(db, queues, log);
    }
    if (isTimeToMaintain()) for (const queue of Object.values(queues)) await queue.removeOld();
  };
}

/** Pass after pass until nothing is due, or another planner holds what is. */
async function planEverything(db: Db, now: () => string, log: Logger): Promise<void> {
  let planned: number;
  do planned = await planDueSlots(db, now(), log);
  while (planned > 0);
}

/** A worker that cannot ask the database's clock does not know whether it may work. */
async function mayWork(guard: ClockGuard, log: Logger): Promise<boolean> {
  try {
    return await guard.check();
  } catch (error) {
    log.warn({ event: 'worker.database-away', err: explainStoreError(error) });
    return false;
  }
}

/** True at the first call, and then once in every `periodMs`. */
function every(periodMs: number): () => boolean {
  let due = 0;
  return () => {
    const instant = performance.now();
    if (instant < due) return false;
    due = instant + periodMs;
    return true;
  };
}
