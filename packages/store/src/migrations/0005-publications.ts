import { type Kysely, sql } from 'kysely';

/** What readers see: the documents of a run, and the pointer that says which run a channel shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table published_document (
      run_id uuid not null references run,
      path text not null check (path like '/%'),
      content_type text not null,
      body text not null,
      etag text not null,
      primary key (run_id, path)
    )`.execute(db);
  await sql`
    create table publication (
      channel text primary key,
      run_id uuid not null references run,
      published_at timestamptz not null default now()
    )`.execute(db);
}
