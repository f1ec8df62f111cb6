import { findPack, findPublication, findRun } from '@hadaf/store';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';

/** Whether the published run rests on the code, settings and data of now; false before the first run. */
export async function isPublishedRunCurrent(deps: EngineDeps, packId: string): Promise<boolean> {
  const pack = await findPack(deps.db, packId);
  const published = await findPublication(deps.db, packId);
  const run = published ? await findRun(deps.db, published.runId) : undefined;
  return pack !== undefined && run !== undefined && run.configHash === configHash(deps, pack.contentHash);
}
