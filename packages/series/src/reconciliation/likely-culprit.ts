import { implausibility } from './estimate-months.ts';
import { agree, boundedSum, isSameMonths, type MonthReport } from './month-report.ts';
import { holdTogether, type Infeasibility } from './smallest-conflict.ts';

export interface Culprit {
  readonly report: MonthReport;
  readonly reason: string;
}

interface Suspicion {
  readonly report: MonthReport;
  /** Another report of the same months, of any day, that more pages print and that would fit. */
  readonly fits: MonthReport | null;
  readonly resolves: boolean;
  /** Of the months the other reports imply. */
  readonly implausibility: number;
  readonly pages: number;
}

function pagesOf(report: MonthReport, all: readonly MonthReport[]): number {
  const agreeing = all.filter((other) => isSameMonths(other, report) && agree(other, report));
  return new Set(agreeing.map(({ observation }) => observation.documentId)).size;
}

/** −2 log likelihood: beyond this the months one removal implies are clearly the likelier ones. */
const clearlyLikelier = 4;

/** Fewest pages print it; of these the oldest, likely outdated. */
function compareAttestation(a: Suspicion, b: Suspicion): number {
  if (a.pages !== b.pages) return a.pages - b.pages;
  return a.report.observation.knownBy < b.report.observation.knownBy ? -1 : 1;
}

/** A better attested report fits; else its absence settles all; then the likelier months; then attestation. */
function mostSuspect(suspicions: readonly Suspicion[]): Suspicion | undefined {
  const narrow = (from: readonly Suspicion[], holds: (suspicion: Suspicion) => boolean) => {
    const kept = from.filter(holds);
    return kept.length > 0 ? kept : from;
  };
  const settling = narrow(
    narrow(suspicions, ({ fits }) => fits !== null),
    ({ resolves }) => resolves,
  );
  const least = Math.min(...settling.map((suspicion) => suspicion.implausibility));
  const likely = narrow(settling, (suspicion) => suspicion.implausibility <= least + clearlyLikelier);
  return likely.toSorted(compareAttestation)[0];
}

function reasonFor({ fits, resolves, pages, report }: Suspicion): string {
  if (fits) {
    const { agency, documentId, knownBy } = fits.observation;
    return `${fits.value}, reported for the same months by ${agency || documentId} and known by ${knownBy}, would fit`;
  }
  const printed = `printed by ${pages} page${pages === 1 ? '' : 's'}, known by ${report.observation.knownBy}`;
  return resolves ? `without it all other reports agree; ${printed}` : `the weakest of the set: ${printed}`;
}

/**
 * The report of a conflict that is most likely wrong or outdated.
 *
 * @param standing  the reports in use, those of the conflict among them
 * @param all       every accepted report, superseded ones included
 */
export function likelyCulprit(
  conflict: Infeasibility,
  standing: readonly MonthReport[],
  all: readonly MonthReport[],
  months: number,
): Culprit | null {
  const suspicions = conflict.reports.map((report) => {
    const rest = standing.filter((other) => other !== report);
    const fits = all.find((other) => {
      if (!isSameMonths(other, report) || agree(other, report)) return false;
      if (pagesOf(other, all) <= pagesOf(report, all)) return false;
      const swapped = conflict.reports.map((member) => (member === report ? other : member));
      return holdTogether(swapped, months, conflict.impliesNegative);
    });
    const resolves = holdTogether(rest, months, conflict.impliesNegative);
    const implied = implausibility(rest.map(boundedSum), months);
    return { report, fits: fits ?? null, resolves, implausibility: implied, pages: pagesOf(report, all) };
  });
  const worst = mostSuspect(suspicions);
  return worst ? { report: worst.report, reason: reasonFor(worst) } : null;
}
