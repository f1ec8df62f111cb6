import { sortedQuantile } from '@hadaf/numerics';
import { observationsAsOf } from './as-of.ts';
import type { IsoDate, Span } from './fiscal-calendar.ts';
import { latestReport } from './latest-report.ts';
import type { Observation } from './observation.ts';
import { monthIndex } from './span.ts';

/** A period's value as it stood from a day on. */
export interface Vintage {
  readonly knownBy: IsoDate;
  readonly value: number;
  readonly halfWidth: number;
  readonly qualifier: Observation['qualifier'];
  readonly documentId: string;
  /** Whole months from the end of the period to that day. */
  readonly ageMonths: number;
}

/** How a vintage changed the one before. */
export interface Revision {
  readonly from: Vintage;
  readonly to: Vintage;
  /** (to − from) ÷ |from|; 0 for a vintage that only confirms or refines. */
  readonly change: number;
  /** Beyond the usual size of re-reports of its age. */
  readonly isUnusual: boolean;
}

export interface RevisionRow {
  readonly span: Span;
  /** Oldest first; the last one stands. */
  readonly vintages: readonly Vintage[];
  readonly revisions: readonly Revision[];
}

/** The size of usual revisions among re-reports at an age. */
export interface UsualRevision {
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly reReports: number;
  /** Share of re-reports that changed the value at all. */
  readonly revisedShare: number;
  /** Median and 0.9 quantile of |change|, confirmations counted as 0; null where there are none. */
  readonly median: number | null;
  readonly upper: number | null;
}

export interface RevisionTriangle {
  readonly rows: readonly RevisionRow[];
  readonly usual: readonly UsualRevision[];
}

/** Ages at which statistics are usually revised: within the quarter, within the year, with later annual revisions. */
const ageBands = [
  [0, 3],
  [4, 12],
  [13, Number.POSITIVE_INFINITY],
] as const;
const upperQuantile = 0.9;
/** A revision beyond the 0.9 quantile happens to every tenth re-report; beyond twice that, someone should look. */
const unusualFactor = 2;
/** Fewer re-reports give no notion of usual. */
const fewestReReports = 5;

function vintageOf(report: Observation, knownBy: IsoDate): Vintage {
  const { value, halfWidth, qualifier, documentId, end } = report;
  return { knownBy, value, halfWidth, qualifier, documentId, ageMonths: monthIndex(knownBy) - monthIndex(end) };
}

/** What stood on each day on which a report became known. */
function vintagesOf(reports: readonly Observation[]): Vintage[] {
  const days = [...new Set(reports.map(({ knownBy }) => knownBy))].toSorted();
  return days.flatMap((day) => {
    const standing = latestReport(observationsAsOf(reports, day));
    return standing ? [vintageOf(standing, day)] : [];
  });
}

/** A difference both printed precisions allow is no revision. */
function changeOf(from: Vintage, to: Vintage): number {
  const difference = to.value - from.value;
  if (Math.abs(difference) <= Math.max(from.halfWidth, to.halfWidth)) return 0;
  return from.value === 0 ? Number.NaN : difference / Math.abs(from.value);
}

function usualAt([fromMonths, toMonths]: readonly [number, number], revisions: readonly Revision[]): UsualRevision {
  const changes = revisions
    .filter(({ to, change }) => to.ageMonths >= fromMonths && to.ageMonths <= toMonths && !Number.isNaN(change))
    .map(({ change }) => Math.abs(change));
  const sizes = Float64Array.from(changes).sort();
  const known = sizes.length >= fewestReReports;
  return {
    fromMonths,
    toMonths,
    reReports: sizes.length,
    revisedShare: sizes.length === 0 ? 0 : sizes.filter((size) => size > 0).length / sizes.length,
    median: known ? sortedQuantile(sizes, 0.5) : null,
    upper: known ? sortedQuantile(sizes, upperQuantile) : null,
  };
}

function isUnusual({ to, change }: Revision, usual: readonly UsualRevision[]): boolean {
  const band = usual.find(({ fromMonths, toMonths }) => to.ageMonths >= fromMonths && to.ageMonths <= toMonths);
  return band?.upper != null && Math.abs(change) > unusualFactor * band.upper && change !== 0;
}

/**
 * Every accepted value of every period by the day it became known, how large revisions usually are at each age, and
 * which were larger.
 *
 * @param observations  of one indicator
 */
export function revisionTriangle(observations: readonly Observation[], asOf: IsoDate): RevisionTriangle {
  const known = observationsAsOf(observations, asOf).filter(({ status }) => status === 'accepted');
  const groups = Map.groupBy(known, ({ start, end }) => `${end} ${start}`);
  const rows = [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, reports]) => {
      const [first] = reports;
      if (!first) return [];
      const vintages = vintagesOf(reports);
      const revisions = vintages.slice(1).flatMap((to, i) => {
        const from = vintages[i];
        return from ? [{ from, to, change: changeOf(from, to), isUnusual: false }] : [];
      });
      return [{ span: { start: first.start, end: first.end }, vintages, revisions }];
    });
  const all = rows.flatMap(({ revisions }) => revisions);
  const usual = ageBands.map((band) => usualAt(band, all));
  const flagged = rows.map((row) => ({
    ...row,
    revisions: row.revisions.map((revision) => ({ ...revision, isUnusual: isUnusual(revision, usual) })),
  }));
  return { rows: flagged, usual };
}
