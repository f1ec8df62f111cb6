import { observationsAsOf } from '../as-of.ts';
import type { IsoDate, Span } from '../fiscal-calendar.ts';
import { latestReport } from '../latest-report.ts';
import type { Observation } from '../observation.ts';
import { isWholeMonths, monthIndex, monthSpan } from '../span.ts';
import { DerivableSums, type MonthBasis } from './derive-sums.ts';
import { estimateMonths } from './estimate-months.ts';
import { likelyCulprit } from './likely-culprit.ts';
import { boundedSum, type MonthReport, monthReports } from './month-report.ts';
import { smallestConflict } from './smallest-conflict.ts';

/** One month of the reconciled series. */
export interface ReconciledMonth {
  readonly span: Span;
  /** Null where unknown. */
  readonly value: number | null;
  /** Of the value, from print or estimation; null where unknown. */
  readonly standardDeviation: number | null;
  /**
   * `reported` by itself; `derived` by difference of reports, without any model; `estimated` from sums that cover it;
   * `unknown` where no report covers it.
   */
  readonly label: 'reported' | 'derived' | 'estimated' | 'unknown';
  /** The reports it rests on and their arithmetic; null where unknown. */
  readonly basis: MonthBasis | null;
}

/** A smallest set of reports that cannot hold together. */
export interface ReportConflict {
  /** Of `sums` that disagree; with a `suspect` report, left out from the start; a `revision` of one period's value. */
  readonly kind: 'sums' | 'suspect' | 'revision';
  readonly reports: readonly Observation[];
  /** By how much they miss each other, in the indicator's unit. */
  readonly excess: number;
  /** They hold together only if a month is negative: a sign of a revision, never a value. */
  readonly impliesNegative: boolean;
  /** Set aside, so that the rest holds together. */
  readonly likelyCulprit: Observation;
  readonly reason: string;
}

export interface Reconciliation {
  readonly months: readonly ReconciledMonth[];
  readonly conflicts: readonly ReportConflict[];
  /** The reports the months honour: the latest of each period, without culprits. */
  readonly reports: readonly Observation[];
}

export interface ReconcileOptions {
  readonly asOf: IsoDate;
  /** Whether no month can be below 0, as of exports. */
  readonly nonNegative: boolean;
}

/** The latest report of every period. */
function standingReports(reports: readonly MonthReport[]): MonthReport[] {
  const periods = Map.groupBy(reports, ({ first, last }) => `${first} ${last}`);
  return [...periods.values()].flatMap((group) => {
    const latest = latestReport(group.map(({ observation }) => observation));
    return group.find(({ observation }) => observation === latest) ?? [];
  });
}

function setAsideCulprits(all: readonly MonthReport[], months: number, nonNegative: boolean) {
  let standing = standingReports(all);
  const conflicts: ReportConflict[] = [];
  for (;;) {
    const conflict = smallestConflict(standing, months, nonNegative);
    const culprit = conflict && likelyCulprit(conflict, standing, all, months);
    if (!(conflict && culprit)) return { standing, conflicts };
    standing = standing.filter((report) => report !== culprit.report);
    conflicts.push({
      kind: 'sums',
      reports: conflict.reports.map(({ observation }) => observation),
      excess: conflict.excess,
      impliesNegative: conflict.impliesNegative,
      likelyCulprit: culprit.report.observation,
      reason: culprit.reason,
    });
  }
}

function labelOf(month: number, reports: readonly MonthReport[], sums: DerivableSums): ReconciledMonth['label'] {
  const covering = reports.filter(({ first, last }) => first <= month && month <= last);
  const isReported = ({ first, last, observation }: MonthReport) => first === last && observation.qualifier !== 'over';
  if (covering.some(isReported)) return 'reported';
  if (sums.isDerivable(month)) return 'derived';
  return covering.length > 0 ? 'estimated' : 'unknown';
}

/** The months with how they vary together. */
export interface JointMonths {
  readonly reconciliation: Reconciliation;
  readonly firstMonth: number;
  readonly covariance: Float64Array; // months × months
}

/** One order whatever the one given: which of two equal reports counts must not depend on it. */
function comparePosition(a: Observation, b: Observation): number {
  for (const part of ['start', 'end', 'knownBy', 'documentId', 'value', 'halfWidth'] as const)
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}

const nothingKnown: JointMonths = {
  reconciliation: { months: [], conflicts: [], reports: [] },
  firstMonth: 0,
  covariance: new Float64Array(),
};

/** `reconcileMonths` with the covariance of the months. */
export function reconcileJointly(
  observations: readonly Observation[],
  { asOf, nonNegative }: ReconcileOptions,
): JointMonths {
  const known = observationsAsOf(observations, asOf)
    .filter((observation) => observation.status === 'accepted' && isWholeMonths(observation))
    .toSorted(comparePosition);
  if (known.length === 0) return nothingKnown;
  const firstMonth = Math.min(...known.map(({ start }) => monthIndex(start)));
  const count = Math.max(...known.map(({ end }) => monthIndex(end))) - firstMonth + 1;
  const { standing, conflicts } = setAsideCulprits(monthReports(known, firstMonth), count, nonNegative);
  const floor = nonNegative ? 0 : Number.NEGATIVE_INFINITY;
  const { mean, covariance } = estimateMonths(standing.map(boundedSum), count, floor);
  const sums = new DerivableSums(standing, count);
  const months = Array.from(mean, (value, t): ReconciledMonth => {
    const span = monthSpan(firstMonth + t);
    const label = labelOf(t, standing, sums);
    const basis = sums.basisOf(t, firstMonth);
    if (label === 'unknown') return { span, label, value: null, standardDeviation: null, basis };
    const standardDeviation = Math.sqrt(Math.max(0, covariance[t * count + t] ?? 0));
    return { span, label, value, standardDeviation, basis };
  });
  const reports = standing.map(({ observation }) => observation);
  return { reconciliation: { months, conflicts, reports }, firstMonth, covariance };
}

/**
 * One monthly series from reports of single months, quarters, year-to-date sums and years, as known on a day.
 *
 * The latest report of every period counts. Where reports cannot hold together within their print, the smallest such
 * set is reported and its likely culprit set aside, one conflict after the other; nothing is averaged. The months then
 * honour every report left, exact ones exactly.
 *
 * @param observations  of one flow; suspect ones and periods that are not whole months feed nothing
 */
export function reconcileMonths(observations: readonly Observation[], options: ReconcileOptions): Reconciliation {
  return reconcileJointly(observations, options).reconciliation;
}
