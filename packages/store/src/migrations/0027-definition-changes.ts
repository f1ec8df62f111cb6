import { type Kysely, sql } from 'kysely';

/** The days from which an indicator measures something else, with links where its pack states them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table indicator
      add column definition_changes jsonb check (jsonb_typeof(definition_changes) = 'array')`.execute(db);
}
