import { readFileSync } from 'node:fs';

/** The state letter and start time (clock ticks since boot) of a process, from /proc; null where it cannot be read. */
function readStat(pid: number): { state: string; startedAt: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** When the process started, to tell it from a later one that got the same number; '' where unknown. */
export function processStart(pid: number): string {
  return readStat(pid)?.startedAt ?? '';
}

/** Whether a process with that number runs. One that ended and waits to be reaped does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return readStat(pid)?.state !== 'Z';
}

/** Whether that process is a Postgres server: after a reboot its number may belong to anything. */
export function isPostgres(pid: number): boolean {
  if (!isRunning(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return true;
  }
}
