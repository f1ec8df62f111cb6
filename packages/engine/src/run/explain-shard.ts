import { CodedError } from '@hadaf/platform';
import {
  findAssessmentOfRun,
  findPreviousRun,
  insertPublishedDocuments,
  type PublishedDocument,
  type Run,
  type TargetVersion,
} from '@hadaf/store';
import type { EngineDeps } from '../engine-deps.ts';
import type { Forecaster } from '../fit/forecaster.ts';
import { sideOfRun } from '../verdict/change-sides.ts';
import { type ChangeDeps, changeBetween } from '../verdict/explain-change.ts';
import { measureOnce } from '../verdict/remembered-series.ts';
import { changePath, documentOf } from './compose-reports.ts';

/** Targets of one series ask for the same forecasts: each is made once. */
function remembering(forecaster: Forecaster): Forecaster {
  const made = new Map<string, ReturnType<Forecaster['forecast']>>();
  return {
    ...forecaster,
    forecast: (request) => {
      const key = JSON.stringify({ ...request, values: Array.from(request.values) });
      const known = made.get(key) ?? forecaster.forecast(request);
      made.set(key, known);
      return known;
    },
  };
}

/** Why a target's number moved since the previous run; null where either run had none. */
async function changeDocument(
  deps: ChangeDeps,
  [previous, run]: readonly [Run, Run],
  targetId: string,
): Promise<PublishedDocument | null> {
  const numbered = await Promise.all(
    [previous, run].map(async ({ id }) => (await findAssessmentOfRun(deps.db, id, targetId))?.probability ?? null),
  );
  if (numbered.includes(null)) return null;
  try {
    const ends = { from: await sideOfRun(deps, previous, targetId), to: await sideOfRun(deps, run, targetId) };
    return documentOf(changePath(targetId), await changeBetween(deps, ends));
  } catch (error) {
    // Today's code may have no number where an older one had.
    if (error instanceof CodedError && error.code === 'SERIES_NOT_FOUND') return null;
    throw error;
  }
}

/** Stores, with the documents of a run, why the numbers of a shard's targets moved since the run before. Twice changes nothing. */
export async function explainShard(deps: EngineDeps, run: Run, targets: readonly TargetVersion[]): Promise<void> {
  const previous = await findPreviousRun(deps.db, run);
  if (!previous) return;
  const shared = { ...deps, forecaster: remembering(deps.forecaster), measure: measureOnce() };
  const documents: PublishedDocument[] = [];
  for (const { target } of targets) {
    if (target.kind !== 'level') continue;
    const document = await changeDocument(shared, [previous, run], target.id);
    if (document) documents.push(document);
  }
  await insertPublishedDocuments(deps.db, run.id, documents);
}
