import { type Kysely, sql } from 'kysely';

/**
 * Which run each channel showed, and since when; what was published stays as it was.
 *
 * Before, a pointer moved to a run that ended unless a later one had been asked for: the entries of then follow from that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication_entry (
      id bigint generated always as identity primary key,
      channel text not null,
      run_id uuid not null references run,
      published_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index publication_entry_newest on publication_entry (channel, published_at desc, id desc)`.execute(
    db,
  );
  await sql`
    insert into publication_entry (channel, run_id, published_at)
    select r.pack_id, r.id, r.finished_at from run r
    where r.state = 'done' and exists (select from published_document d where d.run_id = r.id)
      and not exists (select from run o where o.pack_id = r.pack_id and o.state = 'done'
        and o.finished_at < r.finished_at and o.created_at > r.created_at)
    order by r.finished_at`.execute(db);
  for (const table of ['publication_entry', 'published_document']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
