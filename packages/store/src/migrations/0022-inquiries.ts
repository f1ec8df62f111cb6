import { type Kysely, sql } from 'kysely';

/** What readers asked that needs models: answered once by a worker, kept under what the answer rests on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiry (
      id uuid primary key,
      key text not null unique,
      request jsonb not null,
      state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
      error jsonb,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      check ((finished_at is not null) = (state in ('done', 'failed')))
    )`.execute(db);
  await sql`create index inquiry_created on inquiry (created_at)`.execute(db);
  await sql`
    create table inquiry_document (
      inquiry_id uuid not null references inquiry on delete cascade,
      path text not null check (path like '/%'),
      content_type text not null,
      body text not null,
      etag text not null,
      primary key (inquiry_id, path)
    )`.execute(db);
}
