import type { Engine, Shard } from '@hadaf/jobs';
import {
  completeRunShard,
  createRun,
  type Db,
  failInquiry,
  failProjection,
  failRun,
  finishInquiry,
  finishProjection,
  finishRun,
  insertRunShards,
  listRunShards,
  startRun,
  upsertPack,
} from '@hadaf/store';
import { sql } from 'kysely';

export const packId = 'ledger-pack';

export interface LedgerEngineOptions {
  readonly shards: number;
  /** What happens while a shard is assessed, before its effect is written. */
  readonly onShard?: (shard: Shard) => Promise<void>;
  readonly alertIds?: readonly string[];
}

/** Tables for the effects that the engine of these tests leaves behind. */
export async function prepareLedger(db: Db): Promise<void> {
  await upsertPack(db, { id: packId, title: 'Ledger', contentHash: '' });
  await sql`create table effect (run_id uuid, shard integer, primary key (run_id, shard))`.execute(db);
  await sql`create table attempt (run_id uuid, shard integer)`.execute(db);
  await sql`create table published (run_id uuid primary key)`.execute(db);
}

export async function clearLedger(db: Db): Promise<void> {
  const run = ['effect', 'attempt', 'published', 'alert_delivery', 'alert', 'run_shard', 'run_progress', 'run'];
  for (const table of [...run, 'projection', 'outbox', 'schedule_slot', 'schedule']) {
    await sql`delete from ${sql.table(table)}`.execute(db);
  }
}

/**
 * An engine over the real store whose shards do nothing but leave one row each: what the queue does to it can be
 * counted. Every use-case keeps the promise of being callable twice.
 */
export function createLedgerEngine(db: Db, { shards, onShard, alertIds = [] }: LedgerEngineOptions): Engine {
  const runOf = async ({ scheduleId, slot, asOf }: { scheduleId: string; slot: string; asOf: string }) => {
    const key = `${scheduleId}_${slot}`;
    return (await createRun(db, { key, packId, trigger: 'schedule', asOf, configHash: 'ledger' })).run;
  };
  const complete = async ({ runId, shard }: Shard) => {
    const { remaining } = await db.transaction().execute((trx) => completeRunShard(trx, runId, shard));
    return { allDone: remaining === 0 };
  };
  return {
    async beginRun(slot) {
      const { id } = await runOf(slot);
      await insertRunShards(
        db,
        id,
        Array.from({ length: shards }, (_, shard) => [`target-${shard}`]),
      );
      await startRun(db, id);
      return { runId: id, shards: (await listRunShards(db, id)).map(({ shard }) => shard) };
    },
    async assessShard(shard) {
      await sql`insert into attempt values (${shard.runId}, ${shard.shard})`.execute(db);
      await onShard?.(shard);
      await sql`insert into effect values (${shard.runId}, ${shard.shard}) on conflict do nothing`.execute(db);
    },
    finishShard: complete,
    failShard: complete,
    async failRun({ reason, ...slot }) {
      await failRun(db, (await runOf(slot)).id, { code: 'RUN_FAILED', message: reason });
    },
    async publishRun(runId) {
      await sql`insert into published values (${runId}) on conflict do nothing`.execute(db);
      await finishRun(db, runId);
      return { alertIds };
    },
    keepRecord: () => Promise.resolve(),
    async project(projectionId, onProgress) {
      await onProgress({ stage: 'fit', done: 1, total: 1 });
      await finishProjection(db, projectionId, { answer: 42 });
    },
    failProjection: (id, message) => failProjection(db, id, { code: 'RUN_FAILED', message }),
    answerInquiry: (id) => finishInquiry(db, id, []),
    failInquiry: (id, message) => failInquiry(db, id, { code: 'RUN_FAILED', message }),
  };
}

/** Everything the engine left behind, in one order: what must not differ when jobs are delivered twice. */
export async function dumpLedger(db: Db): Promise<unknown> {
  const effects = await sql`select shard, count(*)::int as times from effect group by 1 order by 1`.execute(db);
  const runs = await sql`select key, state, error from run order by key`.execute(db);
  const published = await sql<{ count: number }>`select count(*)::int as count from published`.execute(db);
  const shards = await sql`select key, shard, done_at is not null as done from run_shard
    join run on run.id = run_id order by key, shard`.execute(db);
  return { effects: effects.rows, runs: runs.rows, published: published.rows, shards: shards.rows };
}

/** How often a shard was begun. */
export async function countAttempts(db: Db, shard: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from attempt where shard = ${shard}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Jobs asked for and not yet done. */
export async function countOpenJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from outbox where done_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}
