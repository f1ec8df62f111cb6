import { type Kysely, sql } from 'kysely';

/** Who added what to the ledger beside the packs, and readings that a person overruled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table observation drop constraint observation_status_check`.execute(db);
  await sql`
    alter table observation add constraint observation_status_check
      check (status in ('accepted', 'suspect', 'rejected'))`.execute(db);
  await sql`alter table observation add column overruled_by text not null default ''`.execute(db);
  await sql`
    create table ledger_entry (
      id bigint generated always as identity primary key,
      pack_id text not null references pack,
      kind text not null check (kind in ('observe', 'import', 'overrule')),
      author text not null check (author <> ''),
      origin text not null check (origin <> ''),
      added integer not null check (added > 0),
      detail jsonb not null,
      recorded_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index ledger_entry_pack on ledger_entry (pack_id, id)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change()`.execute(db);
}
