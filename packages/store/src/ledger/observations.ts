import type { IsoDate, Observation } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { hashesOf } from './observation-hash.ts';

/**
 * Adds what is not yet known. A fact already recorded with the same reading is left alone, so loading twice changes
 * nothing; another reading of it becomes its next version. A reading that a person overruled stays overruled until its
 * source reads it anew.
 *
 * @returns how many rows were added
 */
export async function insertObservations(db: Db, observations: readonly Observation[]): Promise<number> {
  const of = <T>(pick: (o: Observation) => T): T[] => observations.map(pick);
  const hashes = observations.map(hashesOf);
  const { numAffectedRows = 0n } = await sql`
    with incoming as (
      select distinct on (fact_hash) *
      from unnest(
        ${hashes.map(({ fact }) => fact)}::text[], ${hashes.map(({ content }) => content)}::text[],
        ${of((o) => o.indicatorId)}::text[], ${of((o) => o.start)}::date[], ${of((o) => o.end)}::date[],
        ${of((o) => o.value)}::float8[], ${of((o) => o.qualifier)}::text[], ${of((o) => o.halfWidth)}::float8[],
        ${of((o) => o.agency)}::text[], ${of((o) => o.documentId)}::text[], ${of((o) => o.publishedOn)}::date[],
        ${of((o) => o.knownBy)}::date[], ${of((o) => o.knownByBasis)}::text[], ${of((o) => o.status)}::text[],
        ${of((o) => o.note)}::text[]
      ) with ordinality as t (fact_hash, content_hash, indicator_id, period_start, period_end, value, qualifier,
        half_width, agency, document_id, published_on, known_by, known_by_basis, status, note, position)
      order by fact_hash, position desc
    ), fresh as (
      select incoming.*, coalesce(latest.version, 0) + 1 as version
      from incoming left join lateral (
        select max(version) as version,
          (array_agg(content_hash order by version desc) filter (where overruled_by = ''))[1] as content_hash
        from observation where observation.fact_hash = decode(incoming.fact_hash, 'hex')
      ) latest on true
      where latest.content_hash is distinct from decode(incoming.content_hash, 'hex')
    )
    insert into observation (fact_hash, version, content_hash, indicator_id, period_start, period_end, value, qualifier,
      half_width, agency, document_id, published_on, known_by, known_by_basis, status, note)
    select decode(fact_hash, 'hex'), version, decode(content_hash, 'hex'), indicator_id, period_start, period_end, value,
      qualifier, half_width, agency, document_id, published_on, known_by, known_by_basis, status, note
    from fresh order by position
    on conflict (fact_hash, version) do nothing`.execute(db);
  return Number(numAffectedRows);
}

/** How many reports of each indicator were public at `asOf`, all readings counted; one without any is left out. */
export async function countObservations(
  db: Db,
  { indicatorIds, asOf }: { indicatorIds: readonly string[]; asOf: IsoDate },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('observation')
    .select(['indicator_id as id', (count) => count.fn.countAll<string>().as('count')])
    .where('indicator_id', 'in', ['', ...indicatorIds])
    .where('known_by', '<=', asOf)
    .groupBy('indicator_id')
    .orderBy('indicator_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/**
 * What was public at `asOf` about some indicators, in our newest reading, suspect values included: by indicator and
 * period, oldest first. No limit: a forecast needs every one.
 */
export async function listObservations(
  db: Db,
  { indicatorIds, asOf }: { indicatorIds: readonly string[]; asOf: IsoDate },
): Promise<Observation[]> {
  if (indicatorIds.length === 0) return [];
  const newest = db
    .selectFrom('observation')
    .distinctOn('fact_hash')
    .select(['id', 'indicator_id', 'period_start', 'period_end', 'value', 'qualifier', 'half_width', 'agency'])
    .select(['document_id', 'published_on', 'known_by', 'known_by_basis', 'status', 'note'])
    .where('indicator_id', 'in', indicatorIds)
    .orderBy('fact_hash')
    .orderBy('version', 'desc');
  return db
    .selectFrom(newest.as('o'))
    .select(['indicator_id as indicatorId', 'period_start as start', 'period_end as end', 'value', 'qualifier'])
    .select(['half_width as halfWidth', 'agency', 'document_id as documentId', 'published_on as publishedOn'])
    .select(['known_by as knownBy', 'known_by_basis as knownByBasis', 'status', 'note'])
    .where('known_by', '<=', asOf)
    .orderBy('indicator_id')
    .orderBy('period_end')
    .orderBy('period_start')
    .orderBy('known_by')
    .orderBy('id')
    .execute();
}
