import { CodedError } from '@hadaf/platform';
import type { Target } from '@hadaf/targets';
import { type Selectable, sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import type { Schema } from '../schema.ts';
import { contentHash } from './content-hash.ts';

/** A claim as read in one version; 1 is the first reading. */
export interface TargetVersion {
  readonly version: number;
  readonly packId: string;
  readonly target: Target;
}

function hashOf(packId: string, t: Target): string {
  const due = t.due.map((reading) => [reading.label, reading.start, reading.end]);
  return contentHash([
    ...[packId, t.id, t.title, t.indicatorId, t.measure?.indicatorId, t.measure?.assumption, t.notMeasurableBecause],
    ...[t.value, t.unit, t.direction, t.kind, due, t.dueWording, t.baselineWording, t.announcedOn, t.knownBy],
    ...[t.announcedBy, t.documentId, t.note, t.standing],
    ...(t.terms ? [t.terms] : []),
  ]);
}

async function refuseOtherPacks(db: Db, packId: string, targets: readonly Target[]): Promise<void> {
  const taken = await db
    .selectFrom('target')
    .distinct()
    .select(['id', 'pack_id'])
    .where(sql<string>`lower(id)`, 'in', ['', ...targets.map((t) => t.id.toLowerCase())])
    .where('pack_id', '!=', packId)
    .orderBy('id')
    .execute();
  if (taken.length === 0) return;
  const faults = taken.map(
    (row) => `targets.csv, id: ${row.id} belongs to pack ${row.pack_id}; write another id, such as ${packId}_${row.id}`,
  );
  const message = `pack ${packId} uses ids of another pack; nothing was loaded`;
  throw new CodedError('PACK_CONFLICT', message, { faults });
}

/**
 * Adds new claims, and a next version of those that read differently now.
 *
 * @returns how many versions were added
 * @throws CodedError PACK_CONFLICT when another pack has one of the ids
 */
export async function insertTargets(db: Db, packId: string, targets: readonly Target[]): Promise<number> {
  await refuseOtherPacks(db, packId, targets);
  const of = <T>(pick: (t: Target) => T): T[] => targets.map(pick);
  const { numAffectedRows = 0n } = await sql`
    insert into target (id, version, content_hash, pack_id, title, indicator_id, measure_indicator_id,
      measure_assumption, not_measurable_because, value, unit, direction, kind, due, due_wording, baseline_wording,
      announced_on, known_by, announced_by, document_id, note, standing, terms)
    select t.id, coalesce(latest.version, 0) + 1, decode(t.content_hash, 'hex'), ${packId}, t.title, t.indicator_id,
      t.measure_indicator_id, t.measure_assumption, t.not_measurable_because, t.value, t.unit, t.direction, t.kind,
      t.due, t.due_wording, t.baseline_wording, t.announced_on, t.known_by, t.announced_by, t.document_id, t.note,
      t.standing, t.terms
    from unnest(
      ${of((t) => t.id)}::text[], ${of((t) => hashOf(packId, t))}::text[], ${of((t) => t.title)}::text[],
      ${of((t) => t.indicatorId)}::text[], ${of((t) => t.measure?.indicatorId ?? null)}::text[],
      ${of((t) => t.measure?.assumption ?? null)}::text[], ${of((t) => t.notMeasurableBecause)}::text[],
      ${of((t) => t.value)}::float8[], ${of((t) => t.unit)}::text[], ${of((t) => t.direction)}::text[],
      ${of((t) => t.kind)}::text[], ${of((t) => JSON.stringify(t.due))}::jsonb[], ${of((t) => t.dueWording)}::text[],
      ${of((t) => t.baselineWording)}::text[], ${of((t) => t.announcedOn)}::date[], ${of((t) => t.knownBy)}::date[],
      ${of((t) => t.announcedBy)}::text[], ${of((t) => t.documentId)}::text[], ${of((t) => t.note)}::text[],
      ${of((t) => t.standing)}::text[], ${of((t) => (t.terms ? JSON.stringify(t.terms) : null))}::jsonb[]
    ) as t (id, content_hash, title, indicator_id, measure_indicator_id, measure_assumption, not_measurable_because,
      value, unit, direction, kind, due, due_wording, baseline_wording, announced_on, known_by, announced_by,
      document_id, note, standing, terms)
    left join lateral (
      select version, content_hash from target where target.id = t.id order by version desc limit 1
    ) latest on true
    where latest.content_hash is distinct from decode(t.content_hash, 'hex')
    on conflict (id, version) do nothing`.execute(db);
  return Number(numAffectedRows);
}

function toTargetVersion(row: Omit<Selectable<Schema['target']>, 'content_hash' | 'recorded_at'>): TargetVersion {
  const measure =
    row.measure_indicator_id === null
      ? null
      : { indicatorId: row.measure_indicator_id, assumption: row.measure_assumption };
  const { id, title, value, unit, direction, kind, due, note, standing } = row;
  const target: Target = {
    ...{ id, title, indicatorId: row.indicator_id, measure, notMeasurableBecause: row.not_measurable_because },
    ...{ value, unit, direction, kind, due, dueWording: row.due_wording, baselineWording: row.baseline_wording },
    ...{ announcedOn: row.announced_on, knownBy: row.known_by, announcedBy: row.announced_by },
    ...{ documentId: row.document_id, note, standing },
    ...(row.terms && { terms: row.terms }),
  };
  return { version: row.version, packId: row.pack_id, target };
}

function selectTargets(db: Db) {
  return db
    .selectFrom('target')
    .select(['id', 'version', 'pack_id', 'title', 'indicator_id', 'measure_indicator_id', 'measure_assumption'])
    .select(['not_measurable_because', 'value', 'unit', 'direction', 'kind', 'due', 'due_wording'])
    .select([
      'baseline_wording',
      'announced_on',
      'known_by',
      'announced_by',
      'document_id',
      'note',
      'standing',
      'terms',
    ]);
}

/** The newest version of every target of a pack, by id; a pack has tens. */
export async function listTargets(db: Db, packId: string): Promise<TargetVersion[]> {
  const rows = await selectTargets(db)
    .distinctOn('id')
    .where('pack_id', '=', packId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toTargetVersion);
}

/** Every version of one target, newest first; a claim is read anew a few times in its life. */
export async function listTargetVersions(db: Db, id: string): Promise<TargetVersion[]> {
  const rows = await selectTargets(db).where('id', '=', id).orderBy('version', 'desc').execute();
  return rows.map(toTargetVersion);
}

/** The newest version of the target somebody names, whatever the case of the letters. */
export async function findTarget(db: Db, id: string): Promise<TargetVersion | undefined> {
  const row = await selectTargets(db)
    .where(sql<boolean>`lower(id) = lower(${id})`)
    .orderBy(sql`id = ${id}`, 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toTargetVersion(row);
}

/** @throws CodedError TARGET_NOT_FOUND */
export async function getTarget(db: Db, id: string): Promise<TargetVersion> {
  const found = await findTarget(db, id);
  if (!found) throw new CodedError('TARGET_NOT_FOUND', `no target ${id}`);
  return found;
}
