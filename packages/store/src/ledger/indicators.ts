import { CodedError } from '@hadaf/platform';
import type { DefinitionChange, Indicator } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** An id is one indicator in the whole installation: another pack may not take it. */
async function refuseOtherPacks(db: Db, packId: string, indicators: readonly Indicator[]): Promise<void> {
  const taken = await db
    .selectFrom('indicator')
    .select(['id', 'pack_id'])
    .where(sql<string>`lower(id)`, 'in', ['', ...indicators.map((i) => i.id.toLowerCase())])
    .where('pack_id', '!=', packId)
    .orderBy('id')
    .execute();
  if (taken.length === 0) return;
  const faults = taken.map(
    (row) =>
      `indicators.csv, id: ${row.id} belongs to pack ${row.pack_id}; write another id, such as ${packId}_${row.id}`,
  );
  const message = `pack ${packId} uses ids of another pack; nothing was loaded`;
  throw new CodedError('PACK_CONFLICT', message, { faults });
}

/**
 * @returns how many indicators were new or differed
 * @throws CodedError PACK_CONFLICT when another pack has one of the ids
 */
export async function upsertIndicators(db: Db, packId: string, indicators: readonly Indicator[]): Promise<number> {
  await refuseOtherPacks(db, packId, indicators);
  const { numAffectedRows = 0n } = await sql`
    insert into indicator (id, pack_id, name, unit, kind, frequency, fiscal_first_month, definition, variant_of,
      definition_changes)
    select i.id, ${packId}, i.name, i.unit, i.kind, i.frequency, i.first_month, i.definition, i.variant_of,
      i.definition_changes
    from unnest(
      ${indicators.map((i) => i.id)}::text[], ${indicators.map((i) => i.name)}::text[],
      ${indicators.map((i) => i.unit)}::text[], ${indicators.map((i) => i.kind)}::text[],
      ${indicators.map((i) => i.frequency)}::text[], ${indicators.map((i) => i.calendar.firstMonth)}::smallint[],
      ${indicators.map((i) => i.definition)}::text[], ${indicators.map((i) => i.variantOf)}::text[],
      ${indicators.map((i) => (i.changes ? JSON.stringify(i.changes) : null))}::jsonb[]
    ) as i (id, name, unit, kind, frequency, first_month, definition, variant_of, definition_changes)
    on conflict (id) do update
      set name = excluded.name, unit = excluded.unit, kind = excluded.kind, frequency = excluded.frequency,
        fiscal_first_month = excluded.fiscal_first_month, definition = excluded.definition,
        variant_of = excluded.variant_of, definition_changes = excluded.definition_changes
      where indicator.* is distinct from excluded.*`.execute(db);
  return Number(numAffectedRows);
}

const columns = [
  ...(['id', 'name', 'unit', 'kind', 'frequency', 'fiscal_first_month', 'definition', 'variant_of'] as const),
  'definition_changes',
] as const;

function toIndicator(row: {
  id: string;
  name: string;
  unit: string;
  kind: Indicator['kind'];
  frequency: Indicator['frequency'];
  fiscal_first_month: number;
  definition: string;
  variant_of: string | null;
  definition_changes: DefinitionChange[] | null;
}): Indicator {
  const { fiscal_first_month, variant_of, definition_changes: changes, ...same } = row;
  const indicator = { ...same, calendar: { firstMonth: fiscal_first_month }, variantOf: variant_of };
  return changes ? { ...indicator, changes } : indicator;
}

/** The indicators of a pack, by id; a pack has tens. */
export async function listIndicators(db: Db, packId: string): Promise<Indicator[]> {
  const rows = await db.selectFrom('indicator').select(columns).where('pack_id', '=', packId).orderBy('id').execute();
  return rows.map(toIndicator);
}

/** The indicators of every pack, by id; an installation has hundreds. */
export async function listAllIndicators(db: Db): Promise<Indicator[]> {
  return (await db.selectFrom('indicator').select(columns).orderBy('id').execute()).map(toIndicator);
}

/** The indicator somebody names, whatever the case of the letters. */
export async function findIndicator(db: Db, id: string): Promise<Indicator | undefined> {
  const row = await db
    .selectFrom('indicator')
    .select(columns)
    .where(sql<boolean>`lower(id) = lower(${id})`)
    .orderBy(sql`id = ${id}`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toIndicator(row);
}

/** @throws CodedError INDICATOR_NOT_FOUND */
export async function getIndicator(db: Db, id: string): Promise<Indicator> {
  const found = await findIndicator(db, id);
  if (!found) throw new CodedError('INDICATOR_NOT_FOUND', `no indicator ${id}`);
  return found;
}

/** @throws CodedError INDICATOR_NOT_FOUND */
export async function getPackOfIndicator(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('indicator').select('pack_id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new CodedError('INDICATOR_NOT_FOUND', `no indicator ${id}`);
  return row.pack_id;
}
