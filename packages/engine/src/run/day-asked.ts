import { CodedError, dayInZone } from '@hadaf/platform';
import { type IsoDate, isIsoDate } from '@hadaf/series';
import { type Db, findFirstKnownDay, findPack } from '@hadaf/store';

/** What decides which day it is where a pack lives. */
export interface DayDeps {
  readonly db: Db;
  /** The current instant, ISO 8601. */
  readonly now: () => string;
}

/** The days of a pack that may be asked for: from the first on which anything of it was known to the present one. */
export interface KnowableDays {
  /** Null where nothing of the pack is known. */
  readonly first: IsoDate | null;
  readonly today: IsoDate;
  /** Where the pack's days begin, an IANA name. */
  readonly zone: string;
}

/** The days of a pack, in its own time zone. @throws CodedError PACK_NOT_FOUND */
export async function knowableDays({ db, now }: DayDeps, packId: string): Promise<KnowableDays> {
  const pack = await findPack(db, packId);
  if (!pack) throw new CodedError('PACK_NOT_FOUND', `no pack ${packId}`);
  const { zone } = pack.schedule;
  return { first: await findFirstKnownDay(db, packId), today: dayInZone(now(), zone), zone };
}

/** @throws CodedError REQUEST_INVALID for what is no day, a day to come, and one before anything was known */
export function assertKnowable(written: string, { first, today, zone }: KnowableDays): void {
  const shown = written.slice(0, 40);
  const range = `choose a day from ${first ?? today} to ${today}, the present day in ${zone}`;
  if (!isIsoDate(written)) {
    throw new CodedError('REQUEST_INVALID', `"${shown}" is no day; write it as YYYY-MM-DD and ${range}`);
  }
  if (written > today) throw new CodedError('REQUEST_INVALID', `${written} lies in the future; ${range}`);
  if (first === null || written < first) {
    throw new CodedError('REQUEST_INVALID', `nothing of this pack was known on ${written}; ${range}`);
  }
}

/**
 * The day a person asks for; the present one where none is written.
 *
 * @throws CodedError PACK_NOT_FOUND; REQUEST_INVALID for what is no day, a day to come, and one before anything was known
 */
export async function dayAsked(deps: DayDeps, packId: string, written: string | undefined): Promise<IsoDate> {
  const days = await knowableDays(deps, packId);
  if (written === undefined) return days.today;
  assertKnowable(written, days);
  return written;
}
