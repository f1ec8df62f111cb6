import { type Kysely, sql } from 'kysely';

/** Schedules as a ledger of slots, the outbox that hands their jobs to the queue, and projections asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table schedule (
      id text primary key,
      cron text not null,
      zone text not null,
      catch_up text not null check (catch_up in ('skip', 'latest', 'all')),
      next_at timestamptz not null,
      payload jsonb not null
    )`.execute(db);
  await sql`
    create table schedule_slot (
      id bigint generated always as identity primary key,
      schedule_id text not null references schedule,
      slot timestamptz not null,
      planned_at timestamptz not null default now(),
      unique (schedule_id, slot)
    )`.execute(db);
  await sql`
    create table outbox (
      id bigint generated always as identity primary key,
      job text not null,
      payload jsonb not null,
      slot_id bigint references schedule_slot,
      created_at timestamptz not null default now(),
      sent_at timestamptz,
      done_at timestamptz
    )`.execute(db);
  await sql`create index outbox_unsent on outbox (id) where sent_at is null`.execute(db);
  await sql`create index outbox_unfinished on outbox (sent_at) where done_at is null`.execute(db);
  await sql`
    create table projection (
      id uuid primary key,
      request jsonb not null,
      state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
      progress jsonb,
      result jsonb,
      error jsonb,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      check ((finished_at is not null) = (state in ('done', 'failed')))
    )`.execute(db);
}
