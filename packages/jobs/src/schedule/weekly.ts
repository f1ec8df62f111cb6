import { type Db, upsertSchedule } from '@hadaf/store';

/** A pack without a schedule of its own is assessed every Monday at six, where its first readers are. */
const weekly = {
  cron: '0 6 * * 1',
  zone: 'Asia/Karachi',
  catchUp: 'latest',
} as const;

/**
 * Gives a pack its weekly schedule; a new one is due at once, one that exists keeps its next slot.
 *
 * @param now the instant, ISO 8601
 */
export async function ensureWeeklySchedule(db: Db, packId: string, now: string): Promise<string> {
  const id = `weekly_${packId}`;
  await db.transaction().execute((trx) => upsertSchedule(trx, { id, ...weekly, nextAt: now, payload: { packId } }));
  return id;
}
