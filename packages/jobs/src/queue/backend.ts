import type { JobRequest, Lane } from '../define-job.ts';

/** A job of the outbox under the id the queue knows it by: no `:`, not a whole number. */
export interface IdentifiedJob extends JobRequest {
  readonly id: string;
}

/** A lane seen by a producer. */
export interface JobQueue {
  /** Adds jobs under their own ids; an id the queue still holds is left as it is. */
  add(jobs: readonly IdentifiedJob[]): Promise<void>;
  /** Jobs whose last try failed and that were not removed since, oldest first. */
  listFailed(limit: number): Promise<readonly QuarantinedJob[]>;
  remove(id: string): Promise<void>;
  /** Removes jobs completed a day ago. */
  removeOld(): Promise<number>;
  close(): Promise<void>;
}

/** What a worker says about the job in its hands. */
export interface Delivery {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  /** 1 for the first try. */
  readonly attempt: number;
}

interface QuarantinedJob {
  readonly delivery: Delivery;
  readonly reason: string;
}

/** How a worker must answer when it can neither finish a job nor blame it: the job waits and no try is counted. */
export class PutBack extends Error {
  readonly delayMs: number;
  constructor(delayMs: number, options?: ErrorOptions) {
    super(`put back for ${delayMs} ms`, options);
    this.name = 'PutBack';
    this.delayMs = delayMs;
  }
}

export interface LaneWorkerOptions {
  readonly lane: Lane;
  readonly concurrency: number;
  readonly work: (delivery: Delivery) => Promise<void>;
  /** Called once a job will not be tried again. */
  readonly onQuarantine: (delivery: Delivery, reason: string) => Promise<void>;
}

/** A lane seen by a worker. It takes no job before `resume`. */
export interface LaneWorker {
  resume(): void;
  /** Stops taking jobs at once; those in hand go on. */
  pause(): Promise<void>;
  /** Waits for the jobs in hand. */
  close(): Promise<void>;
}

export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  openQueue(lane: Lane): JobQueue;
  openWorker(options: LaneWorkerOptions): LaneWorker;
  /** Closes the connections; queues and workers first. */
  close(): Promise<void>;
}
