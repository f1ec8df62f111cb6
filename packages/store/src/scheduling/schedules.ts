import type { Db } from '../connection/open-store.ts';

export interface Schedule {
  readonly id: string;
  readonly cron: string;
  /** IANA name of the zone the cron expression is read in. */
  readonly zone: string;
  /** What to do with slots missed while nothing ran. */
  readonly catchUp: 'skip' | 'latest' | 'all';
  /** The next slot, as an ISO instant. */
  readonly nextAt: string;
  readonly payload: unknown;
}

const columns = ['id', 'cron', 'zone', 'catch_up as catchUp', 'next_at as nextAt', 'payload'] as const;

/** Makes or changes a schedule; `nextAt` of one that exists is kept unless its cron or zone changed. */
export async function upsertSchedule(db: Db, schedule: Schedule): Promise<void> {
  const { id, cron, zone, catchUp, nextAt, payload } = schedule;
  const stored = await db
    .selectFrom('schedule')
    .select(['cron', 'zone', 'next_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const isMoved = stored === undefined || stored.cron !== cron || stored.zone !== zone;
  const next_at = isMoved ? nextAt : stored.next_at;
  const values = { cron, zone, catch_up: catchUp, payload: JSON.stringify(payload), next_at };
  await db
    .insertInto('schedule')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** Every schedule, by id; an installation has a handful. */
export async function listSchedules(db: Db): Promise<Schedule[]> {
  return db.selectFrom('schedule').select(columns).orderBy('id').execute();
}

/** Schedules due at `now`, locked until the transaction ends; those another planner has locked are passed over. */
export async function lockDueSchedules(db: Db, { now, limit }: { now: string; limit: number }): Promise<Schedule[]> {
  return db
    .selectFrom('schedule')
    .select(columns)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function setNextAt(db: Db, scheduleId: string, nextAt: string): Promise<void> {
  await db.updateTable('schedule').set({ next_at: nextAt }).where('id', '=', scheduleId).execute();
}

/** Records a slot as planned; @returns its id, or undefined when another planner has recorded it. */
export async function insertScheduleSlot(db: Db, scheduleId: string, slot: string): Promise<string | undefined> {
  const inserted = await db
    .insertInto('schedule_slot')
    .values({ schedule_id: scheduleId, slot })
    .onConflict((conflict) => conflict.columns(['schedule_id', 'slot']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}
