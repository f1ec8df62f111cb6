import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPostgres } from './process-identity.ts';

/** What a running server writes to `postmaster.pid`: its process, the folder of its socket, and whether it answers. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

function readPostmasterFile(dataFolder: string): Postmaster | null {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: (lines[4] ?? '').trim() } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The server that runs on the data, or null; a file that a dead server left behind counts as none. */
export function findPostmaster(dataFolder: string): Postmaster | null {
  const found = readPostmasterFile(dataFolder);
  return found !== null && isPostgres(found.pid) ? found : null;
}

/** Removes the file of a dead server: its number may belong to another program now, which Postgres takes for itself. */
export function removeStalePostmasterFile(dataFolder: string): void {
  if (findPostmaster(dataFolder) === null) rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}
