import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { CodedError } from '../coded-error.ts';
import type { Logger } from '../logger.ts';
import { withFolderLock } from './folder-lock.ts';
import { hasData, prepareHome, type ServerHome, serverHome, withPrograms } from './home.ts';
import { findPostmaster, removeStalePostmasterFile } from './postmaster-file.ts';
import { createDataFolder, startServer, stopServer } from './server-process.ts';

/** A first start may take 2 s for initdb and another 2 s to boot; a second one waits for it. */
const lockMs = 60_000;
const adoptMs = 30_000;
const partingMs = 1_500;

export interface EmbeddedPostgres {
  /** A `postgres://` URL that names the socket's folder as its host. */
  readonly connectionString: string;
  /** The server was running already, for another process or left behind by a killed one. */
  readonly adopted: boolean;
  /** Stops the server unless another process is connected; the last one to close stops it, whoever started it. */
  close(): Promise<void>;
}

type Layout = Omit<ServerHome, 'programs'>;

function connectionUrl({ user, socket }: Pick<Layout, 'user' | 'socket'>, database: string): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

/** A connection to the server's own database `postgres`, or null while it does not answer. */
async function tryConnect(home: Pick<Layout, 'user' | 'socket'>): Promise<Client | null> {
  const client = new Client({
    connectionString: connectionUrl(home, 'postgres'),
    application_name: 'hadaf presence',
  });
  try {
    await client.connect();
    return client;
  } catch {
    return null;
  }
}

/** Connects to a server that runs: it may still be recovering from a crash. */
async function adopt(home: Pick<Layout, 'user' | 'socket'>, pid: number): Promise<Client> {
  const deadline = performance.now() + adoptMs;
  for (;;) {
    const client = await tryConnect(home);
    if (client !== null) return client;
    if (performance.now() > deadline) {
      const message = `a Postgres (process ${pid}) runs on the data but does not answer in ${home.socket}; stop it with: kill -INT ${pid}`;
      throw new CodedError('POSTGRES_FAILED', message);
    }
    await delay(50);
  }
}

async function launch(layout: Layout, settings: Readonly<Record<string, string>>): Promise<Client> {
  const home = withPrograms(layout);
  await createDataFolder(home);
  removeStalePostmasterFile(home.data);
  let presence: Client | null = null;
  await startServer(home, settings, async () => {
    presence = await tryConnect(home);
    return presence !== null;
  });
  if (presence === null) throw new CodedError('POSTGRES_FAILED', 'the embedded Postgres answered and went away');
  return presence;
}

async function ensureDatabase(presence: Client, name: string): Promise<void> {
  const { rowCount } = await presence.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0) await presence.query(`create database ${presence.escapeIdentifier(name)}`);
}

/** Connections of other processes, or of this one's pools that are still open; each process holds at least one. */
async function countOthers(presence: Client): Promise<number> {
  const { rows } = await presence.query<{ others: number }>(
    "select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return rows[0]?.others ?? 0;
}

/** Connections of this process that were just ended take a moment to go: only what stays belongs to somebody else. */
async function countLastingOthers(presence: Client): Promise<number> {
  const deadline = performance.now() + partingMs;
  for (;;) {
    const others = await countOthers(presence);
    if (others === 0 || performance.now() > deadline) return others;
    await delay(50);
  }
}

async function leave(layout: Layout, presence: Client, log: Logger): Promise<void> {
  await withFolderLock(layout.lockFile, lockMs, async () => {
    const others = await countLastingOthers(presence).catch(() => 0);
    await presence.end().catch(() => undefined);
    if (others > 0) {
      log.info({ event: 'embedded-postgres.left-running', connections: others });
      return;
    }
    await stopServer(layout.data);
    log.debug({ event: 'embedded-postgres.stopped' });
  });
}

/**
 * The embedded Postgres on the data of a state folder: adopted where it runs, else started; made on the first start.
 *
 * Each process keeps one connection open for as long as it uses the server. `close` asks whether it was the last.
 *
 * @param settings  server settings beside ours, e.g. `{ fsync: 'off' }` for a test's throw-away data
 * @throws CodedError PLATFORM_UNSUPPORTED, STATE_FOLDER_DENIED, DISK_FULL, DATABASE_IN_USE or POSTGRES_FAILED
 */
export async function openEmbeddedPostgres({
  stateDir,
  log,
  settings = {},
}: {
  stateDir: string;
  log: Logger;
  settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const layout = serverHome(stateDir);
  prepareHome(layout);
  const { presence, running } = await withFolderLock(layout.lockFile, lockMs, async () => {
    const found = findPostmaster(layout.data);
    const where = found === null ? layout : { ...layout, socket: found.socketFolder };
    const client = found === null ? await launch(layout, settings) : await adopt(where, found.pid);
    await ensureDatabase(client, layout.database);
    return { presence: client, running: found === null ? null : where };
  });
  presence.on('error', (error) => log.error({ event: 'embedded-postgres.lost', err: error }));
  log.info({
    event: running === null ? 'embedded-postgres.started' : 'embedded-postgres.adopted',
    ms: Math.round(performance.now() - began),
  });
  let closing: Promise<void> | undefined;
  return {
    connectionString: connectionUrl(running ?? layout, layout.database),
    adopted: running !== null,
    close: () => {
      closing ??= leave(layout, presence, log);
      return closing;
    },
  };
}

/**
 * Deletes the data of a state folder, for `npm run reset`. Refuses while a process uses them; a server left behind by
 * a killed process is stopped first.
 *
 * @returns whether there were data
 * @throws CodedError DATABASE_IN_USE
 */
export async function wipeEmbeddedPostgres({ stateDir }: { stateDir: string }): Promise<boolean> {
  const layout = serverHome(stateDir);
  if (!hasData(layout)) return false;
  await withFolderLock(layout.lockFile, lockMs, async () => {
    const found = findPostmaster(layout.data);
    if (found !== null) {
      const presence = await adopt({ ...layout, socket: found.socketFolder }, found.pid);
      const others = await countOthers(presence);
      await presence.end();
      if (others > 0) {
        const message = `the database in ${layout.folder} is in use; stop what uses it (npm start) and try again`;
        throw new CodedError('DATABASE_IN_USE', message);
      }
      await stopServer(layout.data);
    }
    for (const path of [layout.data, layout.logFile, layout.socket]) rmSync(path, { recursive: true, force: true });
  });
  return true;
}
