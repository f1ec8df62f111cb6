import { chmodSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CodedError } from '../coded-error.ts';
import { copyBinaries, findBinaries } from './binaries.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';
import { makePrivateFolder, requireReachable, socketFolder } from './state-folder.ts';
import { explainSystemError } from './system-error.ts';

/** The folders and names of one embedded server. */
export interface ServerHome {
  readonly folder: string;
  readonly data: string;
  readonly socket: string;
  readonly logFile: string;
  readonly lockFile: string;
  /** Holds `bin`, `lib` and `share`. */
  readonly programs: string;
  readonly account: ServerAccount;
  readonly user: string;
  readonly database: string;
}

/** The layout below a state folder; touches nothing. */
export function serverHome(stateDir: string): Omit<ServerHome, 'programs'> {
  const folder = join(stateDir, 'postgres');
  const account = serverAccount();
  return {
    folder,
    data: join(folder, 'data'),
    socket: socketFolder(folder, account),
    logFile: join(folder, 'server.log'),
    lockFile: join(folder, 'start.lock'),
    account,
    user: 'hadaf',
    database: 'hadaf',
  };
}

/** Lets the server's account walk through the state folder itself, which a strict umask may have closed. */
function openStateFolder(stateDir: string, account: ServerAccount): void {
  if (!account.isOther || !existsSync(stateDir)) return;
  const { mode, uid } = statSync(stateDir);
  if (uid === process.geteuid?.()) chmodSync(stateDir, (mode & 0o777) | 0o011);
}

/** Makes the folders of a server. */
export function prepareHome(layout: Omit<ServerHome, 'programs'>): void {
  openStateFolder(dirname(layout.folder), layout.account);
  requireReachable(layout.folder, layout.account);
  makePrivateFolder(layout.folder, layout.account);
  makePrivateFolder(layout.socket, layout.account);
}

/** initdb hands its paths to a shell inside double quotes, where these would end the quotes or run a command. */
function requirePlain(path: string): void {
  if (!/["$`\\\n]/.test(path)) return;
  throw new CodedError(
    'STATE_FOLDER_DENIED',
    `Postgres cannot live in ${path}: its name has one of " $ \` \\; clone Hadaf elsewhere, or set DATABASE_URL`,
  );
}

/** Call under the lock: two first starts would copy over each other. */
export function withPrograms(layout: Omit<ServerHome, 'programs'>): ServerHome {
  const native = findBinaries();
  requirePlain(layout.folder);
  if (!layout.account.isOther) requirePlain(native);
  try {
    return { ...layout, programs: layout.account.isOther ? copyBinaries(native, layout.folder) : native };
  } catch (error) {
    throw explainSystemError(error, layout.folder);
  }
}

export function hasData(layout: Omit<ServerHome, 'programs'>): boolean {
  return existsSync(layout.data);
}
