import type { Logger } from '@hadaf/platform';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from '../schema.ts';
import { columnParsers } from './column-parsers.ts';

/** The database, or a transaction of it: every query takes one first. */
export type Db = Kysely<Schema>;

export interface Store {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Waits for queries under way, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens a pool on a Postgres server; connects at the first query.
 *
 * @param connectionString  of the embedded server or of `DATABASE_URL`
 * @param max               connections at most; a process needs few, the server has 200
 */
export function openStore({
  connectionString,
  log,
  max = 8,
}: {
  connectionString: string;
  log: Logger;
  max?: number;
}): Store {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'hadaf',
    connectionTimeoutMillis: 10_000,
    types: columnParsers,
  });
  // Without a listener, an idle connection that the server ends would end the process.
  pool.on('error', (error) => log.warn({ event: 'store.connection-lost', err: error }));
  // The pool hears of idle connections only; one lost inside a transaction fails its query and must end nothing else.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ event: 'store.connection-lost', err: error }));
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
