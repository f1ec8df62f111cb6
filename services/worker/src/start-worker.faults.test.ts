import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { createLogger } from '@hadaf/platform';
import { openStore } from '@hadaf/store';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { countAttempts, createLedgerEngine, dumpLedger } from '../../../tests/integration/ledger-engine.ts';
import { eventually, gate, useLedgerWorkers } from '../../../tests/integration/ledger-worker.ts';
import { queueKinds } from '../../../tests/integration/redis-server.ts';
import type { WorkerProcessOptions } from '../../../tests/integration/worker-process.ts';

describe.each(queueKinds)('a worker on %s', (kind) => {
  const workers = useLedgerWorkers(kind);
  const { database, opened } = workers;

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
    await workers.start({ shards: 2 }, { now, log: createLogger({ level: 'error', stream }) });
    await eventually(() => expect(refusals).toBeGreaterThanOrEqual(2));
    expect(await dumpLedger(database.db)).toMatchObject({ effects: [], runs: [] });
    aheadMs = 0;
    // The schedule was made by the wrong clock; the right one waits for its hour.
    await sql`update schedule set next_at = now()`.execute(database.db);
    await eventually(() => workers.publishedOnce(2));
  });

  test('no connection that the server ends is the end of the worker', async () => {
    const { connectionString, log } = database;
    const store = openStore({ connectionString, log, max: 4 });
    const admin = new pg.Client({ connectionString });
    await admin.connect();
    opened.push({ close: () => store.close() });
    // No event to wait for: shards last longer than the storm's beat, so that each cut meets some of them at work.
    const onShard = () => new Promise<void>((resolve) => setTimeout(resolve, 300));
    const engine = createLedgerEngine(store.db, { shards: 12, onShard });
    await workers.start({ shards: 12 }, { engine, db: store.db });
    for (let times = 0; times < 15; times += 1) {
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await admin.end();
    await eventually(() => workers.publishedOnce(12));
    await workers.idle();
  });

  test('a worker killed in mid-shard loses nothing and doubles nothing', async () => {
    const child = spawnWorker({ shards: 3, doomed: 1 });
    await eventually(async () => expect(await countAttempts(database.db, 1)).toBe(1));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = performance.now();
    await workers.start({ shards: 3 });
    await eventually(() => workers.publishedOnce(3));
    expect(performance.now() - killed).toBeLessThan(25_000);
    await workers.idle();
  });

  function spawnWorker(options: Pick<WorkerProcessOptions, 'shards' | 'doomed'>) {
    const { connectionString } = database;
    const script = new URL('../../../tests/integration/worker-process.ts', import.meta.url).pathname;
    const argument = JSON.stringify({ connectionString, redisUrl: workers.redisUrl(), ...options });
    return spawn(process.execPath, [script, argument], { stdio: 'inherit' });
  }

  if (kind === 'redis') {
    test('FLUSHALL loses nothing', async () => {
      const { open, opened: released } = gate();
      await workers.start({ shards: 12, onShard: () => released });
      await eventually(async () => expect(await countAttempts(database.db, 0)).toBe(1));
      expect(await workers.command('FLUSHALL')).toBe('+OK');
      open();
      await eventually(() => workers.publishedOnce(12));
      await workers.idle();
    });
  }
});
