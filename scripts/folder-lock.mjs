import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

// Runs before anything is installed and on Node 20, so it cannot share packages/platform's lock.

/** When a process started, to tell it from a later one of the same number; '' where the system does not say. */
function processStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readLock(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A lock counts only while the very process that wrote it runs. */
export function isHeld(content) {
  const [pid, startedAt = ''] = content.split(' ');
  return isRunning(Number(pid)) && processStart(Number(pid)) === startedAt;
}

function tryLock(path, content) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, content);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const found = readLock(path);
  if (found === null || isHeld(found)) return false;
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== found) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
  return false;
}

/** Runs `work` alone among the processes that use the same lock file; `onWait` is told once who is waited for. */
export async function withFolderLock(path, onWait, work) {
  const content = `${process.pid} ${processStart(process.pid)}`;
  let told = false;
  while (!tryLock(path, content)) {
    if (!told) onWait(readLock(path)?.split(' ')[0] ?? 'unknown');
    told = true;
    await delay(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
