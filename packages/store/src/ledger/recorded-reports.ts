import type { Observation } from '@hadaf/series';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import type { Schema } from '../schema.ts';

/** How far the ledger had been filled: after a row of it, or by an instant, which is all that is known of older runs. */
export type LedgerPoint =
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'instant'; readonly instant: string }
  | { readonly kind: 'now' };

/** A report as it was read at some point of the ledger's life. */
export interface RecordedReport {
  /** Names the fact; equal facts are versions of each other. */
  readonly fact: string;
  readonly version: number;
  /** The instant this reading came into the ledger. */
  readonly recordedAt: string;
  readonly observation: Observation;
}

/**
 * The newest row of the ledger's observations, `0` in an empty one. Writers hold `lockLedger`, so that what a reader sees
 * are the rows up to this one and no others.
 */
export async function findLedgerMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select coalesce(max(id), 0) as mark from observation`.execute(db);
  return rows[0]?.mark ?? '0';
}

type Bound = Exclude<LedgerPoint, { readonly kind: 'now' }>;

function until<O>(readings: SelectQueryBuilder<Schema, 'observation', O>, point: Bound) {
  return point.kind === 'mark'
    ? readings.where('observation.id', '<=', point.mark)
    : readings.where('observation.recorded_at', '<=', point.instant);
}

/** Every fact about some indicators in the reading that was the newest at a point, by period and the day it became known. */
export async function listRecordedReports(
  db: Db,
  indicatorIds: readonly string[],
  point: LedgerPoint,
): Promise<RecordedReport[]> {
  if (indicatorIds.length === 0) return [];
  const readings = db
    .selectFrom('observation')
    .distinctOn('fact_hash')
    .select(['id', 'fact_hash', 'version', 'recorded_at', 'indicator_id', 'period_start', 'period_end', 'value'])
    .select(['qualifier', 'half_width', 'agency', 'document_id', 'published_on', 'known_by', 'known_by_basis'])
    .select(['status', 'note'])
    .where('indicator_id', 'in', indicatorIds)
    .orderBy('fact_hash')
    .orderBy('version', 'desc');
  const newest = point.kind === 'now' ? readings : until(readings, point);
  const rows = await db
    .selectFrom(newest.as('o'))
    .select(['fact_hash', 'version', 'recorded_at as recordedAt', 'indicator_id as indicatorId'])
    .select(['period_start as start', 'period_end as end', 'value', 'qualifier', 'half_width as halfWidth', 'agency'])
    .select(['document_id as documentId', 'published_on as publishedOn', 'known_by as knownBy'])
    .select(['known_by_basis as knownByBasis', 'status', 'note'])
    .orderBy('indicator_id')
    .orderBy('period_end')
    .orderBy('period_start')
    .orderBy('known_by')
    .orderBy('id')
    .execute();
  return rows.map(({ fact_hash, version, recordedAt, ...observation }) => ({
    fact: fact_hash.toString('hex'),
    version,
    recordedAt,
    observation,
  }));
}

/** The first day on which anything about a pack was public: a report of it or one of its targets; null where nothing is. */
export async function findFirstKnownDay(db: Db, packId: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select least(
      (select min(o.known_by) from observation o join indicator i on i.id = o.indicator_id where i.pack_id = ${packId}),
      (select min(known_by) from target where pack_id = ${packId})) as day`.execute(db);
  return rows[0]?.day ?? null;
}
