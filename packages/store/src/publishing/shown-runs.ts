import type { IsoDate } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import type { ZonedDay } from '../runs/runs.ts';

/** A run as its readers got it. */
export interface ShownRun {
  readonly id: string;
  /** The day whose knowledge it holds. */
  readonly asOf: IsoDate;
  readonly askedAt: string;
  /** When readers first got it. */
  readonly publishedAt: string;
  /** Of the code that made it; null before it was kept. */
  readonly codeVersion: string | null;
}

const columns = sql`
  run.id, run.as_of as "asOf", run.created_at as "askedAt",
  coalesce((select min(p.published_at) from publication_entry p where p.run_id = run.id), run.finished_at) as "publishedAt",
  (select e.content->>'codeVersion' from record_entry e where e.run_id = run.id) as "codeVersion"`;

/** The run a channel showed at the end of a day: the last that its pointer had moved to. */
export async function findRunShownOn(db: Db, channel: string, { day, zone }: ZonedDay): Promise<ShownRun | undefined> {
  const { rows } = await sql<ShownRun>`
    select ${columns} from publication_entry entry join run on run.id = entry.run_id
    where entry.channel = ${channel} and (entry.published_at at time zone ${zone})::date <= ${day}::date
    order by entry.published_at desc, entry.id desc limit 1`.execute(db);
  return rows[0];
}

/**
 * The newest finished run of a pack of what was known on a day: of those asked for on the day itself, else of those made of it
 * later.
 */
export async function findRunOfDay(db: Db, packId: string, { day, zone }: ZonedDay): Promise<ShownRun | undefined> {
  const { rows } = await sql<ShownRun>`
    select ${columns} from run where pack_id = ${packId} and as_of = ${day} and state = 'done'
    order by (created_at at time zone ${zone})::date = ${day}::date desc, created_at desc, id limit 1`.execute(db);
  return rows[0];
}
