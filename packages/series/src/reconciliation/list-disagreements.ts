import { observationsAsOf } from '../as-of.ts';
import { describeSpan } from '../describe-span.ts';
import type { FiscalCalendar } from '../fiscal-calendar.ts';
import { latestReport } from '../latest-report.ts';
import type { Observation } from '../observation.ts';
import { isWholeMonths, monthIndex } from '../span.ts';
import { agree, type MonthReport, monthReports } from './month-report.ts';
import type { ReconciledMonth, ReconcileOptions, Reconciliation, ReportConflict } from './reconcile-months.ts';
import { smallestConflict } from './smallest-conflict.ts';

/** Pages compare a month with its neighbours and with the year before: the columns a figure slips from. */
const neighbouringMonths = [1, -1, 12, -12, 11, -11, 13, -13];
/** Two agencies print one month this close to each other, beyond their rounding. */
const slipTolerance = 0.0025;
/** A figure this close to what stands for its own month needs no other explanation. */
const ownTolerance = 0.02;

interface Window {
  readonly standing: readonly MonthReport[];
  readonly months: readonly ReconciledMonth[];
  readonly firstMonth: number;
  readonly length: number;
}

function windowOf(known: readonly Observation[], { reports, months }: Reconciliation): Window {
  const firstMonth = Math.min(...known.map(({ start }) => monthIndex(start)));
  const length = Math.max(...known.map(({ end }) => monthIndex(end))) - firstMonth + 1;
  return { standing: monthReports(reports, firstMonth), months, firstMonth, length };
}

/** The neighbouring month, over when the page came out, whose value a misplaced figure repeats; null for none. */
function slippedFrom({ first, last, value, halfWidth, observation }: MonthReport, { months, firstMonth }: Window) {
  const byPosition = new Map(months.map((month) => [monthIndex(month.span.start) - firstMonth, month]));
  const own = byPosition.get(first)?.value ?? null;
  if (first !== last || (own !== null && Math.abs(own - value) <= ownTolerance * Math.abs(own))) return null;
  const distance = (month: ReconciledMonth) => Math.abs((month.value ?? Number.NaN) - value);
  const allowed = (month: ReconciledMonth) =>
    halfWidth + 2 * (month.standardDeviation ?? 0) + slipTolerance * Math.abs(value);
  const [closest] = neighbouringMonths
    .flatMap((offset) => byPosition.get(first + offset) ?? [])
    .filter((month) => month.label !== 'estimated' && month.span.end < observation.knownBy)
    .filter((month) => distance(month) <= allowed(month))
    .toSorted((a, b) => distance(a) - distance(b));
  return closest ?? null;
}

function slipWords(report: MonthReport, window: Window, calendar: FiscalCalendar): string {
  const from = slippedFrom(report, window);
  if (from === null) return '';
  return `close to ${describeSpan(from.span, calendar)}, ${from.value?.toFixed(1)}: perhaps that month’s figure under another`;
}

function suspectConflict(report: MonthReport, window: Window, calendar: FiscalCalendar, nonNegative: boolean) {
  const found = smallestConflict([...window.standing, report], window.length, nonNegative);
  const { observation } = report;
  const told = [observation.note, slipWords(report, window, calendar)].filter((words) => words !== '').join('; ');
  const contradicted = found ? '' : 'no other report contradicts it; ';
  return {
    kind: 'suspect',
    reports: found ? found.reports.map((member) => member.observation) : [observation],
    excess: found?.excess ?? 0,
    impliesNegative: found?.impliesNegative ?? false,
    likelyCulprit: observation,
    reason: `left out as ${observation.status}: ${contradicted}${told || 'no reason is recorded'}`,
  } satisfies ReportConflict;
}

/** The first report of each printed value of a period, by the day it became known. */
function vintagesOf(reports: readonly Observation[]): Observation[] {
  const byDay = reports.toSorted((a, b) => (a.knownBy < b.knownBy ? -1 : a.knownBy > b.knownBy ? 1 : 0));
  return byDay.filter((report, i) => byDay.findIndex(({ value }) => value === report.value) === i);
}

function revisionConflict(reports: readonly MonthReport[], reconciliation: Reconciliation): ReportConflict[] {
  const accepted = reports.map(({ observation }) => observation);
  const latest = latestReport(accepted);
  const stands = reports.find(({ observation }) => observation === latest);
  const apart = stands ? reports.filter((report) => !agree(report, stands)) : [];
  const oldest = vintagesOf(apart.map(({ observation }) => observation))[0];
  if (!(stands && oldest)) return [];
  const isSetAside = !reconciliation.reports.includes(stands.observation);
  const then = isSetAside ? ', itself set aside among the sums' : '';
  const verb = accepted.some(({ status }) => status !== 'accepted') ? 'revised or misprinted' : 'revised';
  return [
    {
      kind: 'revision',
      reports: vintagesOf([...apart.map(({ observation }) => observation), stands.observation]),
      excess: Math.max(...apart.map(({ value }) => Math.abs(value - stands.value))),
      impliesNegative: false,
      likelyCulprit: oldest,
      reason: `${verb}: ${stands.value}, known by ${stands.observation.knownBy}, stands${then}`,
    },
  ];
}

/**
 * Where reports disagree beyond the sums `reconcileMonths` sets culprits aside from: reports judged suspect or rejected,
 * each with the smallest set it contradicts, and periods whose value was revised or printed differently, oldest first.
 *
 * A suspect month that repeats the figure of a neighbouring month, or of one a year away, is told so.
 *
 * @param reconciliation  of the same observations and options
 */
export function listDisagreements(
  observations: readonly Observation[],
  reconciliation: Reconciliation,
  { asOf, nonNegative, calendar }: ReconcileOptions & { readonly calendar: FiscalCalendar },
): ReportConflict[] {
  const known = observationsAsOf(observations, asOf).filter(isWholeMonths);
  if (known.length === 0) return [];
  const window = windowOf(known, reconciliation);
  const all = monthReports(known, window.firstMonth);
  const suspect = all.filter(({ observation }) => observation.status !== 'accepted');
  const periods = Map.groupBy(all, ({ first, last }) => `${last} ${first}`);
  return [
    ...suspect.map((report) => suspectConflict(report, window, calendar, nonNegative)),
    ...[...periods.values()].flatMap((group) => revisionConflict(group, reconciliation)),
  ];
}
