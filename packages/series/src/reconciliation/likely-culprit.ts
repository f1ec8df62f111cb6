import { boundsOf, type MonthReport } from './month-report.ts';
import { type Infeasibility, smallestConflict } from './smallest-conflict.ts';

export interface Culprit {
  readonly report: MonthReport;
  readonly reason: string;
}

interface Suspicion {
  readonly report: MonthReport;
  /** Another report of the same months, of any day, that more pages print and that would fit. */
  readonly fits: MonthReport | null;
  readonly resolves: boolean;
  readonly pages: number;
}

function isSameMonths(a: MonthReport, b: MonthReport): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Whether two prints may be of one number. */
function agree(a: MonthReport, b: MonthReport): boolean {
  const [first, second] = [boundsOf(a), boundsOf(b)];
  return first.lower <= second.upper && second.lower <= first.upper;
}

function pagesOf(report: MonthReport, all: readonly MonthReport[]): number {
  const agreeing = all.filter((other) => isSameMonths(other, report) && agree(other, report));
  return new Set(agreeing.map(({ observation }) => observation.documentId)).size;
}

/** Most suspect first: a better attested report fits; its absence settles all; the oldest, likely outdated; fewest pages. */
function compareSuspicion(a: Suspicion, b: Suspicion): number {
  if ((a.fits === null) !== (b.fits === null)) return a.fits === null ? 1 : -1;
  if (a.resolves !== b.resolves) return a.resolves ? -1 : 1;
  const [first, second] = [a.report.observation.knownBy, b.report.observation.knownBy];
  if (first !== second) return first < second ? -1 : 1;
  return a.pages - b.pages;
}

function reasonFor({ fits, resolves, pages, report }: Suspicion): string {
  if (fits) return `${fits.value}, reported for the same months by ${fits.observation.documentId}, would fit`;
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
      return smallestConflict(swapped, months, conflict.impliesNegative) === null;
    });
    const resolves = smallestConflict(rest, months, conflict.impliesNegative) === null;
    return { report, fits: fits ?? null, resolves, pages: pagesOf(report, all) };
  });
  const worst = suspicions.toSorted(compareSuspicion)[0];
  return worst ? { report: worst.report, reason: reasonFor(worst) } : null;
}
