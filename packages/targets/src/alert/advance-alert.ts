import type { IsoDate } from '@hadaf/series';
import type { AlertRule } from './alert-rule.ts';
import type { Finding } from './detect.ts';

export type AlertStanding = 'ok' | 'pending' | 'firing' | 'recovering';

/** Where one rule stands on one target. */
export interface AlertState {
  readonly standing: AlertStanding;
  /** Releases in a row that have spoken for leaving `ok` or `firing`. */
  readonly streak: number;
  /** The release last counted; null before the first. */
  readonly counted: IsoDate | null;
  readonly reason: string;
}

export const initialAlertState: AlertState = { standing: 'ok', streak: 0, counted: null, reason: 'not judged before' };

export interface AlertStep {
  readonly state: AlertState;
  /** What somebody is to be told; null for nothing. */
  readonly transition: 'raised' | 'cleared' | null;
}

/**
 * Advances a rule by one release: ok → pending → firing → recovering → ok.
 *
 * Time is counted in releases, so a run on the same data changes nothing, however often it is made. A release between
 * the bounds breaks a row; one without data leaves the state as it is.
 *
 * @param release  the day that names the release; of a stale series, which has none, the day of the run
 */
export function advanceAlert(rule: AlertRule, state: AlertState, finding: Finding, release: IsoDate): AlertStep {
  if (finding.signal === 'no-data' || release === state.counted) return { state, transition: null };
  const isUp = state.standing === 'firing' || state.standing === 'recovering';
  const leaves = finding.signal === (isUp ? 'clears' : 'fires');
  const next = { counted: release, reason: finding.reason };
  if (!leaves) return { state: { ...next, standing: isUp ? 'firing' : 'ok', streak: 0 }, transition: null };
  const streak = state.streak + 1;
  if (streak < rule.releases) {
    return { state: { ...next, standing: isUp ? 'recovering' : 'pending', streak }, transition: null };
  }
  return isUp
    ? { state: { ...next, standing: 'ok', streak: 0 }, transition: 'cleared' }
    : { state: { ...next, standing: 'firing', streak: 0 }, transition: 'raised' };
}
