import { isSameSpan, type Observation } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import type { MeasuredSeries } from '../assess/measured-series.ts';

/** A later report of what an earlier view already had, or of a period it did not. */
export interface AddedReports {
  readonly newData: readonly Observation[];
  readonly revisions: readonly Observation[];
}

/** What became known after one day up to another: periods nobody had reported, and periods reported again. */
export function addedReports(observations: readonly Observation[], from: string, to: string): AddedReports {
  const accepted = observations.filter(({ status }) => status === 'accepted');
  const before = accepted.filter(({ knownBy }) => knownBy <= from);
  const added = accepted.filter(({ knownBy }) => knownBy > from && knownBy <= to);
  const isRevision = (report: Observation) => before.some((known) => isSameSpan(known, report));
  return { newData: added.filter((report) => !isRevision(report)), revisions: added.filter(isRevision) };
}

/** A state of everything that decides a target's number besides the code. */
export interface ChangeState {
  readonly series: MeasuredSeries;
  readonly target: Target;
  readonly seed: number;
}

/** The two figures a change is split for: P at the date, and the middle of the forecast at the date. */
export interface ChangeFigures {
  readonly probability: number;
  readonly central: number;
}
