import { observationsAsOf } from '../as-of.ts';
import type { FiscalCalendar } from '../fiscal-calendar.ts';
import { isFiscalYear } from '../fiscal-year.ts';
import { type FiscalYearValue, fiscalYearSeries } from '../fiscal-year-series.ts';
import type { Observation } from '../observation.ts';
import { boundsOf, monthReports } from './month-report.ts';
import type { ReconciledMonth, ReconcileOptions, Reconciliation } from './reconcile-months.ts';

/** A total that was printed for a year and is not the one that stands. */
export interface OtherTotal {
  readonly observation: Observation;
  /** Sum of the months less this total; null where months are unknown. */
  readonly difference: number | null;
  readonly isWithinPrint: boolean;
}

/** The twelve months of a fiscal year beside its published total. */
export interface YearCheck {
  readonly year: FiscalYearValue;
  /** Null where a month is unknown. */
  readonly sum: number | null;
  /** Sum less published total. */
  readonly difference: number | null;
  readonly isWithinPrint: boolean;
  /** How many of its months carry each label. */
  readonly labels: Readonly<Record<ReconciledMonth['label'], number>>;
  /** Why the sum is not the published total; empty where it is. */
  readonly explanation: string;
  /** Other prints of the total, oldest first, one a value. */
  readonly others: readonly OtherTotal[];
}

/** Sums of floating-point months meet an exact total to this share of it. */
const exactness = 1e-9;

function isWithin(sum: number | null, observation: Observation): boolean {
  const [report] = monthReports([observation], 0);
  if (sum === null || !report) return false;
  const { lower, upper } = boundsOf(report);
  const noise = exactness * Math.abs(sum);
  return sum >= lower - noise && sum <= upper + noise;
}

function otherTotals(year: FiscalYearValue, totals: readonly Observation[], sum: number | null): OtherTotal[] {
  const own = totals.filter(({ start, end }) => start === year.span.start && end === year.span.end);
  const byDay = own.toSorted((a, b) => (a.knownBy < b.knownBy ? -1 : a.knownBy > b.knownBy ? 1 : 0));
  return byDay
    .filter(({ value }, i) => value !== year.value && byDay.findIndex((other) => other.value === value) === i)
    .map((observation) => ({
      observation,
      difference: sum === null ? null : sum - observation.value,
      isWithinPrint: isWithin(sum, observation),
    }));
}

function explanationOf(year: FiscalYearValue, unknown: number, { conflicts }: Reconciliation): string {
  if (unknown > 0) return `${unknown} of 12 months are unknown`;
  const conflict = conflicts.find(({ likelyCulprit }) => likelyCulprit === year.observation);
  return conflict
    ? `the total cannot hold together with ${conflict.reports.length - 1} other reports: ${conflict.reason}`
    : '';
}

/** Every published fiscal year beside the sum of its reconciled months, oldest first. */
export function checkYears(
  observations: readonly Observation[],
  reconciliation: Reconciliation,
  { asOf, calendar }: Pick<ReconcileOptions, 'asOf'> & { readonly calendar: FiscalCalendar },
): YearCheck[] {
  const totals = observationsAsOf(observations, asOf).filter(
    (observation) => observation.status === 'accepted' && isFiscalYear(observation, calendar),
  );
  return fiscalYearSeries(observations, calendar, asOf).years.map((year) => {
    const months = reconciliation.months.filter(
      ({ span }) => span.start >= year.span.start && span.end <= year.span.end,
    );
    const labels = { reported: 0, derived: 0, estimated: 0, unknown: 0 };
    for (const { label } of months) labels[label] += 1;
    const sum = labels.unknown > 0 ? null : months.reduce((total, { value }) => total + (value ?? 0), 0);
    const isWithinPrint = isWithin(sum, year.observation);
    return {
      year,
      sum,
      difference: sum === null ? null : sum - year.value,
      isWithinPrint,
      labels,
      explanation: isWithinPrint ? '' : explanationOf(year, labels.unknown, reconciliation),
      others: otherTotals(year, totals, sum),
    };
  });
}
