import { type DayDeps, dayAsked, knowableDays } from '@hadaf/engine/day-asked';
import { CodedError, dayInZone } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { type Db, findNewestChannel, listPacks } from '@hadaf/store';

const now = (): string => new Date().toISOString();
const depsOf = (db: Db): DayDeps => ({ db, now });

/** The pack whose days count where a command names none: the one shown, else the first one loaded. */
async function homePackId(db: Db): Promise<string> {
  const packId = (await findNewestChannel(db)) ?? (await listPacks(db))[0]?.id;
  if (packId !== undefined) return packId;
  throw new CodedError('PACK_NOT_FOUND', 'no pack is loaded yet; run: npm start -- --once');
}

/** Tells the present day where a pack lives. */
export async function clockOf(db: Db, packId?: string): Promise<() => IsoDate> {
  const { zone } = await knowableDays(depsOf(db), packId ?? (await homePackId(db)));
  return () => dayInZone(now(), zone);
}

/**
 * The day of an `--as-of` in a pack's own time; the present one where it is not given.
 *
 * @throws CodedError REQUEST_INVALID for what is no day, a day to come, and one before anything was known
 */
export async function readAsOf(db: Db, written: string | undefined, packId?: string): Promise<IsoDate> {
  return dayAsked(depsOf(db), packId ?? (await homePackId(db)), written);
}
