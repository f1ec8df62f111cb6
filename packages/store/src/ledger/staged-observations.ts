import type { IsoDate, Observation } from '@hadaf/series';
import { sql } from 'kysely';
import type { CopyTransaction } from '../connection/copy-transaction.ts';
import type { Db } from '../connection/open-store.ts';
import { hashesOf } from './observation-hash.ts';

/** An observation and the line of the file it stands on. */
export interface StagedObservation {
  readonly line: number;
  readonly observation: Observation;
}

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
  /** The newest value on record for that period; null for a new one. */
  readonly previous: number | null;
}

/** Rows sent to the server at a time. */
const rowsAtATime = 1000;
const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function textOf(value: string): string {
  return special.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : value;
}

function copyLine({ line, observation: o }: StagedObservation): string {
  const { fact, content } = hashesOf(o);
  const hashes = `${line}\t\\\\x${fact}\t\\\\x${content}`;
  const printed = `${textOf(o.indicatorId)}\t${o.start}\t${o.end}\t${o.value}\t${o.qualifier}\t${o.halfWidth}`;
  const source = `${textOf(o.agency)}\t${textOf(o.documentId)}\t${o.publishedOn ?? '\\N'}\t${o.knownBy}`;
  return `${hashes}\t${printed}\t${source}\t${textOf(o.knownByBasis)}\t${o.status}\t${textOf(o.note)}\n`;
}

async function* copyLines(rows: AsyncIterable<readonly StagedObservation[]>): AsyncGenerator<string> {
  let pending = '';
  let count = 0;
  for await (const batch of rows) {
    for (const row of batch) {
      pending += copyLine(row);
      count += 1;
      if (count % rowsAtATime !== 0) continue;
      yield pending;
      pending = '';
    }
  }
  if (pending !== '') yield pending;
}

/** Puts rows into a table of the transaction's own, to be compared with the ledger. */
export async function stageObservations(
  { db, copyIn }: CopyTransaction,
  rows: AsyncIterable<readonly StagedObservation[]>,
): Promise<void> {
  await sql`set local work_mem = '64MB'`.execute(db);
  await sql`
    create temporary table staged (
      line integer not null, fact_hash bytea not null, content_hash bytea not null, indicator_id text not null,
      period_start date not null, period_end date not null, value float8 not null, qualifier text not null,
      half_width float8 not null, agency text not null, document_id text not null, published_on date,
      known_by date not null, known_by_basis text not null, status text not null, note text not null
    ) on commit drop`.execute(db);
  await copyIn('copy staged from stdin', copyLines(rows));
  await sql`analyze staged (fact_hash, indicator_id, period_start, period_end)`.execute(db);
}

/** Removes rows that repeat an earlier one. @returns them, by line, up to a limit; the caller refuses those that disagree */
export async function removeRepeats(db: Db, limit: number): Promise<{ count: number; rows: RepeatedRow[] }> {
  await sql`
    create temporary table repeated on commit drop as
    select fact_hash, min(line) as first_line from staged group by fact_hash having count(*) > 1`.execute(db);
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

/** Works out what the staged rows would change, for `listStagedChanges` and `insertStaged`. */
export async function compareStaged(db: Db, total: number): Promise<StagedChanges> {
  await sql`
    create temporary table recorded on commit drop as
    select o.fact_hash, max(o.version) as version,
      (array_agg(o.content_hash order by o.version desc) filter (where o.overruled_by = ''))[1] as content_hash
    from staged join observation o using (fact_hash) group by o.fact_hash`.execute(db);
  await sql`
    create temporary table reported on commit drop as
    select * from (select distinct indicator_id, period_start, period_end from staged) s
    where exists (
      select from observation o
      where o.indicator_id = s.indicator_id and o.period_end = s.period_end and o.period_start = s.period_start)`.execute(
    db,
  );
  await sql`analyze recorded, reported`.execute(db);
  const met = await sql<{ any: boolean }>`
    select exists (select from recorded) or exists (select from reported) as any`.execute(db);
  if (met.rows[0]?.any === false) return { fresh: total, revised: 0, known: 0 };
  const { rows } = await sql<{ changed: number; revised: number }>`
    select count(*)::int as changed, count(p.indicator_id)::int as revised
    from staged s left join recorded r using (fact_hash)
      left join reported p using (indicator_id, period_start, period_end)
    where r.content_hash is distinct from s.content_hash`.execute(db);
  const { changed = 0, revised = 0 } = rows[0] ?? {};
  return { fresh: changed - revised, revised, known: total - changed };
}

/** The first rows that would change the ledger, in the order of the file: COPY keeps it. */
export async function listStagedChanges(db: Db, limit: number): Promise<StagedChange[]> {
  const { rows } = await sql<StagedChange>`
    select s.line, case when previous.value is null then 'new' else 'revised' end as kind,
      s.indicator_id as "indicatorId", s.period_start as start, s.period_end as "end", s.value, previous.value as previous
    from (
      select s.* from staged s left join recorded r using (fact_hash)
      where r.content_hash is distinct from s.content_hash limit ${limit}
    ) s left join lateral (
      select value from observation o
      where o.indicator_id = s.indicator_id and o.period_end = s.period_end and o.period_start = s.period_start
      order by o.known_by desc, o.id desc limit 1
    ) previous on true
    order by s.line`.execute(db);
  return rows;
}

/** From here on an index is built anew sooner than row by row; meanwhile readers of observations wait. */
const bulkRows = 100_000;

async function outweighsLedger(db: Db, changes: readonly { readonly added: number }[]): Promise<boolean> {
  const added = changes.reduce((sum, change) => sum + change.added, 0);
  if (added < bulkRows) return false;
  const { rows } = await sql<{ isSmaller: boolean }>`
    select count(*) < ${added} as "isSmaller" from (select from observation limit ${added}) o`.execute(db);
  return rows[0]?.isSmaller ?? false;
}

/**
 * Adds the staged rows that are not on record. Hold the ledger's lock from before `compareStaged`.
 *
 * @returns how many were added, by pack
 */
export async function insertStaged(db: Db): Promise<{ packId: string; added: number }[]> {
  const { rows } = await sql<{ packId: string; added: number }>`
    select pack_id as "packId", count(*)::int as added
    from staged s left join recorded r using (fact_hash) join indicator on indicator.id = s.indicator_id
    where r.content_hash is distinct from s.content_hash
    group by pack_id order by pack_id`.execute(db);
  const isBulk = await outweighsLedger(db, rows);
  if (isBulk) await sql`drop index observation_indicator`.execute(db);
  await sql`
    insert into observation (fact_hash, version, content_hash, indicator_id, period_start, period_end, value,
      qualifier, half_width, agency, document_id, published_on, known_by, known_by_basis, status, note)
    select s.fact_hash, coalesce(r.version, 0) + 1, s.content_hash, s.indicator_id, s.period_start, s.period_end,
      s.value, s.qualifier, s.half_width, s.agency, s.document_id, s.published_on, s.known_by, s.known_by_basis,
      s.status, s.note
    from staged s left join recorded r using (fact_hash)
    where r.content_hash is distinct from s.content_hash
    order by s.fact_hash`.execute(db);
  if (isBulk) await sql`create index observation_indicator on observation (indicator_id, period_end)`.execute(db);
  return rows;
}
