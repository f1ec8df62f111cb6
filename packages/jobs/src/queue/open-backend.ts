import { CodedError, type Logger } from '@hadaf/platform';
import { createPostgresBackend, createRedisBackend, runMigrations, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { IdentifiedJob, QueueBackend } from './backend.ts';
import { logErrors, openBullQueue, openBullWorker } from './bullmq-lane.ts';

export interface QueuePlace {
  /** Null: the queue lives in Postgres, in a schema of its own. */
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
}

/** The queue's own schema: nothing of ours is in it, and nothing of it in ours. */
const schema = 'queue';
/** BullMQ's default of ten for each of its objects comes to a hundred connections. */
const connectionsPerPool = 2;

/** The queue where the configuration says: one BullMQ, two stores. */
export async function openBackend({ redisUrl, databaseUrl }: QueuePlace, log: Logger): Promise<QueueBackend> {
  return redisUrl === null ? openPostgresBackend(databaseUrl, log) : openRedisBackend(redisUrl, log);
}

async function openPostgresBackend(connectionString: string, log: Logger): Promise<QueueBackend> {
  await migrateQueue(connectionString, log);
  const connection = {
    connectionString,
    schema,
    max: connectionsPerPool,
    keepAlive: true,
    Client: clientThatLogs(log),
  };
  const driver = {
    classes: withBackend(createPostgresBackend),
    connection,
    log,
  };
  return {
    kind: 'postgres',
    openQueue: (lane) => openBullQueue(driver, lane),
    openWorker: (options) => openBullWorker(driver, options),
    close: async () => {},
  };
}

/**
 * A client whose lost connection is logged. BullMQ's pools hear of idle clients only: one lost between two statements
 * of a transaction would otherwise end the process.
 */
function clientThatLogs(log: Logger): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.on('error', logErrors(log, 'queue connection'));
    }
  };
}

/** Several processes may start at once: BullMQ takes an advisory lock around its migrations. */
async function migrateQueue(connectionString: string, log: Logger): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', logErrors(log, 'queue migration'));
  try {
    await client.connect();
    await runMigrations(client, schema);
  } catch (cause) {
    throw new CodedError('QUEUE_UNAVAILABLE', 'the queue could not be opened in the database', { cause });
  } finally {
    await client.end();
  }
}

/** Producers fail at once when Redis is away (the outbox keeps their jobs); workers wait for it. */
function openRedisBackend(url: string, log: Logger): QueueBackend {
  const producer = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 5_000,
  });
  const consumer = new Redis(url, { maxRetriesPerRequest: null });
  producer.on('error', logErrors(log, 'redis producer'));
  consumer.on('error', logErrors(log, 'redis consumer'));
  const classes = withBackend(createRedisBackend);
  return {
    kind: 'redis',
    openQueue(lane) {
      const queue = openBullQueue({ classes, connection: producer, log }, lane);
      return {
        ...queue,
        add: onlyWhenReady(producer, (jobs: readonly IdentifiedJob[]) => queue.add(jobs)),
        listFailed: onlyWhenReady(producer, (limit: number) => queue.listFailed(limit)),
      };
    },
    openWorker: (options) => openBullWorker({ classes, connection: consumer, log }, options),
    async close() {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** BullMQ waits without end for a connection that is not there; a caller with rows locked must not. */
function onlyWhenReady<Argument, Answer>(redis: Redis, call: (argument: Argument) => Promise<Answer>) {
  return async (argument: Argument): Promise<Answer> => {
    if (redis.status !== 'ready') throw new CodedError('QUEUE_UNAVAILABLE', 'Redis does not answer');
    return call(argument);
  };
}
