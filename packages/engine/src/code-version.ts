import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../', import.meta.url));

/** The rooms whose code decides a result; a change in any of them makes new results. */
const decidingRooms = '{numerics,series,models,targets,engine}';

/** A digest of the deciding code as it stands on disk: sixteen hex digits, equal for equal sources. */
export function readCodeVersion(): string {
  const files = globSync(`${decidingRooms}/src/**/*.ts`, { cwd: packages })
    .filter((path) => !path.endsWith('.test.ts'))
    .sort();
  const digest = createHash('sha256');
  for (const path of files)
    digest
      .update(path)
      .update('\0')
      .update(readFileSync(`${packages}${path}`))
      .update('\0');
  return digest.digest('hex').slice(0, 16);
}
