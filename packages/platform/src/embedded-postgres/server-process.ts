import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CodedError } from '../coded-error.ts';
import type { ServerHome } from './home.ts';
import { findPostmaster } from './postmaster-file.ts';
import { isRunning } from './process-identity.ts';
import { explainSystemError } from './system-error.ts';

const run = promisify(execFile);
const pollMs = 20;
/** Recovery after a crash replays the log first; a cold boot takes 2 s on two busy cores. */
const bootMs = 60_000;
const stopMs = 20_000;
const longestLog = 1_000_000;

/** The environment of the server: nothing of ours, above all no PG* variable. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Makes the data folder in one step: a start killed in `initdb` leaves only a partial folder, swept up by the next. */
export async function createDataFolder(home: ServerHome): Promise<void> {
  if (existsSync(join(home.data, 'PG_VERSION'))) return;
  for (const name of readdirSync(home.folder).filter((entry) => entry.startsWith('data.partial'))) {
    rmSync(join(home.folder, name), { recursive: true, force: true });
  }
  const partial = join(home.folder, `data.partial-${process.pid}`);
  const flags = ['--no-sync', '--locale=C', '-E', 'UTF8', '--auth-local=trust', '--auth-host=reject', '-U', home.user];
  try {
    const { uid, gid } = home.account;
    const identity = home.account.isOther ? { uid, gid } : {};
    await run(join(home.programs, 'bin/initdb'), ['-D', partial, ...flags], {
      ...identity,
      cwd: home.folder,
      env: environment,
    });
    renameSync(partial, home.data);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw explainSystemError(error, home.folder, printed);
  }
}

/** The end of the server's log, where it says why it would not start. */
function logTail(home: ServerHome): string {
  return existsSync(home.logFile) ? readFileSync(home.logFile, 'utf8').slice(-4000) : '';
}

function openLog(home: ServerHome): number {
  const isLong = existsSync(home.logFile) && statSync(home.logFile).size > longestLog;
  return openSync(home.logFile, isLong ? 'w' : 'a', 0o600);
}

function serverArguments(home: ServerHome, settings: Readonly<Record<string, string>>): string[] {
  const all = {
    listen_addresses: '',
    unix_socket_directories: home.socket,
    unix_socket_permissions: '0700',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  return ['-D', home.data, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
}

/**
 * Starts the server in a session of its own, so that Ctrl-C reaches only us and a killed parent leaves it running.
 *
 * @param isReady  whether it answers on its socket
 */
export async function startServer(
  home: ServerHome,
  settings: Readonly<Record<string, string>>,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const { uid, gid, isOther } = home.account;
  const log = openLog(home);
  const logStart = existsSync(home.logFile) ? statSync(home.logFile).size : 0;
  const child = spawn(join(home.programs, 'bin/postgres'), serverArguments(home, settings), {
    ...(isOther ? { uid, gid } : {}),
    cwd: home.folder,
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure: Error | null = null;
  child.on('error', (error) => {
    failure = error;
  });
  child.on('exit', (code, signal) => {
    failure = new Error(`it ended with ${signal ?? `exit code ${code}`}`);
  });
  const deadline = performance.now() + bootMs;
  while (!(await isReady())) {
    if (failure !== null)
      throw explainSystemError(failure, home.folder, readFileSync(home.logFile, 'utf8').slice(logStart));
    if (performance.now() > deadline) {
      throw new CodedError(
        'POSTGRES_FAILED',
        `the embedded Postgres did not answer in ${bootMs / 1000} s: ${logTail(home)}`,
      );
    }
    await delay(pollMs);
  }
}

/** Stops the server: open transactions roll back, the data are on disk when this returns. */
export async function stopServer(dataFolder: string): Promise<void> {
  const postmaster = findPostmaster(dataFolder);
  if (postmaster === null) return;
  // SIGINT is Postgres' fast shutdown; SIGQUIT leaves recovery to the next start.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(postmaster.pid, signal);
    const deadline = performance.now() + stopMs;
    while (isRunning(postmaster.pid)) {
      if (performance.now() > deadline) break;
      await delay(pollMs);
    }
    if (!isRunning(postmaster.pid)) return;
  }
  throw new CodedError('POSTGRES_FAILED', `the embedded Postgres (process ${postmaster.pid}) does not stop`);
}
