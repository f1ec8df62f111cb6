import type { Logger } from '@hadaf/platform';
import type { Db } from '@hadaf/store';
import type { JobRequest } from './define-job.ts';
import type { Webhook } from './deliver-alert/post-webhook.ts';
import type { Engine } from './engine.ts';

export interface HandlerDeps {
  readonly engine: Engine;
  readonly db: Db;
  /** Null: alerts are stored and shown, and posted nowhere. */
  readonly webhook: Webhook | null;
  /** The instant, ISO 8601. */
  readonly now: () => string;
  readonly log: Logger;
}

export interface Handler {
  /** Does the job and says which jobs follow; they are asked for in the transaction that marks this one done. */
  work(payload: unknown, attempt: number): Promise<readonly JobRequest[]>;
  /** Ends the job for good after its last try, with the jobs that follow from that. */
  quarantine(payload: unknown, reason: string): Promise<readonly JobRequest[]>;
}
