import { type Kysely, sql } from 'kysely';

/** Alerts and their way out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alert (
      id uuid primary key default gen_random_uuid(),
      target_id text not null,
      previous_run_id uuid not null references run,
      run_id uuid not null references run,
      from_status text not null,
      to_status text not null,
      reason text not null,
      raised_on date not null,
      created_at timestamptz not null default now(),
      unique (target_id, previous_run_id, run_id)
    )`.execute(db);
  await sql`create index alert_target on alert (target_id, raised_on)`.execute(db);
  await sql`
    create table alert_delivery (
      id bigint generated always as identity primary key,
      alert_id uuid not null references alert,
      channel text not null,
      state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
      attempts integer not null default 0,
      next_attempt_at timestamptz not null default now(),
      last_error text,
      delivered_at timestamptz,
      unique (alert_id, channel)
    )`.execute(db);
  await sql`create index alert_delivery_due on alert_delivery (next_attempt_at) where state = 'pending'`.execute(db);
}
