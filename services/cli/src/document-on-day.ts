import {
  compareAccounts,
  type DayAccount,
  type DayDocuments,
  findKnownOn,
  forecastSettings,
  type IndexReport,
  keepReplay,
  openForecaster,
  readCodeVersion,
} from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { clockOf } from './as-of.ts';
import { shownPackId } from './published.ts';
import type { Session } from './session.ts';
import { printer } from './terminal/printer.ts';

const indexPath = '/v1/targets';
const idsShown = 12;

async function replayHere({ store, config, log }: Session, packId: string, asOf: string): Promise<void> {
  const forecaster = openForecaster(config.threads);
  try {
    const made = { settings: forecastSettings, codeVersion: readCodeVersion(), postsAlerts: false };
    const deps = { db: store.db, forecaster, ...made, today: await clockOf(store.db, packId), log };
    await keepReplay(deps, packId, asOf);
  } finally {
    await forecaster.close();
  }
}

async function indexOf({ find }: DayAccount): Promise<IndexReport | null> {
  const body = (await find(indexPath))?.body;
  return body === undefined ? null : JSON.parse(body);
}

/** Whether the run and today's code agree on the day; empty where only one of them tells of it. */
async function agreementOf(documents: DayDocuments): Promise<string> {
  const { other } = documents;
  const [own, others] = other ? [await indexOf(documents), await indexOf(other)] : [null, null];
  if (!own || !others) return '';
  const [published, replayed] = documents.kind === 'published' ? [own, others] : [others, own];
  const { differing, targets } = compareAccounts(published, replayed);
  if (differing.length === 0) return ` Run and replay agree on every figure of its ${targets} targets.`;
  const left = differing.length - idsShown;
  const ids = `${differing.slice(0, idsShown).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
  return ` Run and replay differ on ${differing.length} of ${targets} targets: ${ids}.`;
}

async function accountWords(documents: DayDocuments): Promise<string> {
  const { kind, asOf, knownOn, runId, madeAt, codeVersion, other } = documents;
  const code = codeVersion === null ? '' : `, code ${codeVersion.slice(0, 8)}`;
  const agreement = await agreementOf(documents);
  if (kind === 'published') {
    const day = knownOn === asOf ? `As known on ${asOf}` : `As shown on ${asOf}: as known on ${knownOn}`;
    return `${day}, as published by run ${runId} at ${madeAt}${code}.${agreement} Today’s code replays it with --replay.`;
  }
  const then =
    other === null ? 'no run had been published by then' : `not what run ${other.runId.slice(0, 8)} published`;
  return `As known on ${asOf}, replayed by today’s code${code}: ${then}.${agreement}`;
}

/**
 * A document of the shown pack as known on a day: as the run that stands for it published it, else replayed by today's
 * code and kept. Says which on standard error.
 *
 * @returns null where the day has none of that path
 * @throws CodedError REQUEST_INVALID for what is no day, a day to come, and one before anything was known
 */
export async function documentOn(
  session: Session,
  path: string,
  { asOf, isReplayAsked }: { asOf: string; isReplayAsked: boolean },
): Promise<string | null> {
  const { db } = session.store;
  const packId = await shownPackId(db);
  const now = () => new Date().toISOString();
  const deps = { db, settings: forecastSettings, codeVersion: readCodeVersion(), now };
  const find = () => findKnownOn(deps, packId, { asOf, isReplayAsked });
  let found = await find();
  if (found.kind === 'unanswered') {
    await replayHere(session, packId, asOf);
    found = await find();
  }
  if (found.kind === 'unanswered') {
    throw new CodedError('STORE_CONFLICT', 'the data changed while the day was replayed; ask again');
  }
  printer.note(await accountWords(found));
  return (await found.find(path))?.body ?? null;
}
