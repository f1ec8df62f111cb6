import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createLogger, type Logger } from '@hadaf/platform';
import { type Db, openStore, type Store } from '@hadaf/store';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const templateName = 'hadaf';

/** A migrated database of its own, as one test file sees it. */
export interface TestDatabase {
  readonly connectionString: string;
  readonly store: Store;
  readonly db: Db;
  readonly log: Logger;
}

function urlOf(database: string): string {
  const url = new URL(inject('testServer').templateUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function runOnServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database (`migrated: false`) or a clone of the migrated template; @returns its URL and how to drop it. */
export async function createDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<{
  connectionString: string;
  name: string;
  drop: () => Promise<void>;
}> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnServer(`create database ${name} template ${migrated ? templateName : 'template0'}`);
  return {
    connectionString: urlOf(name),
    name,
    drop: () => runOnServer(`drop database ${name} with (force)`),
  };
}

/**
 * Gives the tests of the file or `describe` it is called in a database of their own: a clone of the migrated template,
 * dropped after them, kept and named when one of them failed. Read its fields inside tests and hooks only.
 */
export function useTestDatabase(): TestDatabase {
  const log = createLogger({ level: 'silent' });
  let made: { connectionString: string; name: string; drop: () => Promise<void>; store: Store } | undefined;
  const get = () => {
    if (made === undefined) throw new Error('useTestDatabase: read inside a test or a hook');
    return made;
  };
  beforeAll(async () => {
    const database = await createDatabase();
    made = { ...database, store: openStore({ connectionString: database.connectionString, log, max: 4 }) };
  });
  const failed: string[] = [];
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') failed.push(task.name);
  });
  afterAll(async () => {
    const { store, drop, name } = get();
    await store.close();
    if (failed.length > 0) appendFileSync(inject('testServer').keepFile, `${name}: ${failed.join(', ')}\n`);
    else await drop();
  });
  return {
    get connectionString() {
      return get().connectionString;
    },
    get store() {
      return get().store;
    },
    get db() {
      return get().store.db;
    },
    log,
  };
}
