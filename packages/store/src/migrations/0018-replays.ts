import { type Kysely, sql } from 'kysely';

/** What each day's replay rested on: a day whose inputs are as they were need not be replayed again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table replay (
      pack_id text primary key references pack,
      days jsonb not null
    )`.execute(db);
}
