import { createLogger } from '@hadaf/platform';
import { openStore } from '@hadaf/store';
import { startWorker } from '@hadaf/worker';
import { createLedgerEngine } from './ledger-engine.ts';

/** What the parent passes as the one argument, JSON. */
export interface WorkerProcessOptions {
  readonly connectionString: string;
  readonly redisUrl: string | null;
  readonly shards: number;
  /** The shard in which this process hangs until it is killed; the others are assessed. */
  readonly doomed: number;
}

/** A worker in a process of its own, for tests that kill it. */
const options = JSON.parse(process.argv[2] ?? '{}') as WorkerProcessOptions;
const log = createLogger({ level: 'silent' });
const { db } = openStore({ connectionString: options.connectionString, log, max: 4 });
const engine = createLedgerEngine(db, {
  shards: options.shards,
  onShard: async ({ shard }) => {
    if (shard === options.doomed) await new Promise(() => undefined);
  },
});
await startWorker({
  config: { redisUrl: options.redisUrl, webhookUrl: null, webhookSecret: null },
  connectionString: options.connectionString,
  db,
  engine,
  log,
});
