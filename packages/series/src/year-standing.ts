import type { IsoDate, Span } from './fiscal-calendar.ts';
import { fiscalYearLabel, fiscalYearOf, fiscalYearSpan } from './fiscal-year.ts';
import type { YearInProgress } from './fiscal-year-series.ts';
import type { Indicator } from './indicator.ts';
import { latestReport } from './latest-report.ts';
import type { Observation } from './observation.ts';
import type { NextRelease } from './release-calendar.ts';
import { isSameSpan, isWholeMonths, monthCount, monthIndex, monthSpan, monthsSpan } from './span.ts';

/** A fiscal year without a printed total, as it stands by the calendar on a day. */
export interface YearStanding {
  readonly fiscalYear: number;
  readonly label: string;
  readonly span: Span;
  /** Whether its last day is before the day. */
  readonly isOver: boolean;
  /** Its first months as far as they are known without a gap; null where the first is not. */
  readonly sum: YearInProgress | null;
  /** Reports of single months and quarters behind the first gap, oldest first. */
  readonly later: readonly Observation[];
  /** What is known of it: `sum` and `later` together, in the series' unit. */
  readonly value: number;
  /** Months in `value`, out of twelve. */
  readonly monthsKnown: number;
  /** Months whose last day is before the day. */
  readonly monthsOver: number;
  /** Months not in `value` whose release is overdue; null where nothing makes one expect a release. */
  readonly monthsOverdue: number | null;
  /** What its parts are reported by; null where the series has years alone. */
  readonly part: 'month' | 'quarter' | null;
}

/** What the years of a flow are told from. */
export interface StandingEvidence {
  readonly indicator: Pick<Indicator, 'calendar' | 'frequency'>;
  /** The newest fiscal year with a total. */
  readonly lastYear: number;
  readonly unreported: readonly YearInProgress[];
  /** Accepted reports known on the day. */
  readonly known: readonly Observation[];
  readonly release: NextRelease | null;
}

const monthsOfYear = 12;
const monthsOfRelease = { month: 1, quarter: 3, year: 12 } as const;

/** Reports of single months and quarters from a month to the end of its year, none counted twice. */
function reportsFrom(first: number, last: number, known: readonly Observation[]): Observation[] {
  const reports: Observation[] = [];
  for (let month = first; month <= last; month += 1) {
    const spans = [monthSpan(month), monthsSpan(month, month + 2)].filter(({ end }) => monthIndex(end) <= last);
    const report = spans.flatMap((span) => latestReport(known.filter((one) => isSameSpan(one, span))) ?? [])[0];
    if (!report) continue;
    reports.push(report);
    month = monthIndex(report.end);
  }
  return reports;
}

/** The last month whose figure should be printed by now; null where nothing makes one expect it. */
function lastMonthDue({ release, indicator }: StandingEvidence): number | null {
  if (!release || indicator.frequency === 'irregular') return null;
  return monthIndex(release.newest.end) + release.overduePeriods * monthsOfRelease[indicator.frequency];
}

function partOf({ indicator, known }: StandingEvidence, monthsKnown: number): YearStanding['part'] {
  if (!known.some((report) => isWholeMonths(report) && monthCount(report) < monthsOfYear)) return null;
  return indicator.frequency === 'quarter' && monthsKnown % 3 === 0 ? 'quarter' : 'month';
}

function standingOf(fiscalYear: number, evidence: StandingEvidence, asOf: IsoDate): YearStanding {
  const { calendar } = evidence.indicator;
  const span = fiscalYearSpan(fiscalYear, calendar);
  const sum = evidence.unreported.find((year) => year.fiscalYear === fiscalYear) ?? null;
  const months = Array.from({ length: monthsOfYear }, (_, i) => monthIndex(span.start) + i);
  const behind = months.slice(sum?.months ?? 0);
  const later = behind[0] === undefined ? [] : reportsFrom(behind[0], monthIndex(span.end), evidence.known);
  const missing = behind.filter(
    (month) => !later.some(({ start, end }) => monthIndex(start) <= month && month <= monthIndex(end)),
  );
  const due = lastMonthDue(evidence);
  const monthsKnown = monthsOfYear - missing.length;
  return {
    ...{ fiscalYear, label: fiscalYearLabel(fiscalYear, calendar), span, sum, later, monthsKnown },
    isOver: span.end < asOf,
    value: later.reduce((total, { value }) => total + value, sum?.value ?? 0),
    monthsOver: months.filter((month) => monthSpan(month).end < asOf).length,
    monthsOverdue: due === null ? null : missing.filter((month) => month <= due).length,
    part: partOf(evidence, monthsKnown),
  };
}

/**
 * Every fiscal year after the last one with a total, up to the one the day is in, oldest first. A year whose last day is
 * past is over, however few of its months are reported; on its last day it still runs.
 *
 * @returns empty where the year the day is in has a total already
 */
export function yearStandings(evidence: StandingEvidence, asOf: IsoDate): YearStanding[] {
  const count = Math.max(0, fiscalYearOf(asOf, evidence.indicator.calendar) - evidence.lastYear);
  return Array.from({ length: count }, (_, i) => standingOf(evidence.lastYear + 1 + i, evidence, asOf));
}
