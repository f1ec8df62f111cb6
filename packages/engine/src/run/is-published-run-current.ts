import { findDataVersion, findPublication, findRun, listAssessments } from '@hadaf/store';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';

/**
 * Whether the published run rests on the code, settings and data of now, and on all of its shards; false before the
 * first run, and after one with a shard given up, whose targets a next run may assess.
 */
export async function isPublishedRunCurrent(deps: EngineDeps, packId: string): Promise<boolean> {
  const dataVersion = await findDataVersion(deps.db, packId);
  const published = await findPublication(deps.db, packId);
  const run = published ? await findRun(deps.db, published.runId) : undefined;
  if (dataVersion === undefined || run === undefined) return false;
  const current = configHash(deps, dataVersion);
  if (run.configHash !== current) return false;
  // Those of a shard given up are stored under a hash of their own.
  return (await listAssessments(deps.db, run.id)).every((assessment) => assessment.configHash === current);
}
