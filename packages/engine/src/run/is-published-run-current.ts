import { findDataVersion, findPublication, findRun } from '@hadaf/store';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';

/** Whether the published run rests on the code, settings and data of now; false before the first run. */
export async function isPublishedRunCurrent(deps: EngineDeps, packId: string): Promise<boolean> {
  const dataVersion = await findDataVersion(deps.db, packId);
  const published = await findPublication(deps.db, packId);
  const run = published ? await findRun(deps.db, published.runId) : undefined;
  return dataVersion !== undefined && run !== undefined && run.configHash === configHash(deps, dataVersion);
}
