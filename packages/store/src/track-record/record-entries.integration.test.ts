import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertPack } from '../ledger/packs.ts';
import { createRun } from '../runs/runs.ts';
import { checkRecordChain, type NotedHead } from './check-record-chain.ts';
import { appendRecord, listRecord } from './record-entries.ts';
import { recordChainHash, recordContentHash } from './record-hash.ts';
import { listReplayedDays, setReplayedDays } from './replayed-days.ts';

const database = useTestDatabase();
const packId = 'recorded';

const replayed = (asOf: string, content: unknown) =>
  ({ packId, kind: 'replayed', runId: null, asOf, content }) as const;
const append = (...entries: Parameters<typeof appendRecord>[1]) =>
  database.db.transaction().execute((db) => appendRecord(db, entries));
const check = (...noted: NotedHead[]) => checkRecordChain(database.db, packId, 'replayed', noted);
const own = sql`pack_id = ${packId} and kind = 'replayed'`;

/** An entry of the other chain copied into this one. */
const copied = (into: RawBuilder<unknown>, sequence: number) => sql`
  insert into record_entry
  select ${into}, kind, ${sequence}, run_id, as_of, content, content_hash, chain_hash, recorded_at, hash_version
  from record_entry where pack_id = 'another' and sequence = 1`;

/** What the check finds after changes that only somebody who may drop the trigger can make; they are undone again. */
async function foundAfter(statements: readonly RawBuilder<unknown>[], noted: readonly NotedHead[] = []) {
  const transaction = await database.db.startTransaction().execute();
  try {
    await sql`alter table record_entry disable trigger append_only`.execute(transaction);
    for (const statement of statements) await statement.execute(transaction);
    return await checkRecordChain(transaction, packId, 'replayed', noted);
  } finally {
    await transaction.rollback().execute();
  }
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

  test('takes a day of another code version only where it says something else', async () => {
    const said = { p: 0.5, codeVersion: 'one' };
    expect(await append(replayed('2025-05-01', said))).toBe(1);
    expect(await append(replayed('2025-05-01', { ...said, codeVersion: 'two' }))).toBe(0);
    expect(await append(replayed('2025-05-01', { p: 0.6, codeVersion: 'two' }))).toBe(1);
  });

  test('is whole, and holds a head noted before at its place only', async () => {
    const { head, entries } = await check();
    const noted = { head: head ?? '', entries };
    await append(replayed('2025-04-01', { p: 0.2 }));
    expect(await check(noted, { head: head ?? '', entries: null })).toMatchObject({
      ...{ entries: entries + 1, fault: null, lost: [], byHashVersion: { 1: 0, 2: entries + 1 } },
    });
    const others = [
      { head: '00', entries: null },
      { head: head ?? '', entries: entries - 1 },
    ];
    expect((await check(noted, ...others)).lost).toEqual(others);
  });
});

describe('a record somebody wrote to who may drop the trigger', () => {
  const rewritten = 'it, or one before it, is not what was recorded';
  const changed = (change: RawBuilder<unknown>) => sql`update record_entry set ${change} where sequence = 2 and ${own}`;
  const moved = (from: number, to: number) =>
    sql`update record_entry set sequence = ${to} where sequence = ${from} and ${own}`;

  beforeAll(async () => {
    await upsertPack(database.db, { id: 'another', title: 'Another', contentHash: '' });
    const days = ['2024-01-01', '2024-02-01', '2024-03-01'];
    await append(...days.map((asOf) => ({ ...replayed(asOf, { asOf }), packId: 'another' })));
  });

  test.each([
    ['its content', sql`content = '{"p": 0.25}'`, 'its content is not what was recorded'],
    ['its day', sql`as_of = '2025-02-02'`, rewritten],
    ['when it was recorded', sql`recorded_at = recorded_at - interval '1 microsecond'`, rewritten],
    ['the version of its hash', sql`hash_version = 1`, 'its hash is of an older kind than the one before it'],
    ['its hash', sql`chain_hash = sha256('')`, rewritten],
  ])('shows which entry was changed: %s', async (_what, change, reason) => {
    expect((await check()).fault).toBeNull();
    expect((await foundAfter([changed(change)])).fault).toEqual({ sequence: 2, reason });
  });

  test.each([
    ['taken out', 2, 'entry 2 is missing', [sql`delete from record_entry where sequence = 2 and ${own}`]],
    [
      'taken out and closed up',
      2,
      rewritten,
      [sql`delete from record_entry where sequence = 2 and ${own}`, moved(3, 2)],
    ],
    ['put in another order', 2, rewritten, [moved(2, 100), moved(3, 2), moved(100, 3)]],
    ['put between', 3, rewritten, [...[6, 5, 4, 3].map((at) => moved(at, at + 1)), copied(sql`${packId}`, 3)]],
  ])('shows an entry %s', async (_what, sequence, reason, statements) => {
    expect((await foundAfter(statements)).fault).toEqual({ sequence, reason });
  });

  test('shows where another chain was merged into it', async () => {
    const { entries } = await check();
    const merged = sql`
      update record_entry set pack_id = ${packId}, sequence = sequence + ${entries} where pack_id = 'another'`;
    expect((await foundAfter([merged])).fault).toEqual({ sequence: entries + 1, reason: rewritten });
  });

  test('is whole without its newest entries, but for a head noted before', async () => {
    const { head, entries } = await check();
    const noted = { entries, head: head ?? '' };
    const cut = await foundAfter([sql`delete from record_entry where sequence > 4 and ${own}`], [noted]);
    expect([cut.entries, cut.fault, cut.lost]).toEqual([4, null, [noted]]);
  });

  test('is whole with the newest written anew and a hash that fits, but for a head noted before', async () => {
    const { head, entries } = await check();
    const before = await database.db
      .selectFrom('record_entry')
      .select('chain_hash')
      .where(sql<boolean>`sequence = ${entries - 1} and ${own}`)
      .executeTakeFirstOrThrow();
    const [content, asOf, recordedAt] = [{ p: 0.99 }, '2025-04-01', '2026-01-01T00:00:00.000000Z'];
    const contentHash = recordContentHash(content);
    const link = {
      hashVersion: 2,
      packId,
      kind: 'replayed',
      sequence: entries,
      runId: null,
      asOf,
      recordedAt,
    } as const;
    const chainHash = recordChainHash(before.chain_hash.toString('hex'), link, contentHash);
    const forged = sql`
      update record_entry set as_of = ${asOf}, recorded_at = ${recordedAt}, content = ${JSON.stringify(content)},
        content_hash = decode(${contentHash}, 'hex'), chain_hash = decode(${chainHash}, 'hex')
      where sequence = ${entries} and ${own}`;
    const found = await foundAfter([forged], [{ entries, head: head ?? '' }]);
    expect([found.fault, found.lost.length]).toEqual([null, 1]);
  });
});

/** Links of version 1, as older code wrote them, with version 2 after them. */
test('a chain of two hash versions is whole, and only the second proves when it was recorded', async () => {
  const { db } = database;
  const of = 'older';
  await upsertPack(db, { id: of, title: 'Older', contentHash: '' });
  let previous = '';
  for (const [i, asOf] of ['2024-01-01', '2024-02-01'].entries()) {
    const content = { p: i };
    const link = { hashVersion: 1, packId: of, kind: 'replayed', sequence: i + 1, runId: null, asOf } as const;
    previous = recordChainHash(previous, { ...link, recordedAt: '' }, recordContentHash(content));
    const contentHash = Buffer.from(recordContentHash(content), 'hex');
    await db
      .insertInto('record_entry')
      .values({
        ...{ pack_id: of, kind: 'replayed', sequence: i + 1, run_id: null, as_of: asOf, hash_version: 1 },
        ...{ content: JSON.stringify(content), content_hash: contentHash, chain_hash: Buffer.from(previous, 'hex') },
        recorded_at: '2026-11-01T00:00:00.000Z',
      })
      .execute();
  }
  await append({ ...replayed('2024-03-01', { p: 3 }), packId: of });
  const check = () => checkRecordChain(db, of, 'replayed');
  expect(await check()).toMatchObject({ entries: 3, byHashVersion: { 1: 2, 2: 1 }, fault: null });
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
