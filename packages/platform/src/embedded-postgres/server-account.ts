import { readFileSync } from 'node:fs';

/** Who runs the server. Postgres refuses root, so a root process hands it to `nobody`. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  /** The account differs from this process' own: files must be handed over, and the checkout may be closed to it. */
  readonly isOther: boolean;
}

const nobodyId = 65_534;

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? nobodyId), gid: Number(gid ?? nobodyId) };
}

export function serverAccount(): ServerAccount {
  const uid = process.geteuid?.() ?? 0;
  const gid = process.getegid?.() ?? 0;
  return uid === 0 ? { ...nobody(), isOther: true } : { uid, gid, isOther: false };
}
