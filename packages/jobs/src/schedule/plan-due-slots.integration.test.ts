import { listSchedules, upsertPack, upsertSchedule } from '@hadaf/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import type { CatchUp } from './due-slots.ts';
import { ensurePackSchedule } from './pack-schedule.ts';
import { planDueSlots } from './plan-due-slots.ts';

const database = useTestDatabase();
const { log } = database;
const monday = '2026-11-02T01:00:00.000Z'; // six in the morning in Karachi
const now = '2026-11-22T12:00:00.000Z';

beforeEach(async () => {
  await sql`truncate outbox, schedule_slot, schedule restart identity`.execute(database.db);
  await upsertPack(database.db, { id: 'pakistan-it', title: 'Pakistan IT', contentHash: 'a' });
});

const addSchedule = (id: string, catchUp: CatchUp, nextAt = monday, cron = '0 6 * * 1') =>
  database.db
    .transaction()
    .execute((trx) => upsertSchedule(trx, { id, cron, zone: 'Asia/Karachi', catchUp, nextAt, payload: {} }));

const jobs = () =>
  database.db
    .selectFrom('outbox')
    .innerJoin('schedule_slot', 'schedule_slot.id', 'slot_id')
    .select(['job', 'payload', 'slot'])
    .orderBy('slot')
    .execute();

describe('planDueSlots', () => {
  test('a new schedule is due at once, and then not before its next slot', async () => {
    const id = await ensurePackSchedule(database.db, 'pakistan-it', now);
    expect(await planDueSlots(database.db, now, log)).toBe(1);
    expect(await planDueSlots(database.db, now, log)).toBe(0);
    const payload = { scheduleId: id, slot: now, asOf: '2026-11-22' };
    expect(await jobs()).toEqual([{ job: 'assess-pack', payload, slot: now }]);
    expect((await listSchedules(database.db))[0]?.nextAt).toBe('2026-11-23T01:00:00.000Z');
    await ensurePackSchedule(database.db, 'pakistan-it', now);
    expect((await listSchedules(database.db))[0]?.nextAt).toBe('2026-11-23T01:00:00.000Z');
  });

  test('a pack is planned by the cron and zone it states', async () => {
    const schedule = { cron: '30 9 * * *', zone: 'Europe/Berlin' };
    await upsertPack(database.db, { id: 'daily', title: 'Daily', contentHash: 'a', schedule });
    await ensurePackSchedule(database.db, 'daily', now);
    expect(await planDueSlots(database.db, now, log)).toBe(1);
    expect(await listSchedules(database.db)).toEqual([
      expect.objectContaining({ ...schedule, nextAt: '2026-11-23T08:30:00.000Z', payload: { packId: 'daily' } }),
    ]);
  });

  test('a schedule made again keeps its next slot', async () => {
    await ensurePackSchedule(database.db, 'pakistan-it', now);
    await planDueSlots(database.db, now, log);
    await ensurePackSchedule(database.db, 'pakistan-it', '2026-11-22T13:00:00.000Z');
    expect(await planDueSlots(database.db, '2026-11-22T13:00:00.000Z', log)).toBe(0);
  });

  test.each([
    ['skip', []],
    ['latest', ['2026-11-16T01:00:00.000Z']],
    ['all', [monday, '2026-11-09T01:00:00.000Z', '2026-11-16T01:00:00.000Z']],
  ] as const)('after three missed weeks policy %s plans %j', async (catchUp, slots) => {
    await addSchedule('weekly', catchUp);
    await planDueSlots(database.db, now, log);
    expect((await jobs()).map(({ slot }) => slot)).toEqual(slots);
    expect((await listSchedules(database.db))[0]?.nextAt).toBe('2026-11-23T01:00:00.000Z');
    await ensurePackSchedule(database.db, 'pakistan-it', now);
    expect((await listSchedules(database.db))[0]?.nextAt).toBe('2026-11-23T01:00:00.000Z');
  });

  test('a pack is planned by the cron and zone it states', async () => {
    const schedule = { cron: '30 9 * * *', zone: 'Europe/Berlin' };
    await upsertPack(database.db, { id: 'daily', title: 'Daily', contentHash: 'a', schedule });
    await ensurePackSchedule(database.db, 'daily', now);
    expect(await planDueSlots(database.db, now, log)).toBe(1);
    expect(await listSchedules(database.db)).toEqual([
      expect.objectContaining({ ...schedule, nextAt: '2026-11-23T08:30:00.000Z', payload: { packId: 'daily' } }),
    ]);
  });

  test('catching up on every slot replays what was known then', async () => {
    await addSchedule('weekly', 'all');
    await planDueSlots(database.db, now, log);
    const known = (await jobs()).map(({ payload }) => (payload as { asOf: string }).asOf);
    expect(known).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
  });

  test('an unreadable schedule rests and does not keep the others from running', async () => {
    for (let n = 0; n < 5; n += 1) await addSchedule(`broken-${n}`, 'latest', monday, '0 6 * * 9');
    await addSchedule('sound', 'latest', '2026-11-16T01:00:00.000Z');
    expect(await planDueSlots(database.db, now, log)).toBe(0);
    expect(await planDueSlots(database.db, now, log)).toBe(1);
  });

  test.each([2, 4])('%i planners share the slots and plan each once', async (planners) => {
    const slotsEach = 30;
    const schedules = Array.from({ length: 24 }, (_, i) => `minutely-${i}`);
    for (const id of schedules) await addSchedule(id, 'all', '2026-11-22T11:31:00.000Z', '* * * * *');
    const total = schedules.length * slotsEach;
    let planned = 0;
    const plan = async () => {
      let own = 0;
      while (planned < total) {
        const more = await planDueSlots(database.db, now, log);
        own += more;
        planned += more;
      }
      return own;
    };
    const shares = await Promise.all(Array.from({ length: planners }, plan));
    expect(shares.filter((own) => own > 0).length).toBeGreaterThan(1);
    const { rows } = await sql<{ n: number; slots: number }>`
      select count(*)::int as n, count(distinct slot_id)::int as slots from outbox`.execute(database.db);
    expect(rows).toEqual([{ n: total, slots: total }]);
  });
});
