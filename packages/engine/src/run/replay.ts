import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { type Db, findDataVersion, findPack, listAlerts, listTargets, type PublishedDocument } from '@hadaf/store';
import { urduSpeaker } from '@hadaf/targets';
import { calibratedSettings } from '../calibration/calibrated.ts';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';
import type { ClaimsReport, ConflictsReport } from '../ledger/claims-report.ts';
import { claimsPath, composeClaims, conflictsPath } from '../ledger/compose-claims.ts';
import { composeVariants } from '../ledger/compose-variants.ts';
import { composeIndicators } from '../months/compose-indicators.ts';
import type { IndexReport, TargetReport } from '../report.ts';
import { answerScenarios } from '../scenario/answer-scenarios.ts';
import { readShelf } from '../scenario/read-scenarios.ts';
import { recordOn } from '../track-record/keep-record.ts';
import { assessFromLedger, forecastAll, withScenarios } from './assess-ledger.ts';
import { composeIndex, composeReport, documentOf, indexPath } from './compose-reports.ts';
import { readLedger } from './evidence.ts';

const alertsShown = 200;

export interface Replay {
  /** Of the code, settings and data it was made from. */
  readonly configHash: string;
  readonly index: IndexReport;
  readonly reports: readonly TargetReport[];
  readonly claims: ClaimsReport;
  readonly conflicts: ConflictsReport;
  /** Of the indicators and of ideas with several definitions, ready made. */
  readonly indicators: readonly PublishedDocument[];
  /** Null until the days up to this one have been replayed for the record. */
  readonly record: PublishedDocument | null;
}

/** The words of a claim are read, and its measure chosen, with what is known when the pack is written. */
const readToday = (today: IsoDate) =>
  `Readings of wording and measurement are those of ${today}, not of the day shown.`;

const digitsOfHash = 12;

/** Names a replay by its day and by all that decides it: equal names, equal numbers. */
export function replayIdOf(asOf: IsoDate, hash: string): string {
  return `replay-${asOf}-${hash.slice(0, digitsOfHash)}`;
}

/** All that a replay rests on, in one snapshot. */
async function readDay(deps: EngineDeps, db: Db, packId: string, asOf: IsoDate) {
  const pack = await findPack(db, packId);
  const dataVersion = await findDataVersion(db, packId);
  if (!pack || dataVersion === undefined) throw new CodedError('PACK_NOT_FOUND', `no pack ${packId}`);
  const targets = (await listTargets(db, packId)).filter(({ target }) => target.knownBy <= asOf);
  const hash = configHash(deps, dataVersion);
  const run = { id: replayIdOf(asOf, hash), packId, asOf };
  const alerts = await listAlerts(db, { limit: alertsShown, by: asOf });
  const ledger = await readLedger({ db }, targets, asOf);
  const { claims, conflicts } = await composeClaims(db, run, pack.title);
  const indicators = [
    ...(await composeIndicators(db, run, pack.title)),
    ...(await composeVariants(db, run, pack.title)),
  ];
  const settings = await calibratedSettings(deps, db, { packId, asOf });
  const shelf = await readShelf(db, packId, ledger);
  const ground = { targets, ledger, shelf, dataVersion };
  return {
    title: pack.title,
    zone: pack.schedule.zone,
    run,
    hash,
    alerts,
    claims,
    conflicts,
    indicators,
    settings,
    ...ground,
  };
}

/**
 * What would have been published on an earlier day: the targets and numbers known then, the models of now and
 * today's reading of the claims, which each report of an earlier day says. Nothing is stored.
 *
 * @throws CodedError PACK_NOT_FOUND, REQUEST_INVALID when the day lies in the future
 */
export async function replay(deps: EngineDeps, packId: string, asOf: IsoDate): Promise<Replay> {
  const today = deps.today();
  if (asOf > today) throw new CodedError('REQUEST_INVALID', `${asOf} lies in the future; today is ${today}`);
  const snapshot = deps.db.transaction().setIsolationLevel('repeatable read');
  const day = await snapshot.execute((db) => readDay(deps, db, packId, asOf));
  const { ledger, targets, alerts, run, claims, conflicts, indicators, settings } = day;
  const forecasts = await forecastAll({ ...deps, settings }, ledger, targets);
  const scenarios = await answerScenarios(deps, { ...day, forecasts });
  const say = urduSpeaker();
  const reports = targets.map((version) => {
    const { report } = withScenarios(assessFromLedger(ledger, version, targets, forecasts), scenarios);
    const caveats = asOf < today ? [...report.caveats, readToday(today)] : report.caveats;
    return composeReport(run, { ...report, caveats }, alerts, say);
  });
  return {
    configHash: day.hash,
    index: composeIndex(run, day.title, reports, say),
    reports,
    claims,
    conflicts,
    indicators,
    record: await recordOn(deps, run, day.zone),
  };
}

/** A replay as the documents a run of that day would have published. */
export function replayDocuments({
  index,
  reports,
  claims,
  conflicts,
  indicators,
  record,
}: Replay): PublishedDocument[] {
  return [
    documentOf(indexPath, index),
    ...reports.map((report) => documentOf(`${indexPath}/${report.targetId}`, report)),
    documentOf(claimsPath, claims),
    documentOf(conflictsPath, conflicts),
    ...indicators,
    ...(record ? [record] : []),
  ];
}
