import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertPack } from '../ledger/packs.ts';
import { createRun } from '../runs/runs.ts';
import { appendRecord, checkRecordChain, listRecord } from './record-entries.ts';
import { listReplayedDays, setReplayedDays } from './replayed-days.ts';

const database = useTestDatabase();
const packId = 'recorded';

const replayed = (asOf: string, content: unknown) =>
  ({ packId, kind: 'replayed', runId: null, asOf, content }) as const;
const append = (...entries: Parameters<typeof appendRecord>[1]) =>
  database.db.transaction().execute((db) => appendRecord(db, entries));
const check = (known?: string) => checkRecordChain(database.db, packId, 'replayed', known);

/** What only somebody who may drop the trigger can do. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await database.db.transaction().execute(async (db) => {
    await sql`alter table record_entry disable trigger append_only`.execute(db);
    await statement.execute(db);
    await sql`alter table record_entry enable trigger append_only`.execute(db);
  });
}

beforeAll(async () => {
  await upsertPack(database.db, { id: packId, title: 'Recorded', contentHash: '' });
});

describe('the record', () => {
  test('takes an entry once, and a day again only where it says something else', async () => {
    expect(await append(replayed('2025-01-01', { z: 1, a: [0.1, 1e-9] }), replayed('2025-02-01', { p: 0.3 }))).toBe(2);
    expect(await append(replayed('2025-01-01', { a: [0.1, 1e-9], z: 1 }), replayed('2025-02-01', { p: 0.3 }))).toBe(0);
    expect(await append(replayed('2025-01-01', { p: 0.4 }))).toBe(1);
    const entries = await listRecord(database.db, { packId, kind: 'replayed', limit: 10 });
    expect(entries.map(({ asOf, sequence, content }) => [asOf, sequence, content])).toEqual([
      ['2025-01-01', 3, { p: 0.4 }],
      ['2025-02-01', 2, { p: 0.3 }],
    ]);
  });

  test('keeps the first entry of a run whatever is said later', async () => {
    const { db } = database;
    const { run } = await createRun(db, {
      ...{ key: 'one', packId, trigger: 'manual', asOf: '2025-03-01', configHash: 'x' },
    });
    const published = (p: number) =>
      ({ packId, kind: 'published', runId: run.id, asOf: run.asOf, content: { p } }) as const;
    expect([await append(published(0.5)), await append(published(0.9))]).toEqual([1, 0]);
    expect((await checkRecordChain(db, packId, 'published')).entries).toBe(1);
    expect((await listRecord(db, { packId, kind: 'published', limit: 1 }))[0]?.content).toEqual({ p: 0.5 });
  });

  test('lists the first that was published on a day', async () => {
    const { db } = database;
    const key = { key: 'again', packId, trigger: 'manual', asOf: '2025-03-01', configHash: 'y' } as const;
    const { run } = await createRun(db, key);
    await append({ packId, kind: 'published', runId: run.id, asOf: run.asOf, content: { p: 0.7 } });
    expect((await listRecord(db, { packId, kind: 'published', limit: 9 })).map(({ content }) => content)).toEqual([
      { p: 0.5 },
    ]);
  });

  test.each(['update record_entry set as_of = as_of', 'delete from record_entry', 'truncate record_entry'])(
    'refuses: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only');
    },
  );

  test('is whole, and holds a head noted before', async () => {
    const { head } = await check();
    await append(replayed('2025-04-01', { p: 0.2 }));
    expect(await check(head ?? '')).toMatchObject({ entries: 4, fault: null, holdsKnown: true });
    expect(await check('00')).toMatchObject({ fault: null, holdsKnown: false });
  });

  test('shows which entry was rewritten, even with a hash that fits it, and which was taken out', async () => {
    await tamper(sql`update record_entry set content = '{"p": 0.25}' where sequence = 2 and kind = 'replayed'`);
    expect((await check()).fault).toEqual({ sequence: 2, reason: 'its content is not what was recorded' });
    await tamper(sql`update record_entry set content = '{"p": 0.3}' where sequence = 2 and kind = 'replayed'`);
    expect((await check()).fault).toBeNull();
    await tamper(sql`update record_entry set as_of = '2025-02-02' where sequence = 2 and kind = 'replayed'`);
    expect((await check()).fault).toMatchObject({ sequence: 2 });
    await tamper(sql`delete from record_entry where sequence = 2 and kind = 'replayed'`);
    expect((await check()).fault).toEqual({ sequence: 2, reason: 'entry 2 is missing' });
  });
});

test('the days of a replay take the place of the last one’s', async () => {
  const { db } = database;
  expect(await listReplayedDays(db, packId)).toEqual([]);
  const days = [
    { asOf: '2025-01-01', inputs: 'ab', hasEntry: true },
    { asOf: '2025-02-01', inputs: 'cd', hasEntry: false },
  ];
  await setReplayedDays(db, packId, days);
  expect(await listReplayedDays(db, packId)).toEqual(days);
  await setReplayedDays(db, packId, days.slice(1));
  expect(await listReplayedDays(db, packId)).toEqual(days.slice(1));
});
