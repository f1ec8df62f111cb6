import { type Engine, ensurePackSchedule } from '@hadaf/jobs';
import { openWorker, type Pace, type Worker } from '@hadaf/jobs/handlers';
import type { Config, Logger } from '@hadaf/platform';
import { type Db, listPacks } from '@hadaf/store';

export interface WorkerParts {
  readonly config: Pick<Config, 'redisUrl' | 'webhookUrl' | 'webhookSecret'>;
  /** Of the embedded Postgres or of `DATABASE_URL`. */
  readonly connectionString: string;
  readonly db: Db;
  readonly engine: Engine;
  readonly log: Logger;
  /** The local clock, ISO 8601. */
  readonly now?: () => string;
  readonly pace?: Partial<Pace>;
}

/**
 * Starts a worker in this process: gives every loaded pack its schedule (a new one is due at once), then works
 * until closed. Close it before the database.
 */
export async function startWorker({
  config,
  connectionString,
  db,
  engine,
  log,
  now = () => new Date().toISOString(),
  pace = {},
}: WorkerParts): Promise<Worker> {
  for (const pack of await listPacks(db)) await ensurePackSchedule(db, pack.id, now());
  const webhook = config.webhookUrl === null ? null : { url: config.webhookUrl, secret: config.webhookSecret };
  const place = { redisUrl: config.redisUrl, databaseUrl: connectionString };
  return openWorker({ place, db, engine, webhook, log, now, pace });
}
