import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { findPack, listAlerts, listTargets } from '@hadaf/store';
import { urduSpeaker } from '@hadaf/targets';
import { calibratedSettings } from '../calibration/calibrated.ts';
import type { EngineDeps } from '../engine-deps.ts';
import type { IndexReport, TargetReport } from '../report.ts';
import { assessFromLedger, forecastAll } from './assess-ledger.ts';
import { composeIndex, composeReport } from './compose-reports.ts';
import { readLedger } from './evidence.ts';

/** A run that nobody asked for and nothing stores. */
const replayId = 'replay';

const alertsShown = 200;

export interface Replay {
  readonly index: IndexReport;
  readonly reports: readonly TargetReport[];
}

/** The words of a claim are read, and its measure chosen, with what is known when the pack is written. */
const readToday = (today: IsoDate) =>
  `Readings of wording and measurement are those of ${today}, not of the day shown.`;

/**
 * What would have been published on an earlier day: the targets and numbers known then, the models of now and
 * today's reading of the claims, which each report of an earlier day says. Nothing is stored.
 *
 * @throws CodedError PACK_NOT_FOUND, REQUEST_INVALID when the day lies in the future
 */
export async function replay(deps: EngineDeps, packId: string, asOf: IsoDate): Promise<Replay> {
  const today = deps.today();
  if (asOf > today) throw new CodedError('REQUEST_INVALID', `${asOf} lies in the future; today is ${today}`);
  const pack = await findPack(deps.db, packId);
  if (!pack) throw new CodedError('PACK_NOT_FOUND', `no pack ${packId}`);
  const targets = (await listTargets(deps.db, packId)).filter(({ target }) => target.knownBy <= asOf);
  const ledger = await readLedger(deps, targets, asOf);
  const settings = await calibratedSettings(deps, deps.db, { packId, asOf });
  const forecasts = await forecastAll({ ...deps, settings }, ledger, targets);
  const alerts = (await listAlerts(deps.db, { limit: alertsShown })).filter(({ raisedOn }) => raisedOn <= asOf);
  const run = { id: replayId, packId, asOf };
  const say = urduSpeaker();
  const reports = targets.map((version) => {
    const { report } = assessFromLedger(ledger, version, targets, forecasts);
    const caveats = asOf < today ? [...report.caveats, readToday(today)] : report.caveats;
    return composeReport(run, { ...report, caveats }, alerts, say);
  });
  return { index: composeIndex(run, pack.title, reports, say), reports };
}
