import type { AlertState } from '@hadaf/targets';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';

/** Where one rule stands on one target. */
export interface StoredAlertState extends AlertState {
  readonly ruleId: string;
  readonly targetId: string;
}

/** The newest state of every rule and target of a pack, those of one run left out: what that run found before it. */
export async function listAlertStates(
  db: Db,
  { packId, beforeRunId }: { packId: string; beforeRunId: string },
): Promise<StoredAlertState[]> {
  return db
    .selectFrom('alert_state')
    .distinctOn(['rule_id', 'target_id'])
    .select(['rule_id as ruleId', 'target_id as targetId', 'standing', 'streak', 'counted', 'reason'])
    .where('pack_id', '=', packId)
    .where('run_id', '!=', beforeRunId)
    .orderBy('rule_id')
    .orderBy('target_id')
    .orderBy('id', 'desc')
    .execute();
}

/** Records where rules stand after a run; a second time changes nothing. */
export async function insertAlertStates(
  db: Db,
  { packId, runId }: { packId: string; runId: string },
  states: readonly StoredAlertState[],
): Promise<void> {
  await sql`
    insert into alert_state (pack_id, rule_id, target_id, run_id, standing, streak, counted, reason)
    select ${packId}, s.rule_id, s.target_id, ${runId}::uuid, s.standing, s.streak, s.counted, s.reason
    from unnest(
      ${states.map((s) => s.ruleId)}::text[], ${states.map((s) => s.targetId)}::text[],
      ${states.map((s) => s.standing)}::text[], ${states.map((s) => s.streak)}::int[],
      ${states.map((s) => s.counted)}::date[], ${states.map((s) => s.reason)}::text[]
    ) as s (rule_id, target_id, standing, streak, counted, reason)
    on conflict (run_id, rule_id, target_id) do nothing`.execute(db);
}
