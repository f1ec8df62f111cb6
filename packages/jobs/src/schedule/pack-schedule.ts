import { CodedError } from '@hadaf/platform';
import { type Db, findPack, upsertSchedule } from '@hadaf/store';

/**
 * Gives a loaded pack the schedule its pack.yaml states; a new or changed one is due at once, one that exists keeps its
 * next slot.
 *
 * @param now  the instant, ISO 8601
 * @throws CodedError PACK_NOT_FOUND
 */
export async function ensurePackSchedule(db: Db, packId: string, now: string): Promise<string> {
  const pack = await findPack(db, packId);
  if (!pack) throw new CodedError('PACK_NOT_FOUND', `no pack ${packId}`);
  // Called so when every pack was weekly; another id would leave the old schedule running beside the new.
  const id = `weekly_${packId}`;
  const schedule = { id, ...pack.schedule, catchUp: 'latest', nextAt: now, payload: { packId } } as const;
  await db.transaction().execute((trx) => upsertSchedule(trx, schedule));
  return id;
}
