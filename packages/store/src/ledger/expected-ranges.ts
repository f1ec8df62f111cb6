import type { PeriodLength } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** Between which ends the values of an indicator are expected; an end that is null is open. */
interface StoredRange {
  readonly indicatorId: string;
  /** Null for periods of any length. */
  readonly length: PeriodLength | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly because: string;
}

/** Makes these the ranges of a pack's indicators. Call in a transaction, after its indicators. */
export async function replaceExpectedRanges(db: Db, packId: string, ranges: readonly StoredRange[]): Promise<void> {
  await sql`
    delete from expected_range using indicator
    where indicator.id = expected_range.indicator_id and indicator.pack_id = ${packId}`.execute(db);
  if (ranges.length === 0) return;
  const rows = ranges.map(({ indicatorId, length, ...range }) => ({
    indicator_id: indicatorId,
    length: length ?? ('' as const),
    ...range,
  }));
  await db.insertInto('expected_range').values(rows).execute();
}

/** The ranges of every pack, by indicator; an installation has hundreds. */
export async function listExpectedRanges(db: Db): Promise<StoredRange[]> {
  const rows = await db
    .selectFrom('expected_range')
    .select(['indicator_id as indicatorId', 'length', 'low', 'high', 'because'])
    .orderBy('indicator_id')
    .orderBy('length')
    .execute();
  return rows.map(({ length, ...range }) => ({ ...range, length: length === '' ? null : length }));
}
