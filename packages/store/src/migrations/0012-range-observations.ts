import { type Kysely, sql } from 'kysely';

/** A value may be stated as a range: its middle, and half its width. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table observation drop constraint observation_qualifier_check,
      add constraint observation_qualifier_check check (
        qualifier in ('exact', 'rounded', 'over', 'about', 'range') and (qualifier <> 'range' or half_width > 0))`.execute(
    db,
  );
}
