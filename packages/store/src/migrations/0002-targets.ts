import { type Kysely, sql } from 'kysely';

/** Claims that something will be reached, and the plans to get there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table target (
      id text not null,
      version integer not null check (version > 0),
      content_hash bytea not null check (length(content_hash) = 32),
      pack_id text not null references pack,
      title text not null,
      indicator_id text not null,
      measure_indicator_id text references indicator,
      measure_assumption text,
      not_measurable_because text,
      value double precision not null check (value > '-Infinity' and value < 'Infinity'),
      unit text not null,
      direction text not null check (direction in ('up', 'down')),
      kind text not null check (kind in ('level', 'event', 'roll-out')),
      due jsonb not null check (jsonb_typeof(due) = 'array'),
      due_wording text not null,
      baseline_wording text not null,
      announced_on date,
      known_by date not null,
      announced_by text not null,
      document_id text not null references document,
      note text not null,
      standing text not null check (standing in ('official', 'projection')),
      recorded_at timestamptz not null default now(),
      primary key (id, version),
      check (measure_indicator_id is not null or not_measurable_because is not null),
      check (measure_indicator_id is not null or measure_assumption is null)
    )`.execute(db);
  await sql`
    create table plan (
      target_id text not null,
      version integer not null check (version > 0),
      content_hash bytea not null check (length(content_hash) = 32),
      starts_on date not null,
      recorded_at timestamptz not null default now(),
      primary key (target_id, version)
    )`.execute(db);
  await sql`
    create table milestone (
      target_id text not null,
      plan_version integer not null,
      due_on date not null,
      planned double precision not null check (planned >= 0 and planned < 'Infinity'),
      source text not null,
      primary key (target_id, plan_version, due_on),
      foreign key (target_id, plan_version) references plan (target_id, version)
    )`.execute(db);
  for (const table of ['target', 'plan', 'milestone']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
