import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '../coded-error.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';
import { explainSystemError } from './system-error.ts';

const checkout = resolve(import.meta.dirname, '../../../..');
/** sun_path holds 108 bytes with its closing zero; the file below the folder is `/.s.PGSQL.5432`. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length - 1;

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Whether another account may walk through every folder above `path`. */
function isOpenToOthers(path: string): boolean {
  const above = dirname(path);
  const walkable = !existsSync(above) || (statSync(above).mode & 0o001) !== 0;
  return walkable && (above === dirname(above) || isOpenToOthers(above));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where Hadaf keeps its data: the folder asked for, else `.state` in the checkout, else (a checkout under a closed
 * home seen from `nobody`, or one that is read-only) a folder of this checkout's own under `/var/lib` or the home.
 */
export function stateFolder(asked: string | null): string {
  if (asked !== null) return resolve(asked);
  const near = join(checkout, '.state');
  const far = `${basename(checkout)}-${shortHash(checkout)}`;
  if (serverAccount().isOther) return isOpenToOthers(near) ? near : join('/var/lib/hadaf', far);
  return isWritable(checkout) ? near : join(homedir(), '.local/state/hadaf', far);
}

/** Makes the folders on the way to `folder`, open to all whatever the umask: the server's account walks through them. */
function makeWay(folder: string): void {
  const above = dirname(folder);
  if (existsSync(above)) return;
  makeWay(above);
  mkdirSync(above, { recursive: true });
  chmodSync(above, 0o755);
}

/** Makes a folder that only the server's account (and root) may enter. */
export function makePrivateFolder(folder: string, account: ServerAccount): void {
  try {
    makeWay(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOurs = found.uid === account.uid || found.uid === process.geteuid?.();
    if (!found.isDirectory() || !isOurs) {
      throw new CodedError('STATE_FOLDER_DENIED', `${folder} is not a folder of this user; remove it and start again`);
    }
    chmodSync(folder, 0o700);
    if (account.isOther) chownSync(folder, account.uid, account.gid);
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

/** Refuses a state folder that the server's account cannot reach. */
export function requireReachable(folder: string, account: ServerAccount): void {
  if (!account.isOther || isOpenToOthers(folder)) return;
  throw new CodedError(
    'STATE_FOLDER_DENIED',
    `Postgres does not run as root, and its user "nobody" cannot enter ${folder}; set HADAF_STATE_DIR to a folder below one that is open to all, such as /var/lib/hadaf`,
  );
}

/** The folder of the socket: inside `home` where the path fits, else a short one of this home's own in the temp folder. */
export function socketFolder(home: string, account: ServerAccount): string {
  const inside = join(home, 'socket');
  // A comma would separate folders, and quotes would need escaping, in unix_socket_directories.
  if (Buffer.byteLength(inside) <= longestSocketFolder && /^[\w./-]+$/.test(inside)) return inside;
  const name = `hadaf-${account.uid}-${shortHash(home)}`;
  const short = join(tmpdir(), name);
  return Buffer.byteLength(short) <= longestSocketFolder && /^[\w./-]+$/.test(short) ? short : join('/tmp', name);
}
