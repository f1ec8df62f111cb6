import { type Kysely, sql } from 'kysely';

/** Where each alert rule stands on each target, run by run; alerts say which rule raised or cleared them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alert_state (
      id bigint generated always as identity primary key,
      pack_id text not null references pack,
      rule_id text not null,
      target_id text not null,
      run_id uuid not null references run,
      standing text not null check (standing in ('ok', 'pending', 'firing', 'recovering')),
      streak integer not null check (streak >= 0),
      counted date,
      reason text not null,
      recorded_at timestamptz not null default now(),
      unique (run_id, rule_id, target_id)
    )`.execute(db);
  await sql`create index alert_state_newest on alert_state (pack_id, rule_id, target_id, id desc)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on alert_state
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    alter table alert
      add column rule_id text not null default 'status-worsened',
      add column transition text not null default 'raised' check (transition in ('raised', 'cleared')),
      drop constraint alert_target_id_previous_run_id_run_id_key,
      add constraint alert_once unique (target_id, previous_run_id, run_id, rule_id)`.execute(db);
}
