import { randomUUID } from 'node:crypto';
import { CodedError } from '@hadaf/platform';
import { sql } from 'kysely';
import type { Db } from '../connection/open-store.ts';
import type { RunState } from '../schema.ts';

/** A forecast asked for by a person, answered later. */
export interface Projection {
  readonly id: string;
  readonly request: unknown;
  readonly state: RunState;
  /** `{ stage, done, total }` while it runs. */
  readonly progress: unknown;
  readonly result: unknown;
  readonly error: unknown;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** `LISTEN hadaf_projection`: the payload is the id of the projection that moved. */
export const projectionTopic = 'hadaf_projection';

async function notify(db: Db, id: string): Promise<void> {
  await sql`select pg_notify(${projectionTopic}, ${id})`.execute(db);
}

/** @returns the new projection's id */
export async function insertProjection(db: Db, request: unknown): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('projection')
    .values({ id, request: JSON.stringify(request) })
    .execute();
  return id;
}

export async function findProjection(db: Db, id: string): Promise<Projection | undefined> {
  return db
    .selectFrom('projection')
    .select(['id', 'request', 'state', 'progress', 'result', 'error'])
    .select(['created_at as createdAt', 'finished_at as finishedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @throws CodedError PROJECTION_NOT_FOUND */
export async function getProjection(db: Db, id: string): Promise<Projection> {
  const found = await findProjection(db, id);
  if (!found) throw new CodedError('PROJECTION_NOT_FOUND', `no projection ${id}`);
  return found;
}

/** Says how far it is, and so that it runs; one that is finished stays as it is. */
export async function setProjectionProgress(
  db: Db,
  id: string,
  progress: { stage: string; done: number; total: number },
): Promise<void> {
  await db
    .updateTable('projection')
    .set({ state: 'running', progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
  await notify(db, id);
}

/** Stores the result; the first one stays. */
export async function finishProjection(db: Db, id: string, result: unknown): Promise<void> {
  await db
    .updateTable('projection')
    .set({ state: 'done', result: JSON.stringify(result), finished_at: sql`now()` })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
  await notify(db, id);
}

export async function failProjection(db: Db, id: string, error: { code: string; message: string }): Promise<void> {
  await db
    .updateTable('projection')
    .set({ state: 'failed', error: JSON.stringify(error), finished_at: sql`now()` })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
  await notify(db, id);
}
