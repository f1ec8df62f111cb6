import type { Engine } from '@hadaf/jobs';
import { createRun, getProjection, insertAlert, insertProjection } from '@hadaf/store';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  countAttempts,
  countOpenJobs,
  createLedgerEngine,
  dumpLedger,
  packId,
} from '../../../tests/integration/ledger-engine.ts';
import { eventually, gate, useLedgerWorkers } from '../../../tests/integration/ledger-worker.ts';
import { queueKinds } from '../../../tests/integration/redis-server.ts';
import { startReceiver } from '../../../tests/integration/webhook-receiver.ts';

describe.each(queueKinds)('a worker on %s', (kind) => {
  const workers = useLedgerWorkers(kind);
  const { database, opened } = workers;

  test('a first start assesses every shard and publishes the run', async () => {
    await workers.start({ shards: 4 });
    await eventually(() => workers.publishedOnce(4));
    await workers.idle();
  });

  test('every job delivered twice and reordered leaves the same results', async () => {
    await workers.start({ shards: 5 });
    await eventually(() => workers.publishedOnce(5));
    await workers.idle();
    const before = await dumpLedger(database.db);
    await sql`insert into outbox (job, payload) select job, payload from outbox order by id desc`.execute(database.db);
    await workers.idle();
    expect(await dumpLedger(database.db)).toEqual(before);
  });

  test('a job under its old id is not done again', async () => {
    await workers.start({ shards: 2 });
    await eventually(() => workers.publishedOnce(2));
    await workers.idle();
    await sql`update outbox set sent_at = null`.execute(database.db);
    await eventually(async () => {
      const { rows } = await sql`select id from outbox where sent_at is null`.execute(database.db);
      expect(rows).toEqual([]);
    });
    expect([await countAttempts(database.db, 0), await countAttempts(database.db, 1)]).toEqual([1, 1]);
  });

  test('a poison shard is quarantined after three tries, its siblings finish, the run is published', async () => {
    await workers.start({
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
    await workers.idle();
  });

  test('a run that cannot be begun ends as failed', async () => {
    const engine: Engine = {
      ...createLedgerEngine(database.db, { shards: 1 }),
      beginRun: async () => {
        throw new Error('no such pack');
      },
    };
    await workers.start({ shards: 1 }, { engine });
    await eventually(async () => {
      const runs = [{ state: 'failed', error: { code: 'RUN_FAILED', message: 'no such pack' } }];
      expect(await dumpLedger(database.db)).toMatchObject({ runs });
    });
    await workers.idle();
  });

  test('a projection asked for is answered', async () => {
    await workers.start({ shards: 1 });
    const { db } = database;
    const queues = await workers.openQueues();
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
    const config = { redisUrl: workers.redisUrl(), webhookUrl: receiver.url, webhookSecret: null };
    await workers.start({ shards: 2, alertIds: [id] }, { config });
    await eventually(async () => {
      const state = await db.selectFrom('alert_delivery').select(['alert_id', 'state', 'attempts']).execute();
      expect(state).toEqual([{ alert_id: id, state: 'delivered', attempts: 2 }]);
    });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    await workers.idle();
  });

  test('closing waits for the shard in hand', async () => {
    const { open, opened: released } = gate();
    const begun = gate();
    const worker = await workers.start({
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
    await workers.publishedOnce(1);
    // The record of the run is asked for: the worker may take it while it closes, else the next one does.
    expect(await countOpenJobs(database.db)).toBeLessThanOrEqual(1);
    await workers.start({ shards: 1 });
    await workers.idle();
  });
});
