import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import { insertOutboxEntry, lockUnsentEntries, markEntriesSent, markEntryDone, resetLostEntries } from './outbox.ts';
import {
  failProjection,
  findProjection,
  finishProjection,
  getProjection,
  insertProjection,
  setProjectionProgress,
} from './projections.ts';
import {
  insertScheduleSlot,
  listSchedules,
  lockDueSchedules,
  type Schedule,
  setNextAt,
  upsertSchedule,
} from './schedules.ts';

const weekly: Schedule = {
  id: 'weekly',
  cron: '0 6 * * 1',
  zone: 'Asia/Karachi',
  catchUp: 'latest',
  nextAt: '2026-11-23T01:00:00.000Z',
  payload: { packId: 'pk' },
};

describe('schedules', () => {
  const database = useTestDatabase();

  test('keep their next slot unless cron or zone change', async () => {
    await upsertSchedule(database.db, weekly);
    await setNextAt(database.db, 'weekly', '2026-11-30T01:00:00.000Z');
    await upsertSchedule(database.db, {
      ...weekly,
      payload: { packId: 'other' },
    });
    const kept = {
      ...weekly,
      payload: { packId: 'other' },
      nextAt: '2026-11-30T01:00:00.000Z',
    };
    expect(await listSchedules(database.db)).toEqual([kept]);
    await upsertSchedule(database.db, { ...weekly, cron: '0 7 * * 1' });
    expect((await listSchedules(database.db))[0]?.nextAt).toBe(weekly.nextAt);
  });

  test('are taken by one planner at a time, when due', async () => {
    await upsertSchedule(database.db, {
      ...weekly,
      id: 'due',
      nextAt: '2026-01-01T00:00:00.000Z',
    });
    const now = '2026-01-02T00:00:00Z';
    await database.db.transaction().execute(async (first) => {
      expect((await lockDueSchedules(first, { now, limit: 5 })).map((s) => s.id)).toEqual(['due']);
      await database.db.transaction().execute(async (second) => {
        expect(await lockDueSchedules(second, { now, limit: 5 })).toEqual([]);
      });
    });
  });

  test('plan a slot once', async () => {
    await upsertSchedule(database.db, weekly);
    expect(await insertScheduleSlot(database.db, 'weekly', weekly.nextAt)).toMatch(/^\d+$/);
    expect(await insertScheduleSlot(database.db, 'weekly', weekly.nextAt)).toBeUndefined();
  });
});

describe('the outbox', () => {
  const database = useTestDatabase();

  test('hands an entry over until its job is done', async () => {
    const entry = {
      job: 'assess-pack',
      payload: { list: [1, 2] },
      slotId: null,
    };
    const id = await insertOutboxEntry(database.db, entry);
    const unsent = () => lockUnsentEntries(database.db, 10);
    expect(await unsent()).toEqual([{ id, job: 'assess-pack', payload: { list: [1, 2] } }]);
    await markEntriesSent(database.db, [id]);
    await markEntriesSent(database.db, []);
    expect(await unsent()).toEqual([]);
    expect(await resetLostEntries(database.db, '2000-01-01T00:00:00Z')).toBe(0);
    expect(await resetLostEntries(database.db, '2100-01-01T00:00:00Z')).toBe(1);
    expect(await unsent()).toHaveLength(1);
    await markEntriesSent(database.db, [id]);
    await markEntryDone(database.db, id);
    expect(await resetLostEntries(database.db, '2100-01-01T00:00:00Z')).toBe(0);
  });
});

describe('a projection', () => {
  const database = useTestDatabase();

  test('runs, and keeps its first result', async () => {
    const id = await insertProjection(database.db, { targetId: 'T01' });
    expect(await getProjection(database.db, id)).toMatchObject({
      state: 'queued',
      request: { targetId: 'T01' },
    });
    const progress = { stage: 'fit', done: 1, total: 2 };
    await setProjectionProgress(database.db, id, progress);
    expect(await findProjection(database.db, id)).toMatchObject({
      state: 'running',
      progress,
      result: null,
    });
    await finishProjection(database.db, id, { median: [1] });
    await failProjection(database.db, id, {
      code: 'INTERNAL',
      message: 'late',
    });
    await finishProjection(database.db, id, { median: [2] });
    await setProjectionProgress(database.db, id, progress);
    expect(await findProjection(database.db, id)).toMatchObject({
      state: 'done',
      result: { median: [1] },
      error: null,
    });
  });

  test('fails with its reason', async () => {
    const id = await insertProjection(database.db, {});
    await failProjection(database.db, id, {
      code: 'TARGET_NOT_FOUND',
      message: 'no target',
    });
    expect(await findProjection(database.db, id)).toMatchObject({
      state: 'failed',
      error: { code: 'TARGET_NOT_FOUND' },
    });
    const missing = '00000000-0000-4000-8000-000000000000';
    await expect(getProjection(database.db, missing)).rejects.toMatchObject({
      code: 'PROJECTION_NOT_FOUND',
    });
  });
});
