import { type Kysely, sql } from 'kysely';

/** What made an assessment: the code, its settings, and how far the ledger had been filled. Unknown of earlier ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table assessment
      add column code_version text,
      add column settings jsonb,
      add column ledger_mark bigint`.execute(db);
}
