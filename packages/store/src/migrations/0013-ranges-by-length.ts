import { type Kysely, sql } from 'kysely';

/** What a month can be is not what a year can be: an expected range may hold for one length of period; '' for any. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table expected_range
      add column length text not null default ''
        check (length in ('', 'month', 'quarter', 'year-to-date', 'year')),
      drop constraint expected_range_pkey,
      add primary key (indicator_id, length)`.execute(db);
}
