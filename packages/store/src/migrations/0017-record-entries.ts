import { type Kysely, sql } from 'kysely';

/** What was forecast and when: one entry a published run, and one a day replayed; a chain of hashes per pack and kind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table record_entry (
      pack_id text not null references pack,
      kind text not null check (kind in ('published', 'replayed')),
      sequence integer not null check (sequence > 0),
      run_id uuid unique references run,
      as_of date not null,
      content jsonb not null,
      content_hash bytea not null check (length(content_hash) = 32),
      chain_hash bytea not null check (length(chain_hash) = 32),
      recorded_at timestamptz not null default now(),
      primary key (pack_id, kind, sequence),
      check ((run_id is not null) = (kind = 'published'))
    )`.execute(db);
  await sql`create index record_entry_day on record_entry (pack_id, kind, as_of, sequence desc)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on record_entry
    for each statement execute function refuse_change()`.execute(db);
}
