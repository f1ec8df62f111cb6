import { type Kysely, sql } from 'kysely';

/** What-if questions of packs and of people, and their answers, kept byte by byte. Nothing is changed or lost. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pack_scenario (
      pack_id text not null references pack,
      id text not null,
      version integer not null check (version > 0),
      content_hash bytea not null check (length(content_hash) = 32),
      position integer not null,
      detail jsonb,
      recorded_at timestamptz not null default now(),
      primary key (pack_id, id, version)
    )`.execute(db);
  await sql`
    create table scenario (
      id uuid primary key,
      pack_id text not null references pack,
      target_id text not null,
      name text not null check (length(name) between 1 and 120),
      generation integer not null check (generation > 0),
      specification jsonb not null,
      created_by text not null,
      recorded_at timestamptz not null default now(),
      unique (pack_id, target_id, name, generation)
    )`.execute(db);
  await sql`
    create table scenario_deletion (
      scenario_id uuid primary key references scenario,
      deleted_by text not null,
      recorded_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table scenario_answer (
      scenario_id text not null,
      specification_hash bytea not null check (length(specification_hash) = 32),
      vintage date not null,
      config_hash text not null,
      body text not null,
      answered_at timestamptz not null default clock_timestamp(),
      primary key (scenario_id, specification_hash, vintage, config_hash)
    )`.execute(db);
  for (const table of ['pack_scenario', 'scenario', 'scenario_deletion', 'scenario_answer']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
