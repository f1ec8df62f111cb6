import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Schema } from '../schema.ts';
import type { Db } from './open-store.ts';

/** A transaction that can also COPY, which the query builder cannot. */
export interface CopyTransaction {
  readonly db: Db;
  /** Runs `copy … from stdin`, fed with pieces of the format it names. */
  readonly copyIn: (statement: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;
}

/** The query builder on one connection that somebody else opens, begins and ends. */
function onConnection(client: pg.PoolClient): Db {
  const pool = { options: {}, connect: () => Promise.resolve(client), end: () => Promise.resolve() };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Does the work in one transaction: committed when it resolves, rolled back when it throws. */
export async function inCopyTransaction<T>(
  pool: pg.Pool,
  work: (transaction: CopyTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const release = client.release.bind(client);
  client.release = () => undefined; // the query builder gives it back after every statement
  let isBroken = true;
  try {
    await client.query('begin');
    const result = await work({
      db: onConnection(client),
      copyIn: (statement, pieces) => pipeline(pieces, client.query(from(statement))),
    });
    await client.query('commit');
    isBroken = false;
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => {
        isBroken = false;
      },
      () => undefined, // the connection is gone, and its transaction with it
    );
    throw error;
  } finally {
    release(isBroken);
  }
}
