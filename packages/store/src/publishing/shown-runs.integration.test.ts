import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { upsertPack } from '../ledger/packs.ts';
import { createRun, finishRun } from '../runs/runs.ts';
import { insertPublishedDocuments, publishRun } from './publications.ts';
import { findRunOfDay, findRunShownOn } from './shown-runs.ts';

describe('the run that was shown', () => {
  const database = useTestDatabase();
  const ids: Record<string, string> = {};
  const karachi = (day: string) => ({ day, zone: 'Asia/Karachi' });

  beforeAll(async () => {
    const { db } = database;
    await upsertPack(db, { id: 'pk', title: 'Pakistan IT', contentHash: 'a' });
    for (const [key, asOf, shownAt] of [
      ['one', '2026-01-05', '2026-01-05T06:00:00.000Z'],
      // The last second of the twelfth in Karachi, and midnight of the nineteenth.
      ['two', '2026-01-12', '2026-01-12T18:59:59.000Z'],
      ['three', '2026-01-18', '2026-01-18T19:00:00.000Z'],
    ] as const) {
      const asked = { key, packId: 'pk', trigger: 'manual', asOf, configHash: 'c' } as const;
      const { run } = await createRun(db, asked);
      ids[key] = run.id;
      await sql`insert into publication_entry (channel, run_id, published_at) values ('pk', ${run.id}, ${shownAt})`.execute(
        db,
      );
      await finishRun(db, run.id);
    }
  });

  test.each([
    ['2026-01-04', undefined],
    ['2026-01-05', 'one'],
    ['2026-01-11', 'one'],
    ['2026-01-12', 'two'],
    ['2026-01-18', 'two'],
    ['2026-01-19', 'three'],
  ])('when %s ended in Karachi is the last the pointer had moved to', async (day, key) => {
    const found = await findRunShownOn(database.db, 'pk', karachi(day));
    expect(found?.id).toBe(key && ids[key]);
  });

  test('depends on where the day ends', async () => {
    const found = await findRunShownOn(database.db, 'pk', { day: '2026-01-18', zone: 'UTC' });
    expect(found).toMatchObject({ id: ids['three'], asOf: '2026-01-18', publishedAt: '2026-01-18T19:00:00.000Z' });
  });

  test('is found by the day whose knowledge it holds, too', async () => {
    expect((await findRunOfDay(database.db, 'pk', karachi('2026-01-12')))?.id).toBe(ids['two']);
    expect(await findRunOfDay(database.db, 'pk', karachi('2026-01-13'))).toBeUndefined();
  });

  test('of its own day stays the one asked for on it, whatever was made of the day later', async () => {
    const { db } = database;
    const made: string[] = [];
    for (const [key, askedAt] of [
      ['asked', '2026-01-20T18:50:00.000Z'],
      ['again', '2026-01-27T06:00:00.000Z'],
    ] as const) {
      const asked = { key, packId: 'pk', trigger: 'manual', asOf: '2026-01-20', configHash: 'c' } as const;
      const { run } = await createRun(db, asked);
      await sql`update run set created_at = ${askedAt} where id = ${run.id}`.execute(db);
      await finishRun(db, run.id);
      made.push(run.id);
    }
    expect((await findRunOfDay(db, 'pk', karachi('2026-01-20')))?.id).toBe(made[0]);
    expect((await findRunOfDay(db, 'pk', { day: '2026-01-20', zone: 'Pacific/Auckland' }))?.id).toBe(made[1]);
  });

  test('is the one the pointer moved to last, although its transaction began first', async () => {
    const { db } = database;
    await db.transaction().execute(async (first) => {
      await sql`select 1`.execute(first);
      await db.transaction().execute((second) => publishRun(second, 'race', ids['one'] ?? ''));
      await publishRun(first, 'race', ids['two'] ?? '');
    });
    const found = await findRunShownOn(db, 'race', { day: '2200-01-01', zone: 'UTC' });
    expect(found?.id).toBe(ids['two']);
  });

  test('is recorded when the pointer moves, and not when it stays', async () => {
    const { db } = database;
    const entries = async () =>
      (
        await sql<{ run_id: string }>`select run_id from publication_entry where channel = 'other' order by id`.execute(
          db,
        )
      ).rows.map(({ run_id }) => run_id);
    for (const key of ['one', 'one', 'two', 'one']) await publishRun(db, 'other', ids[key] ?? '');
    expect(await entries()).toEqual([ids['one'], ids['two'], ids['one']]);
  });

  test.each(['publication_entry', 'published_document'])('stays as it was: %s is append-only', async (table) => {
    const document = { path: '/', contentType: 'text/html', body: 'then', etag: '"e"' };
    await insertPublishedDocuments(database.db, ids['one'] ?? '', [document]);
    for (const change of [`delete from ${table}`, `truncate ${table}`, `update ${table} set run_id = run_id`]) {
      await expect(database.store.pool.query(change)).rejects.toThrow('append-only');
    }
  });
});
