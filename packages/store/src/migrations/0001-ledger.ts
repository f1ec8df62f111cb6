import { type Kysely, sql } from 'kysely';

/** Sources and what they say: documents, indicators, observations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
    end $$`.execute(db);
  await sql`
    create table pack (
      id text primary key,
      title text not null,
      content_hash text not null,
      loaded_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table document (
      id text primary key,
      title text not null,
      publisher text not null,
      url text not null,
      published_on date
    )`.execute(db);
  await sql`
    create table indicator (
      id text primary key,
      pack_id text not null references pack,
      name text not null,
      unit text not null,
      kind text not null check (kind in ('flow', 'stock', 'share')),
      frequency text not null check (frequency in ('month', 'quarter', 'year', 'irregular')),
      fiscal_first_month smallint not null check (fiscal_first_month between 1 and 12),
      definition text not null,
      variant_of text references indicator deferrable initially deferred
    )`.execute(db);
  await sql`create index indicator_pack on indicator (pack_id)`.execute(db);
  await sql`
    create table observation (
      id bigint generated always as identity primary key,
      fact_hash bytea not null check (length(fact_hash) = 32),
      version integer not null check (version > 0),
      content_hash bytea not null check (length(content_hash) = 32),
      indicator_id text not null references indicator,
      period_start date not null,
      period_end date not null check (period_end >= period_start),
      value double precision not null check (value > '-Infinity' and value < 'Infinity'),
      qualifier text not null check (qualifier in ('exact', 'rounded', 'over', 'about')),
      half_width double precision not null check (half_width >= 0 and half_width < 'Infinity'),
      agency text not null,
      document_id text not null references document,
      published_on date,
      known_by date not null,
      known_by_basis text not null,
      status text not null check (status in ('accepted', 'suspect')),
      note text not null,
      recorded_at timestamptz not null default now(),
      unique (fact_hash, version)
    )`.execute(db);
  await sql`create index observation_indicator on observation (indicator_id, period_end)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on observation
    for each statement execute function refuse_change()`.execute(db);
}
