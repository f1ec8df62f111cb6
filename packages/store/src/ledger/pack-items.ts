import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { contentHash } from './content-hash.ts';

export type PackItemKind = 'claim' | 'conflict' | 'agency' | 'alert_rule' | 'stated_release' | 'pack_scenario';

/** A claim, a conflict or another thing of a pack, as the pack states it. */
export interface PackItem {
  readonly id: string;
  readonly detail: unknown;
}

const withdrawn = contentHash(['withdrawn']);

/**
 * Adds new items of a pack, a next version of those that differ, and a last one of those it states no more.
 *
 * @returns how many versions were added
 */
export async function insertPackItems(
  db: Db,
  kind: PackItemKind,
  packId: string,
  items: readonly PackItem[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with stated as (
      select * from unnest(
        ${items.map(({ id }) => id)}::text[], ${items.map(({ detail }, i) => contentHash([i, detail]))}::text[],
        ${items.map((_, i) => i)}::int[], ${items.map(({ detail }) => JSON.stringify(detail))}::jsonb[]
      ) as t (id, content_hash, position, detail)
    ), latest as (
      select distinct on (id) id, version, content_hash, position from ${sql.table(kind)}
      where pack_id = ${packId} order by id, version desc
    )
    insert into ${sql.table(kind)} (pack_id, id, version, content_hash, position, detail)
    select ${packId}, id, coalesce(latest.version, 0) + 1, decode(coalesce(stated.content_hash, ${withdrawn}), 'hex'),
      coalesce(stated.position, latest.position), stated.detail
    from stated full join latest using (id)
    where latest.content_hash is distinct from decode(coalesce(stated.content_hash, ${withdrawn}), 'hex')`.execute(db);
  return Number(numAffectedRows);
}

/** What a pack states now, in its own order; a pack has hundreds. */
export async function listPackItems(db: Db, kind: PackItemKind, packId: string): Promise<unknown[]> {
  const { rows } = await sql<{ detail: unknown }>`
    select detail from (
      select distinct on (id) id, position, detail from ${sql.table(kind)}
      where pack_id = ${packId} order by id, version desc
    ) newest where detail is not null order by position`.execute(db);
  return rows.map(({ detail }) => detail);
}
