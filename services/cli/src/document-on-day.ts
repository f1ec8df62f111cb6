import { findKnownOn, forecastSettings, openForecaster, readCodeVersion, replay, replayDocuments } from '@hadaf/engine';
import { dayInZone } from '@hadaf/platform';
import { findPack } from '@hadaf/store';
import { shownPackId } from './published.ts';
import type { Session } from './session.ts';
import { printer } from './terminal/printer.ts';

const now = (): string => new Date().toISOString();

async function replayed({ store, config, log }: Session, packId: string, asOf: string, path: string) {
  const forecaster = openForecaster(config.threads);
  try {
    const zone = (await findPack(store.db, packId))?.schedule.zone ?? 'UTC';
    const made = { settings: forecastSettings, codeVersion: readCodeVersion(), postsAlerts: false };
    const deps = { db: store.db, forecaster, ...made, today: () => dayInZone(now(), zone), log };
    const documents = replayDocuments(await replay(deps, packId, asOf));
    return documents.find((document) => document.path === path)?.body ?? null;
  } finally {
    await forecaster.close();
  }
}

/**
 * A document of the shown pack as known on a day: as a run of that day published it, else replayed by today's code. Says
 * which on standard error.
 *
 * @returns null where the day has none of that path
 * @throws CodedError REQUEST_INVALID for what is no day, a day to come, and one before anything was known
 */
export async function documentOn(session: Session, asOf: string, path: string): Promise<string | null> {
  const { db } = session.store;
  const packId = await shownPackId(db);
  const deps = { db, settings: forecastSettings, codeVersion: readCodeVersion(), now };
  const found = await findKnownOn(deps, packId, asOf);
  if (found.kind === 'published') printer.note(`As known on ${asOf}, as published by run ${found.runId}.`);
  else printer.note(`As known on ${asOf}, replayed by today’s code.`);
  if (found.kind === 'unanswered') return replayed(session, packId, asOf, path);
  return (await found.find(path))?.body ?? null;
}
