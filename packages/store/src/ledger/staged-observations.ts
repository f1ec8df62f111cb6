import { CodedError } from '@hadaf/platform';
import type { IsoDate, Observation } from '@hadaf/series';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** Rows that state the same fact; `agrees` where they also read it alike. */
export interface RepeatedRow {
  readonly line: number;
  readonly firstLine: number;
  readonly agrees: boolean;
}

/** What staged rows would do to the ledger. */
export interface StagedChanges {
  /** First reports of their period. */
  readonly fresh: number;
  /** Another report of a period already reported, or another reading of one on record. */
  readonly revised: number;
  /** On record already. */
  readonly known: number;
}

/** One of the rows that would change the ledger. */
export interface StagedChange {
  readonly line: number;
  readonly kind: 'new' | 'revised';
  readonly indicatorId: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly value: number;
  readonly halfWidth: number;
  readonly qualifier: Observation['qualifier'];
  /** The newest value on record for that period, and how it was stated; null for a new one. */
  readonly previous: number | null;
  readonly previousHalfWidth: number | null;
  readonly previousQualifier: Observation['qualifier'] | null;
}

/** Removes rows that repeat an earlier one. @returns them, by line, up to a limit; the caller refuses those that disagree */
export async function removeRepeats(db: Db, limit: number): Promise<{ count: number; rows: RepeatedRow[] }> {
  await sql`
    create temporary table repeated on commit drop as
    select fact_hash, min(line) as first_line
    from staged where fact_hash in (select fact_hash from staged where may_repeat)
    group by fact_hash having count(*) > 1`.execute(db);
  const { rows } = await sql<RepeatedRow>`
    select s.line, r.first_line as "firstLine", s.content_hash = first.content_hash as agrees
    from repeated r join staged s on s.fact_hash = r.fact_hash and s.line > r.first_line
      join staged first on first.fact_hash = r.fact_hash and first.line = r.first_line
    order by agrees, s.line limit ${limit}`.execute(db);
  if (rows.length === 0) return { count: 0, rows };
  const { numAffectedRows = 0n } = await sql`
    delete from staged using repeated
    where staged.fact_hash = repeated.fact_hash and staged.line > repeated.first_line`.execute(db);
  return { count: Number(numAffectedRows), rows };
}

interface ChangeCounts {
  readonly changed: number;
  readonly revised: number;
}

async function hasRecorded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from recorded) as any`.execute(db);
  return rows[0]?.any ?? true;
}

/** Works out what the staged rows would change, for `listStagedChanges` and `insertStaged`. */
export async function compareStaged(db: Db, total: number): Promise<StagedChanges> {
  await sql`
    create temporary table recorded on commit drop as
    select o.fact_hash, max(o.version) as version,
      (array_agg(o.content_hash order by o.version desc) filter (where o.overruled_by = ''))[1] as content_hash
    from staged join observation o using (fact_hash) group by o.fact_hash`.execute(db);
  await sql`
    create temporary table stated on commit drop as
    select s.*, exists (
      select from observation o
      where o.indicator_id = s.indicator_id and o.period_end = s.period_end and o.period_start = s.period_start
    ) as is_reported
    from (
      select indicator_id, period_start, period_end, count(*)::int as reports from staged
      group by indicator_id, period_start, period_end
    ) s`.execute(db);
  await sql`analyze recorded, stated`.execute(db);
  const { rows } = await ((await hasRecorded(db))
    ? sql<ChangeCounts>`
    select count(*)::int as changed, (count(*) filter (where p.is_reported))::int as revised
    from staged s left join recorded r using (fact_hash) join stated p using (indicator_id, period_start, period_end)
    where r.content_hash is distinct from s.content_hash`
    : sql<ChangeCounts>`
    select coalesce(sum(reports), 0)::int as changed, coalesce(sum(reports) filter (where is_reported), 0)::int as revised
    from stated`
  ).execute(db);
  const { changed = 0, revised = 0 } = rows[0] ?? {};
  return { fresh: changed - revised, revised, known: total - changed };
}

/** The first rows that would change the ledger, in the order of the file: COPY keeps it. */
export async function listStagedChanges(db: Db, limit: number): Promise<StagedChange[]> {
  const { rows } = await sql<StagedChange>`
    select s.line, case when previous.value is null then 'new' else 'revised' end as kind,
      s.indicator_id as "indicatorId", s.period_start as start, s.period_end as "end", s.value,
      s.half_width as "halfWidth", s.qualifier, previous.value as previous, previous.half_width as "previousHalfWidth",
      previous.qualifier as "previousQualifier"
    from (
      select s.* from staged s left join recorded r using (fact_hash)
      where r.content_hash is distinct from s.content_hash limit ${limit}
    ) s left join lateral (
      select value, half_width, qualifier from observation o
      where o.indicator_id = s.indicator_id and o.period_end = s.period_end and o.period_start = s.period_start
      order by o.known_by desc, o.id desc limit 1
    ) previous on true
    order by s.line`.execute(db);
  return rows;
}

/** From here on indexes are built anew sooner than row by row; meanwhile readers of observations wait. */
const bulkRows = 100_000;

async function outweighsLedger(db: Db, changes: readonly { readonly added: number }[]): Promise<boolean> {
  const added = changes.reduce((sum, change) => sum + change.added, 0);
  if (added < bulkRows) return false;
  const { rows } = await sql<{ isSmaller: boolean }>`
    select count(*) < ${added} as "isSmaller" from (select from observation limit ${added}) o`.execute(db);
  return rows[0]?.isSmaller ?? false;
}

/** @throws CodedError STORE_CONFLICT */
async function requireReferences(db: Db): Promise<void> {
  const { rows } = await sql<{ isMissing: boolean }>`
    select exists (select indicator_id from staged except select id from indicator)
      or exists (select document_id from staged except select id from document) as "isMissing"`.execute(db);
  if (rows[0]?.isMissing) throw new CodedError('STORE_CONFLICT', 'a staged row names an unknown indicator or document');
}

/**
 * Does the work without the indexes of observations and builds them after it; what the statement's trigger asks of the
 * rows is asked of the staged ones first. Nobody sees the table in between: the transaction locks it.
 */
async function inBulk(db: Db, work: () => Promise<unknown>): Promise<void> {
  await requireReferences(db);
  await sql`drop trigger references_exist on observation`.execute(db); // disabled, it would still copy every row
  await sql`
    alter table observation drop constraint observation_pkey,
      drop constraint observation_fact_hash_version_key`.execute(db);
  await sql`drop index observation_indicator`.execute(db);
  await work();
  await sql`
    create trigger references_exist after insert on observation referencing new table as added
    for each statement execute function require_references()`.execute(db);
  await sql`
    alter table observation add constraint observation_pkey primary key (id),
      add constraint observation_fact_hash_version_key unique (fact_hash, version)`.execute(db);
  await sql`create index observation_indicator on observation (indicator_id, period_end)`.execute(db);
}

/** How many staged rows are not on record, by pack; where none is, without reading them again. */
async function listAdditions(db: Db): Promise<{ packId: string; added: number }[]> {
  const changed = (await hasRecorded(db))
    ? sql`
      select s.indicator_id, count(*) as added from staged s left join recorded r using (fact_hash)
      where r.content_hash is distinct from s.content_hash group by s.indicator_id`
    : sql`select indicator_id, sum(reports) as added from stated group by indicator_id`;
  const { rows } = await sql<{ packId: string; added: number }>`
    select pack_id as "packId", sum(added)::int as added
    from (${changed}) s join indicator on indicator.id = s.indicator_id
    group by pack_id order by pack_id`.execute(db);
  return rows;
}

/**
 * Adds the staged rows that are not on record. Hold the ledger's lock from before `compareStaged`.
 *
 * @returns how many were added, by pack
 */
export async function insertStaged(db: Db): Promise<{ packId: string; added: number }[]> {
  const additions = await listAdditions(db);
  const insert = (order: RawBuilder<unknown>) =>
    sql`
    insert into observation (fact_hash, version, content_hash, indicator_id, period_start, period_end, value,
      qualifier, half_width, agency, document_id, published_on, known_by, known_by_basis, status, note)
    select s.fact_hash, coalesce(r.version, 0) + 1, s.content_hash, s.indicator_id, s.period_start, s.period_end,
      s.value, s.qualifier, s.half_width, s.agency, s.document_id, s.published_on, s.known_by, s.known_by_basis,
      s.status, s.note
    from staged s left join recorded r using (fact_hash)
    where r.content_hash is distinct from s.content_hash ${order}`.execute(db);
  if (await outweighsLedger(db, additions)) await inBulk(db, () => insert(sql``));
  else await insert(sql`order by s.fact_hash`); // neighbours in the index, so that its pages are met in turn
  return additions;
}
