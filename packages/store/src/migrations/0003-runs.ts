import { type Kysely, sql } from 'kysely';

/** Runs, their progress, and what they found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table run (
      id uuid primary key,
      key text not null unique,
      pack_id text not null references pack,
      trigger text not null check (trigger in ('start', 'schedule', 'manual')),
      as_of date not null,
      config_hash text not null,
      state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
      error jsonb,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      check ((finished_at is not null) = (state in ('done', 'failed')))
    )`.execute(db);
  await sql`create index run_pack on run (pack_id, created_at)`.execute(db);
  await sql`
    create table run_progress (
      run_id uuid not null references run,
      stage text not null,
      done integer not null check (done between 0 and total),
      total integer not null,
      updated_at timestamptz not null default now(),
      primary key (run_id, stage)
    )`.execute(db);
  await sql`
    create table run_shard (
      run_id uuid not null references run,
      shard integer not null check (shard >= 0),
      target_ids text[] not null,
      done_at timestamptz,
      primary key (run_id, shard)
    )`.execute(db);
  await sql`
    create table forecast (
      id bigint generated always as identity primary key,
      run_id uuid not null references run,
      series_id text not null,
      vintage date not null,
      config_hash text not null,
      origin date not null,
      horizon integer not null check (horizon > 0),
      period_ends date[] not null check (cardinality(period_ends) = horizon),
      levels double precision[] not null check (0 < all (levels) and 1 > all (levels)),
      quantiles double precision[] not null check (cardinality(quantiles) = horizon * cardinality(levels)),
      median double precision[] not null check (cardinality(median) = horizon),
      models jsonb not null,
      request jsonb not null,
      created_at timestamptz not null default now(),
      unique (series_id, vintage, config_hash)
    )`.execute(db);
  await sql`
    create table assessment (
      id bigint generated always as identity primary key,
      run_id uuid not null references run,
      target_id text not null,
      target_version integer not null,
      vintage date not null,
      config_hash text not null,
      status text not null check (status in
        ('achieved', 'on-track', 'at-risk', 'off-track', 'not-assessable', 'not-measurable')),
      reason text not null,
      probability_at_date double precision check (probability_at_date between 0 and 1),
      probability_by_date double precision check (probability_by_date between 0 and 1),
      forecast_id bigint references forecast,
      detail jsonb not null,
      created_at timestamptz not null default now(),
      unique (target_id, vintage, config_hash),
      foreign key (target_id, target_version) references target (id, version)
    )`.execute(db);
  await sql`
    create table run_assessment (
      run_id uuid not null references run,
      target_id text not null,
      assessment_id bigint not null references assessment,
      primary key (run_id, target_id)
    )`.execute(db);
  for (const table of ['forecast', 'assessment', 'run_assessment']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
