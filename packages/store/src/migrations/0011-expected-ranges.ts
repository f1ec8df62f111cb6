import { type Kysely, sql } from 'kysely';

/** Between which ends the values of an indicator are expected; an end that is null is open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table expected_range (
      indicator_id text primary key references indicator,
      low double precision,
      high double precision check (high >= low),
      because text not null
    )`.execute(db);
}
