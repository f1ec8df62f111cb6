import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, openEmbeddedPostgres } from '@hadaf/platform';
import { migrate, openStore } from '@hadaf/store';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's own Postgres: its migrated template database, and the file that says what to keep. */
    testServer: { templateUrl: string; keepFile: string };
  }
}

/** Data that a crash may lose: no test pulls the plug of this server. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** One embedded Postgres a run, on a socket and in a folder of its own, with one migrated database to clone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hadaf-test-'));
  // As root the server runs as `nobody`, who must be able to enter.
  chmodSync(folder, 0o755);
  const log = createLogger({ level: 'warn' });
  const server = await openEmbeddedPostgres({ stateDir: folder, log, settings });
  const store = openStore({ connectionString: server.connectionString, log, max: 1 });
  await migrate(store.db);
  await store.close();
  const keepFile = join(folder, 'keep.txt');
  project.provide('testServer', { templateUrl: server.connectionString, keepFile });
  return async () => {
    await server.close();
    if (!existsSync(keepFile)) {
      rmSync(folder, { recursive: true, force: true });
      return;
    }
    console.error(`Databases of failed tests are kept in ${folder}:\n${readFileSync(keepFile, 'utf8')}`);
  };
}
