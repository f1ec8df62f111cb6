import { observationsAsOf } from '../as-of.ts';
import type { IsoDate, Span } from '../fiscal-calendar.ts';
import { latestReport } from '../latest-report.ts';
import type { Observation } from '../observation.ts';
import { isWholeMonths, monthIndex, monthSpan } from '../span.ts';
import { conditionMonths } from './condition-months.ts';
import { estimateMonths } from './estimate-months.ts';
import { likelyCulprit } from './likely-culprit.ts';
import { boundedSum, type MonthReport } from './month-report.ts';
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
}

/** A smallest set of reports that cannot hold together. */
export interface ReportConflict {
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

/** A month all of whose variance the sums remove, up to rounding of the updates, is determined by them. */
const determined = 1e-6;

function monthReports(observations: readonly Observation[], first: number): MonthReport[] {
  return observations.map((observation) => ({
    first: monthIndex(observation.start) - first,
    last: monthIndex(observation.end) - first,
    value: observation.value,
    halfWidth: observation.halfWidth,
    observation,
  }));
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
      reports: conflict.reports.map(({ observation }) => observation),
      excess: conflict.excess,
      impliesNegative: conflict.impliesNegative,
      likelyCulprit: culprit.report.observation,
      reason: culprit.reason,
    });
  }
}

/** Variance left in each month by the sums alone, from 1: 0 where they determine it. */
function openness(reports: readonly MonthReport[], months: number): Float64Array {
  const identity = new Float64Array(months * months);
  for (let t = 0; t < months; t += 1) identity[t * months + t] = 1;
  const sums = reports.map(({ first, last }) => ({ first, last, value: 0, variance: 0 }));
  const { covariance } = conditionMonths(new Float64Array(months), identity, sums);
  return Float64Array.from({ length: months }, (_, t) => covariance[t * months + t] ?? 1);
}

function labelMonths(reports: readonly MonthReport[], months: number): ReconciledMonth['label'][] {
  const bounded = reports.filter(({ observation }) => observation.qualifier !== 'over');
  const open = openness(bounded, months);
  return Array.from({ length: months }, (_, t) => {
    if (bounded.some(({ first, last }) => first === t && last === t)) return 'reported';
    if ((open[t] ?? 1) < determined) return 'derived';
    return reports.some(({ first, last }) => first <= t && t <= last) ? 'estimated' : 'unknown';
  });
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
export function reconcileMonths(
  observations: readonly Observation[],
  { asOf, nonNegative }: ReconcileOptions,
): Reconciliation {
  const known = observationsAsOf(observations, asOf).filter(
    (observation) => observation.status === 'accepted' && isWholeMonths(observation),
  );
  if (known.length === 0) return { months: [], conflicts: [], reports: [] };
  const first = Math.min(...known.map(({ start }) => monthIndex(start)));
  const months = Math.max(...known.map(({ end }) => monthIndex(end))) - first + 1;
  const { standing, conflicts } = setAsideCulprits(monthReports(known, first), months, nonNegative);
  const { mean, standardDeviation } = estimateMonths(
    standing.map(boundedSum),
    months,
    nonNegative ? 0 : Number.NEGATIVE_INFINITY,
  );
  const labels = labelMonths(standing, months);
  return {
    months: labels.map((label, t) => ({
      span: monthSpan(first + t),
      value: label === 'unknown' ? null : (mean[t] ?? null),
      standardDeviation: label === 'unknown' ? null : (standardDeviation[t] ?? null),
      label,
    })),
    conflicts,
    reports: standing.map(({ observation }) => observation),
  };
}
