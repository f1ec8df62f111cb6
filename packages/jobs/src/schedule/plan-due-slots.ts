import { dayInZone, type Logger } from '@hadaf/platform';
import {
  type Db,
  insertOutboxEntry,
  insertScheduleSlot,
  lockDueSchedules,
  type Schedule,
  setNextAt,
} from '@hadaf/store';
import { assessPack } from '../assess-pack/contract.ts';
import { type DueSlots, dueSlots } from './due-slots.ts';

/** Few, so that planners share what is due. */
const schedulesPerPass = 5;
const unreadableRestMs = 3_600_000;

/**
 * Turns due schedules into slots and their jobs, in one transaction: slots, outbox and `next_at` move together or not
 * at all. Any number of planners may run; each takes the schedules no other holds.
 *
 * @param now the instant, ISO 8601
 * @returns how many slots it planned; 0 once nothing is due that no other planner holds
 */
export async function planDueSlots(db: Db, now: string, log: Logger): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let planned = 0;
    for (const schedule of await lockDueSchedules(trx, {
      now,
      limit: schedulesPerPass,
    })) {
      planned += await planSlots(trx, schedule, { ...readDueSlots(schedule, now, log), now });
    }
    return planned;
  });
}

/** One unreadable schedule must not keep the others from running: it rests for an hour. */
function readDueSlots(schedule: Schedule, now: string, log: Logger): DueSlots {
  try {
    return dueSlots(schedule, now);
  } catch (error) {
    log.error({ event: 'schedule.unreadable', scheduleId: schedule.id, err: error });
    return { slots: [], nextAt: new Date(Date.parse(now) + unreadableRestMs).toISOString() };
  }
}

async function planSlots(db: Db, schedule: Schedule, { slots, nextAt, now }: DueSlots & { now: string }) {
  let planned = 0;
  for (const slot of slots) {
    const slotId = await insertScheduleSlot(db, schedule.id, slot);
    if (slotId === undefined) continue;
    // Catching up on every slot replays what was known then; bringing up to date uses what is known now.
    const asOf = dayInZone(schedule.catchUp === 'all' ? slot : now, schedule.zone);
    await insertOutboxEntry(db, {
      ...assessPack.request({ scheduleId: schedule.id, slot, asOf }),
      slotId,
    });
    planned += 1;
  }
  await setNextAt(db, schedule.id, nextAt);
  return planned;
}
