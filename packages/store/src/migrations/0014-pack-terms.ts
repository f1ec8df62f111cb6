import { type Kysely, sql } from 'kysely';

/** What packs state beside numbers and claims, and what a claim states beyond one value and one date. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['agency', 'alert_rule', 'stated_release']) {
    await sql`
      create table ${sql.table(table)} (
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
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
  await sql`
    alter table target add column terms jsonb check (terms is null or jsonb_typeof(terms) = 'object')`.execute(db);
}
