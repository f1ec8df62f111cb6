import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { type Engine, openQueues } from '@hadaf/jobs';
import { createLogger } from '@hadaf/platform';
import { createRun, getProjection, insertAlert, insertProjection, openStore } from '@hadaf/store';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  clearLedger,
  countAttempts,
  countOpenJobs,
  createLedgerEngine,
  dumpLedger,
  type LedgerEngineOptions,
  packId,
  prepareLedger,
} from '../../../tests/integration/ledger-engine.ts';
import { queueKinds, type RedisServer, startRedis } from '../../../tests/integration/redis-server.ts';
import { useTestDatabase } from '../../../tests/integration/test-database.ts';
import { startReceiver } from '../../../tests/integration/webhook-receiver.ts';
import type { WorkerProcessOptions } from '../../../tests/integration/worker-process.ts';
import { startWorker } from './start-worker.ts';

const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 50 });
/** Looks after itself every second, so that a test need not wait for long. */
const briskly = { heartbeat: '* * * * * *', reconcileEveryMs: 500, lostAfterMs: 1_000 };

/** A promise and its end. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe.each(queueKinds)('a worker on %s', (kind) => {
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

  /** Starts a worker: the pack's schedule is new each time, so its run is due at once. */
  async function start(options: LedgerEngineOptions, parts: Partial<Parameters<typeof startWorker>[0]> = {}) {
    const engine: Engine = createLedgerEngine(database.db, options);
    const { connectionString, db, log } = database;
    const config = { redisUrl: redisUrl(), webhookUrl: null, webhookSecret: null };
    const worker = await startWorker({ config, connectionString, db, engine, log, pace: briskly, ...parts });
    opened.push(worker);
    return worker;
  }

  const idle = () => eventually(async () => expect(await countOpenJobs(database.db)).toBe(0));
  const publishedOnce = async (shards: number) =>
    expect(await dumpLedger(database.db)).toMatchObject({
      effects: Array.from({ length: shards }, (_, shard) => ({ shard, times: 1 })),
      runs: [{ state: 'done' }],
      published: [{ count: 1 }],
    });

  test('a first start assesses every shard and publishes the run', async () => {
    await start({ shards: 4 });
    await eventually(() => publishedOnce(4));
    await idle();
  });

  test('every job delivered twice and reordered leaves the same results', async () => {
    await start({ shards: 5 });
    await eventually(() => publishedOnce(5));
    await idle();
    const before = await dumpLedger(database.db);
    await sql`insert into outbox (job, payload) select job, payload from outbox order by id desc`.execute(database.db);
    await idle();
    expect(await dumpLedger(database.db)).toEqual(before);
  });

  test('a job under its old id is not done again', async () => {
    await start({ shards: 2 });
    await eventually(() => publishedOnce(2));
    await idle();
    await sql`update outbox set sent_at = null`.execute(database.db);
    await eventually(async () => {
      const { rows } = await sql`select id from outbox where sent_at is null`.execute(database.db);
      expect(rows).toEqual([]);
    });
    expect([await countAttempts(database.db, 0), await countAttempts(database.db, 1)]).toEqual([1, 1]);
  });

  test('a poison shard is quarantined after three tries, its siblings finish, the run is published', async () => {
    await start({
      shards: 4,
      onShard: async ({ shard }) => {
        if (shard === 2) throw new Error('poison');
      },
    });
    await eventually(async () => {
      expect(await dumpLedger(database.db)).toMatchObject({
        effects: [0, 1, 3].map((shard) => ({ shard, times: 1 })),
        runs: [{ state: 'done' }],
        published: [{ count: 1 }],
      });
    });
    expect(await countAttempts(database.db, 2)).toBe(3);
    await idle();
  });

  test('a run that cannot be begun ends as failed', async () => {
    const engine: Engine = {
      ...createLedgerEngine(database.db, { shards: 1 }),
      beginRun: async () => {
        throw new Error('no such pack');
      },
    };
    await start({ shards: 1 }, { engine });
    await eventually(async () => {
      const runs = [{ state: 'failed', error: { code: 'RUN_FAILED', message: 'no such pack' } }];
      expect(await dumpLedger(database.db)).toMatchObject({ runs });
    });
    await idle();
  });

  test('a projection asked for is answered', async () => {
    await start({ shards: 1 });
    const { connectionString, db, log } = database;
    const queues = await openQueues({ db, log, databaseUrl: connectionString, redisUrl: redisUrl() });
    opened.push(queues);
    const id = await insertProjection(db, { targetId: 'T01' });
    await queues.enqueueProjection(id);
    await eventually(async () => expect(await getProjection(db, id)).toMatchObject({ result: { answer: 42 } }));
  });

  test('an alert that a run raises is posted to the webhook once', async () => {
    const { db } = database;
    const receiver = await startReceiver([500, 200]);
    opened.push(receiver);
    const run = { packId, trigger: 'manual', asOf: '2026-11-22', configHash: '' } as const;
    const before = await createRun(db, { ...run, key: 'before' });
    const after = await createRun(db, { ...run, key: 'after' });
    const { id } = await insertAlert(db, {
      ...{ targetId: 'T01', previousRunId: before.run.id, runId: after.run.id, from: 'on-track', to: 'off-track' },
      ...{ reason: 'P fell to 0.1', raisedOn: '2026-11-22' },
    });
    const config = { redisUrl: redisUrl(), webhookUrl: receiver.url, webhookSecret: null };
    await start({ shards: 2, alertIds: [id] }, { config });
    await eventually(async () => {
      const state = await db.selectFrom('alert_delivery').select(['alert_id', 'state', 'attempts']).execute();
      expect(state).toEqual([{ alert_id: id, state: 'delivered', attempts: 2 }]);
    });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    await idle();
  });

  test('closing waits for the shard in hand', async () => {
    const { open, opened: released } = gate();
    const begun = gate();
    const worker = await start({
      shards: 1,
      onShard: async () => {
        begun.open();
        await released;
      },
    });
    await begun.opened;
    const closed = worker.close();
    open();
    await closed;
    await publishedOnce(1);
    expect(await countOpenJobs(database.db)).toBe(0);
  });

  test('a worker whose clock is an hour ahead refuses to work until it is set right', async () => {
    let aheadMs = 3_600_000;
    let refusals = 0;
    const stream = new Writable({
      write(line: Buffer, _encoding, done) {
        if (line.includes('worker.clock-skewed')) refusals += 1;
        done();
      },
    });
    const now = () => new Date(Date.now() + aheadMs).toISOString();
    await start({ shards: 2 }, { now, log: createLogger({ level: 'error', stream }) });
    await eventually(() => expect(refusals).toBeGreaterThanOrEqual(2));
    expect(await dumpLedger(database.db)).toMatchObject({ effects: [], runs: [] });
    aheadMs = 0;
    // The schedule was made by the wrong clock; the right one waits for its hour.
    await sql`update schedule set next_at = now()`.execute(database.db);
    await eventually(() => publishedOnce(2));
  });

  test('no connection that the server ends is the end of the worker', async () => {
    const { connectionString, log } = database;
    const store = openStore({ connectionString, log, max: 4 });
    const admin = new pg.Client({ connectionString });
    await admin.connect();
    opened.push({ close: () => store.close() });
    const onShard = () => new Promise<void>((resolve) => setTimeout(resolve, 300));
    const engine = createLedgerEngine(store.db, { shards: 12, onShard });
    await start({ shards: 12 }, { engine, db: store.db });
    for (let times = 0; times < 15; times += 1) {
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await admin.end();
    await eventually(() => publishedOnce(12));
    await idle();
  });

  test('a worker killed in mid-shard loses nothing and doubles nothing', async () => {
    const child = spawnWorker({ shards: 3, doomed: 1 });
    await eventually(async () => expect(await countAttempts(database.db, 1)).toBe(1));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = performance.now();
    await start({ shards: 3 });
    await eventually(() => publishedOnce(3));
    expect(performance.now() - killed).toBeLessThan(25_000);
    await idle();
  });

  function spawnWorker(options: Pick<WorkerProcessOptions, 'shards' | 'doomed'>) {
    const { connectionString } = database;
    const script = new URL('../../../tests/integration/worker-process.ts', import.meta.url).pathname;
    const argument = JSON.stringify({ connectionString, redisUrl: redisUrl(), ...options });
    return spawn(process.execPath, [script, argument], { stdio: 'inherit' });
  }

  if (kind === 'redis') {
    test('FLUSHALL loses nothing', async () => {
      const { open, opened: released } = gate();
      await start({ shards: 12, onShard: () => released });
      await eventually(async () => expect(await countAttempts(database.db, 0)).toBe(1));
      expect(await redis?.command('FLUSHALL')).toBe('+OK');
      open();
      await eventually(() => publishedOnce(12));
      await idle();
    });
  }
});
