import { createEngine, forecasterHere, forecastSettings, type ProjectionRequest, readCodeVersion } from '@hadaf/engine';
import { getProjection, insertProjection } from '@hadaf/store';
import { clockOf } from './as-of.ts';
import type { Session } from './session.ts';

/** Answers projections like ones asked for over HTTP, stored with their results, in this process. */
export async function answerHere<Result>(
  { store: { db }, log }: Session,
  requests: readonly ProjectionRequest[],
): Promise<Result[]> {
  const made = { forecaster: forecasterHere(), settings: forecastSettings, codeVersion: readCodeVersion() };
  const engine = createEngine({ db, log, today: await clockOf(db), ...made, postsAlerts: false });
  const results: Result[] = [];
  for (const request of requests) {
    const id = await insertProjection(db, request);
    await engine.project(id, async () => undefined);
    // The engine wrote this result a line above.
    results.push((await getProjection(db, id)).result as Result);
  }
  return results;
}
