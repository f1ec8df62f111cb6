import { randomUUID } from 'node:crypto';
import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import type { RunState } from '../schema.ts';

export interface NewRun {
  /** Names what asked for the run, such as schedule, slot and configuration: asking twice makes one run. */
  readonly key: string;
  readonly packId: string;
  readonly trigger: 'start' | 'schedule' | 'manual';
  /** The data are those public by this day. */
  readonly asOf: IsoDate;
  readonly configHash: string;
}

/** A day in a time zone: until its last instant there. */
export interface ZonedDay {
  readonly day: IsoDate;
  /** IANA name. */
  readonly zone: string;
}

export interface Run extends NewRun {
  readonly id: string;
  readonly state: RunState;
  readonly error: unknown;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** Whether a run was asked for before the end of a day. */
function isAskedBy({ day, zone }: ZonedDay) {
  return sql<boolean>`(created_at at time zone ${zone})::date <= ${day}::date`;
}

function selectRuns(db: Db) {
  return db
    .selectFrom('run')
    .select(['id', 'key', 'pack_id as packId', 'trigger', 'as_of as asOf', 'config_hash as configHash', 'state'])
    .select(['error', 'created_at as createdAt', 'finished_at as finishedAt']);
}

/** The run of that key, made if there is none. */
export async function createRun(db: Db, run: NewRun): Promise<{ run: Run; isNew: boolean }> {
  const inserted = await db
    .insertInto('run')
    .values({
      ...{ id: randomUUID(), key: run.key, pack_id: run.packId, trigger: run.trigger },
      ...{ as_of: run.asOf, config_hash: run.configHash },
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  const stored = await selectRuns(db).where('key', '=', run.key).executeTakeFirstOrThrow();
  return { run: stored, isNew: inserted !== undefined };
}

export async function findRun(db: Db, id: string): Promise<Run | undefined> {
  return selectRuns(db).where('id', '=', id).executeTakeFirst();
}

/** @throws CodedError RUN_NOT_FOUND */
export async function getRun(db: Db, id: string): Promise<Run> {
  const found = await findRun(db, id);
  if (!found) throw new CodedError('RUN_NOT_FOUND', `no run ${id}`);
  return found;
}

/** The newest runs of a pack, newest first; of those asked for up to the end of a day, where one is given. */
export async function listRuns(
  db: Db,
  { packId, state, by, limit }: { packId: string; state?: RunState; by?: ZonedDay; limit: number },
): Promise<Run[]> {
  return selectRuns(db)
    .where('pack_id', '=', packId)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'done'))
    .$if(by !== undefined, (query) => (by ? query.where(isAskedBy(by)) : query))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The newest finished run of the same pack that was asked for before this one: what an alert compares with. */
export async function findPreviousRun(db: Db, run: Pick<Run, 'id' | 'packId'>): Promise<Run | undefined> {
  return selectRuns(db)
    .where('pack_id', '=', run.packId)
    .where('state', '=', 'done')
    .where('created_at', '<', (query) => query.selectFrom('run').select('created_at').where('id', '=', run.id))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Marks a queued or failed run as under way; a run that is done stays done. */
export async function startRun(db: Db, id: string): Promise<void> {
  await db
    .updateTable('run')
    .set({ state: 'running', error: null, finished_at: null, started_at: sql`coalesce(started_at, now())` })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .execute();
}

export async function finishRun(db: Db, id: string): Promise<void> {
  await db
    .updateTable('run')
    .set({ state: 'done', error: null, finished_at: sql`coalesce(finished_at, now())` })
    .where('id', '=', id)
    .execute();
}

/** A run that is done stays done. */
export async function failRun(db: Db, id: string, error: { code: string; message: string }): Promise<void> {
  await db
    .updateTable('run')
    .set({ state: 'failed', error: JSON.stringify(error), finished_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .execute();
}
