import { type Kysely, sql } from 'kysely';

/** When a pack is assessed; packs loaded before were assessed every Monday at six in Karachi. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pack
      add column cron text not null default '0 6 * * 1' check (cron <> ''),
      add column zone text not null default 'Asia/Karachi' check (zone <> '')`.execute(db);
}
