import { dayInZone } from '@hadaf/platform';
import { type Db, findRunOfDay, findRunShownOn, type ShownRun, type ZonedDay } from '@hadaf/store';

/**
 * The run whose documents stand for a day: the one asked for on that very day, which may have ended after midnight; else
 * the one readers were shown when the day ended; else one made of that day later, where nothing was shown yet.
 */
export async function runOnDay(db: Db, packId: string, { day, zone }: ZonedDay): Promise<ShownRun | undefined> {
  const own = await findRunOfDay(db, packId, { day, zone });
  if (own && dayInZone(own.askedAt, zone) === day) return own;
  return (await findRunShownOn(db, packId, { day, zone })) ?? own;
}
