import type { RollOutPlan } from '@hadaf/targets';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import { contentHash } from './content-hash.ts';

function hashOf(plan: RollOutPlan): string {
  return contentHash([plan.startsOn, ...plan.milestones.map((m) => [m.on, m.planned, m.source])]);
}

/**
 * Adds new plans with their milestones, and a next version of those that differ. Call in a transaction.
 *
 * @returns how many versions were added
 */
export async function insertPlans(db: Db, plans: readonly RollOutPlan[]): Promise<number> {
  const { rows } = await sql<{ target_id: string; version: number }>`
    insert into plan (target_id, version, content_hash, starts_on)
    select p.target_id, coalesce(latest.version, 0) + 1, decode(p.content_hash, 'hex'), p.starts_on
    from unnest(
      ${plans.map((p) => p.targetId)}::text[], ${plans.map(hashOf)}::text[], ${plans.map((p) => p.startsOn)}::date[]
    ) as p (target_id, content_hash, starts_on)
    left join lateral (
      select version, content_hash from plan where plan.target_id = p.target_id order by version desc limit 1
    ) latest on true
    where latest.content_hash is distinct from decode(p.content_hash, 'hex')
    returning target_id, version`.execute(db);
  const milestones = rows.flatMap(({ target_id, version }) =>
    (plans.find((plan) => plan.targetId === target_id)?.milestones ?? []).map(({ on, planned, source }) => ({
      ...{ target_id, plan_version: version, due_on: on, planned, source },
    })),
  );
  if (milestones.length > 0) await db.insertInto('milestone').values(milestones).execute();
  return rows.length;
}

/** The newest version of each target's plan, by target; milestones oldest first. */
export async function listPlans(db: Db, targetIds: readonly string[]): Promise<RollOutPlan[]> {
  if (targetIds.length === 0) return [];
  const rows = await db
    .selectFrom('plan')
    .distinctOn('target_id')
    .select(['target_id', 'version', 'starts_on'])
    .where('target_id', 'in', targetIds)
    .orderBy('target_id')
    .orderBy('version', 'desc')
    .execute();
  const milestones = await db
    .selectFrom('milestone')
    .select(['target_id', 'plan_version', 'due_on as on', 'planned', 'source'])
    .where('target_id', 'in', targetIds)
    .orderBy('due_on')
    .execute();
  return rows.map((plan) => ({
    targetId: plan.target_id,
    startsOn: plan.starts_on,
    milestones: milestones
      .filter((m) => m.target_id === plan.target_id && m.plan_version === plan.version)
      .map(({ on, planned, source }) => ({ on, planned, source })),
  }));
}
