import { type Engine, openQueues } from '@hadaf/jobs';
import { startWorker } from '@hadaf/worker';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import {
  clearLedger,
  countOpenJobs,
  createLedgerEngine,
  dumpLedger,
  type LedgerEngineOptions,
  prepareLedger,
} from './ledger-engine.ts';
import { type QueueKind, type RedisServer, startRedis } from './redis-server.ts';
import { useTestDatabase } from './test-database.ts';

/** Looks after itself every second, so that a test need not wait for long. */
const briskly = { heartbeat: '* * * * * *', reconcileEveryMs: 500, lostAfterMs: 1_000 };

/** Waits until the check holds. */
export const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 50 });

/** A promise and its end. */
export function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Workers over a ledger that counts what was done to it, in a database and on a queue of the calling suite's own. */
export function useLedgerWorkers(kind: QueueKind) {
  const database = useTestDatabase();
  let redis: RedisServer | undefined;
  const redisUrl = () => (kind === 'redis' ? (redis?.url ?? '') : null);

  beforeAll(async () => {
    if (kind === 'redis') redis = await startRedis();
    await prepareLedger(database.db);
  });
  afterAll(() => redis?.close());
  beforeEach(() => clearLedger(database.db));

  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const it of opened.splice(0).reverse()) await it.close();
  });

  return {
    database,
    opened,
    redisUrl,
    /** Sends one command to the suite's Redis. */
    command: (line: string) => redis?.command(line),
    /** Starts a worker: the pack's schedule is new each time, so its run is due at once. */
    async start(options: LedgerEngineOptions, parts: Partial<Parameters<typeof startWorker>[0]> = {}) {
      const engine: Engine = createLedgerEngine(database.db, options);
      const { connectionString, db, log } = database;
      const config = { redisUrl: redisUrl(), webhookUrl: null, webhookSecret: null };
      const worker = await startWorker({ config, connectionString, db, engine, log, pace: briskly, ...parts });
      opened.push(worker);
      return worker;
    },
    async openQueues() {
      const { connectionString, db, log } = database;
      const queues = await openQueues({ db, log, databaseUrl: connectionString, redisUrl: redisUrl() });
      opened.push(queues);
      return queues;
    },
    idle: () => eventually(async () => expect(await countOpenJobs(database.db)).toBe(0)),
    async publishedOnce(shards: number) {
      expect(await dumpLedger(database.db)).toMatchObject({
        effects: Array.from({ length: shards }, (_, shard) => ({ shard, times: 1 })),
        runs: [{ state: 'done' }],
        published: [{ count: 1 }],
      });
    },
  };
}
