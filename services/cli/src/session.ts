import { join } from 'node:path';
import {
  type Config,
  createLogger,
  type Logger,
  logFile,
  openEmbeddedPostgres,
  Shutdown,
  stateFolder,
} from '@hadaf/platform';
import { migrate, openStore, type Store } from '@hadaf/store';

/** An open database, and what closes it. */
export interface Session {
  readonly config: Config;
  readonly log: Logger;
  readonly store: Store;
  readonly connectionString: string;
  readonly shutdown: Shutdown;
  /** Embedded and started now, embedded and adopted, or the server of DATABASE_URL. */
  readonly database: 'started' | 'adopted' | 'external';
}

/** Where the log of a command goes: a file, so that the terminal stays with the person who reads it. */
export function openLog(config: Config): {
  readonly log: Logger;
  readonly path: string;
} {
  const folder = stateFolder(config.stateDir);
  const path = join(folder, 'hadaf.log');
  return {
    log: createLogger({ level: config.logLevel, stream: logFile(path) }),
    path,
  };
}

/** Opens the database, embedded unless DATABASE_URL names one, and brings its schema up to date. */
export async function openSession(config: Config, log: Logger): Promise<Session> {
  const shutdown = new Shutdown(log);
  try {
    const embedded =
      config.databaseUrl === null
        ? await openEmbeddedPostgres({
            stateDir: stateFolder(config.stateDir),
            log,
          })
        : null;
    if (embedded) shutdown.add('embedded postgres', () => embedded.close());
    const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
    const store = openStore({ connectionString, log });
    shutdown.add('store', () => store.close());
    await migrate(store.db);
    const database = embedded === null ? 'external' : embedded.adopted ? 'adopted' : 'started';
    return { config, log, store, connectionString, shutdown, database };
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

/** Runs a command on an open database and closes it again, whatever happens. */
export async function withSession<T>(config: Config, work: (session: Session) => Promise<T>): Promise<T> {
  const { log } = openLog(config);
  const session = await openSession(config, log);
  try {
    return await work(session);
  } finally {
    await session.shutdown.close();
  }
}
