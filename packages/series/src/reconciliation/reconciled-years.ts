import type { FiscalCalendar, Span } from '../fiscal-calendar.ts';
import { fiscalYearLabel, fiscalYearOf, fiscalYearSpan } from '../fiscal-year.ts';
import type { Observation } from '../observation.ts';
import { monthIndex } from '../span.ts';
import { type JointMonths, type ReconcileOptions, reconcileJointly } from './reconcile-months.ts';

/** A fiscal year's total as its reconciled months make it. */
export interface ReconciledYear {
  readonly fiscalYear: number;
  readonly label: string;
  readonly span: Span;
  readonly value: number;
  /** Of the sum, the months' joint variation counted. */
  readonly standardDeviation: number;
  /** Months no arithmetic of reports gives; the total may be certain all the same. */
  readonly estimatedMonths: number;
  /** The reports its months rest on, oldest period first. */
  readonly observations: readonly Observation[];
}

function sumDeviation(covariance: Float64Array, months: number, first: number): number {
  let variance = 0;
  for (let i = first; i < first + 12; i += 1) {
    for (let j = first; j < first + 12; j += 1) variance += covariance[i * months + j] ?? 0;
  }
  return Math.sqrt(Math.max(0, variance));
}

function yearAt(joint: JointMonths, fiscalYear: number, calendar: FiscalCalendar): ReconciledYear[] {
  const span = fiscalYearSpan(fiscalYear, calendar);
  const { months } = joint.reconciliation;
  const first = monthIndex(span.start) - joint.firstMonth;
  const own = first < 0 ? [] : months.slice(first, first + 12);
  if (own.length < 12 || own.some(({ value }) => value === null)) return [];
  const observations = own.flatMap(({ basis }) => basis?.reports.map(({ observation }) => observation) ?? []);
  return [
    {
      fiscalYear,
      label: fiscalYearLabel(fiscalYear, calendar),
      span,
      value: own.reduce((sum, { value }) => sum + (value ?? 0), 0),
      standardDeviation: sumDeviation(joint.covariance, months.length, first),
      estimatedMonths: own.filter(({ label }) => label === 'estimated').length,
      observations: [...new Set(observations)].toSorted((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0)),
    },
  ];
}

/** The fiscal years of a flow all of whose months reports cover, as sums of the reconciled months; oldest first. */
export function reconciledYears(
  observations: readonly Observation[],
  calendar: FiscalCalendar,
  options: ReconcileOptions,
): ReconciledYear[] {
  const joint = reconcileJointly(observations, options);
  const [first, last] = [joint.reconciliation.months[0], joint.reconciliation.months.at(-1)];
  if (!(first && last)) return [];
  const from = fiscalYearOf(first.span.end, calendar);
  const count = fiscalYearOf(last.span.end, calendar) - from + 1;
  return Array.from({ length: count }, (_, i) => yearAt(joint, from + i, calendar)).flat();
}
