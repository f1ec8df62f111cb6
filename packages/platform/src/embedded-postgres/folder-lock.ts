import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '../coded-error.ts';
import { isRunning, processStart } from './process-identity.ts';

const retryMs = 25;

function has(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (has(error, 'ENOENT')) return null;
    throw error;
  }
}

/** A lock outlives a killed holder; it counts only while the very process that wrote it runs. */
function isHeld(content: string): boolean {
  const [pid = '', startedAt = ''] = content.split(' ');
  return /^\d+$/.test(pid) && isRunning(Number(pid)) && processStart(Number(pid)) === startedAt;
}

/** Moves a dead holder's lock away; if another process took it over in between, puts that one's lock back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (has(error, 'ENOENT')) return;
    throw error;
  }
  if (readLock(aside) !== stale) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function tryLock(path: string, content: string): boolean {
  // A link appears with its content: a holder killed half-way leaves no nameless lock.
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, content, { flag: 'wx' });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (!has(error, 'EEXIST')) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const found = readLock(path);
  if (found !== null && !isHeld(found)) removeStale(path, found);
  return false;
}

/**
 * Runs `work` while holding the lock file; waits for another process that holds it.
 *
 * @throws CodedError DATABASE_IN_USE when it is still held after `waitMs`
 */
export async function withFolderLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const content = `${process.pid} ${processStart(process.pid)} ${randomUUID()}`;
  const deadline = performance.now() + waitMs;
  while (!tryLock(path, content)) {
    if (performance.now() > deadline) {
      const holder = readLock(path)?.split(' ')[0] ?? 'unknown';
      throw new CodedError('DATABASE_IN_USE', `process ${holder} holds ${path}; stop it, or delete the file`);
    }
    await delay(retryMs);
  }
  try {
    return await work();
  } finally {
    if (readLock(path) === content) rmSync(path, { force: true });
  }
}
