import { type Kysely, sql } from 'kysely';

/** What the hash of a link covers: 1, as until now; 2, the instant of recording too. New entries say theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table record_entry
      add column hash_version integer not null default 1 check (hash_version in (1, 2))`.execute(db);
  // A default would let code that knows no versions add links of the old kind to a chain of the new.
  await sql`alter table record_entry alter column hash_version drop default`.execute(db);
}
