import type { Observation } from './observation.ts';

/** How far a report leaves the value open: a lower bound (`over`) leaves it open without limit. */
function imprecision(report: Observation): number {
  return report.qualifier === 'over' ? Number.POSITIVE_INFINITY : report.halfWidth;
}

/** Whether `precise` may be the number that `coarse` rounds, truncates (2,596 printed as "2.59bn") or bounds. */
function isConsistentWith(coarse: Observation, precise: Observation): boolean {
  if (coarse.qualifier === 'over') return precise.value >= coarse.value;
  const excess = precise.value - coarse.value;
  if (coarse.qualifier === 'rounded' && excess >= 0) return excess <= 2 * coarse.halfWidth;
  return Math.abs(coarse.value - precise.value) <= coarse.halfWidth;
}

function support(report: Observation, reports: readonly Observation[]): number {
  return reports.filter((other) => Math.abs(other.value - report.value) <= report.halfWidth).length;
}

/** Newest first; of one day the more precise, then the one more reports agree with, then the dated page. */
function compareReports(a: Observation, b: Observation, reports: readonly Observation[]): number {
  if (a.knownBy !== b.knownBy) return a.knownBy < b.knownBy ? 1 : -1;
  if (imprecision(a) !== imprecision(b)) return imprecision(a) - imprecision(b);
  const supported = support(b, reports) - support(a, reports);
  if (supported !== 0) return supported;
  if ((a.publishedOn === null) !== (b.publishedOn === null)) return a.publishedOn === null ? 1 : -1;
  return a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : b.value - a.value;
}

/**
 * The report that stands for one period among all that were made of it.
 *
 * The newest accepted report decides which release counts. Where it is rounded, the newest more precise report it is a
 * rounding of is taken in its place: 3,220 printed in 2025 as "3.22bn" does not replace 3,223 of 2024, it confirms it.
 * A report it contradicts is superseded however precise it was.
 *
 * @param reports  reports of one indicator and one period, all known at the instant of interest
 * @returns        null where none is accepted
 */
export function latestReport(reports: readonly Observation[]): Observation | null {
  const accepted = reports.filter((report) => report.status === 'accepted');
  const newestFirst = accepted.toSorted((a, b) => compareReports(a, b, accepted));
  let chosen = newestFirst[0];
  if (!chosen) return null;
  for (;;) {
    const current: Observation = chosen;
    const finer = newestFirst.find(
      (other) => imprecision(other) < imprecision(current) && isConsistentWith(current, other),
    );
    if (!finer) return current;
    chosen = finer;
  }
}
