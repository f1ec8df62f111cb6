import { observationsAsOf } from '../as-of.ts';
import type { FiscalCalendar, IsoDate } from '../fiscal-calendar.ts';
import { fiscalYearSpan } from '../fiscal-year.ts';
import type { FiscalYearSeries, FiscalYearValue, YearInProgress } from '../fiscal-year-series.ts';
import type { Observation } from '../observation.ts';
import { isWholeMonths, monthIndex } from '../span.ts';
import { type ReconciledYear, reconciledYears } from './reconciled-years.ts';

/** A uniform error of this half width has the standard deviation √(h² ÷ 3). */
const halfWidthOf = (standardDeviation: number) => standardDeviation * Math.sqrt(3);

/** The months that reports lie over, by their index. */
function coveredMonths(reports: readonly Observation[]): Set<number> {
  const covered = new Set<number>();
  for (const report of reports) {
    const last = monthIndex(report.end);
    for (let month = monthIndex(report.start); month <= last; month += 1) covered.add(month);
  }
  return covered;
}

/** Whether every month of a fiscal year is among those covered. */
function isCovered(fiscalYear: number, covered: ReadonlySet<number>, calendar: FiscalCalendar): boolean {
  const first = monthIndex(fiscalYearSpan(fiscalYear, calendar).start);
  return Array.from({ length: 12 }, (_, i) => first + i).every((month) => covered.has(month));
}

function newestOf(observations: readonly Observation[]): Observation | undefined {
  return observations.toSorted((a, b) => (a.knownBy < b.knownBy ? 1 : a.knownBy > b.knownBy ? -1 : 0))[0];
}

function asYear({
  fiscalYear,
  label,
  span,
  value,
  standardDeviation,
  observations,
}: ReconciledYear): FiscalYearValue[] {
  const observation = newestOf(observations);
  const halfWidth = halfWidthOf(standardDeviation);
  return observation ? [{ fiscalYear, label, span, value, halfWidth, observation, basis: 'reconciled-months' }] : [];
}

function asKnownYear({
  fiscalYear,
  label,
  span,
  value,
  standardDeviation,
  observations,
}: ReconciledYear): YearInProgress {
  const halfWidth = halfWidthOf(standardDeviation);
  const sum = { fiscalYear, label, span, months: 12, value, halfWidth, observations };
  return { ...sum, basis: 'reconciled-months', precedents: [], landingRatios: [] };
}

/**
 * Fiscal years with the sums of reconciled months where no total is published: gaps between published years, and the
 * year after the last one, which stays apart as a year known in all its months.
 *
 * Only years that reports cover in every month are filled, each with the standard deviation of its sum as the half width
 * of a uniform error.
 *
 * @param observations  those the series was made from
 */
export function completeYears(
  series: FiscalYearSeries,
  observations: readonly Observation[],
  calendar: FiscalCalendar,
  asOf: IsoDate,
): FiscalYearSeries {
  const { years, unreported } = series;
  const [first, last] = [years[0]?.fiscalYear, years.at(-1)?.fiscalYear];
  if (first === undefined || last === undefined) return series;
  const known = observationsAsOf(observations, asOf).filter(
    (report) => report.status === 'accepted' && report.qualifier !== 'over' && isWholeMonths(report),
  );
  const covered = coveredMonths(known);
  const isWanted = (year: number) =>
    !years.some(({ fiscalYear }) => fiscalYear === year) &&
    !unreported.some(
      ({ fiscalYear, months, basis }) => fiscalYear === year && months === 12 && basis !== 'with-quarters',
    ) &&
    isCovered(year, covered, calendar);
  const wanted = Array.from({ length: last - first + 2 }, (_, i) => first + i).filter(isWanted);
  if (wanted.length === 0) return series;
  const nonNegative = known.every(({ value }) => value >= 0);
  const found = reconciledYears(known, calendar, { asOf, nonNegative }).filter(({ fiscalYear }) =>
    wanted.includes(fiscalYear),
  );
  const filled = found.filter(({ fiscalYear }) => fiscalYear < last).flatMap(asYear);
  const following = found.filter(({ fiscalYear }) => fiscalYear > last).map(asKnownYear);
  const others = unreported.filter(({ fiscalYear }) => !following.some((year) => year.fiscalYear === fiscalYear));
  const ahead = [...following, ...others].toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  return {
    years: [...years, ...filled].toSorted((a, b) => a.fiscalYear - b.fiscalYear),
    unreported: ahead,
    inProgress: ahead.at(-1) ?? null,
  };
}
