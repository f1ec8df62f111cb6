import type { FiscalCalendar, Span } from './fiscal-calendar.ts';
import { fiscalYearSpan } from './fiscal-year.ts';
import { latestReport } from './latest-report.ts';
import type { Observation } from './observation.ts';
import { isSameSpan, monthIndex, monthsSpan } from './span.ts';

/** A sum from the first month of a fiscal year. */
export interface YearToDate {
  readonly fiscalYear: number;
  readonly span: Span;
  readonly months: number;
  readonly value: number;
  /** Half the printed precision; of a sum, the sum of its parts' half widths, an upper bound. */
  readonly halfWidth: number;
  /**
   * A cumulative report as printed, one continued by reported single months, or single months alone; a whole year may be
   * the sum of reconciled months.
   */
  readonly basis: 'year-to-date-report' | 'report-plus-months' | 'sum-of-months' | 'reconciled-months';
  /** The reports it rests on. */
  readonly observations: readonly Observation[];
}

type ReportsBySpan = ReadonlyMap<string, readonly Observation[]>;

/** A series is asked for many sums: its reports are put in order once. */
const grouped = new WeakMap<readonly Observation[], ReportsBySpan>();

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;

function bySpan(known: readonly Observation[]): ReportsBySpan {
  const groups = grouped.get(known) ?? Map.groupBy(known, keyOf);
  grouped.set(known, groups);
  return groups;
}

function reportOf(span: Span, known: readonly Observation[]): Observation | null {
  return latestReport(bySpan(known).get(keyOf(span)) ?? []);
}

function sumOf(fiscalYear: number, span: Span, parts: readonly Observation[]): YearToDate {
  const first = parts[0];
  const isReport = parts.length === 1 && first !== undefined && isSameSpan(first, span);
  const startsCumulative = first !== undefined && monthIndex(first.end) > monthIndex(first.start);
  return {
    fiscalYear,
    span,
    months: monthIndex(span.end) - monthIndex(span.start) + 1,
    value: parts.reduce((sum, part) => sum + part.value, 0),
    halfWidth: parts.reduce((sum, part) => sum + part.halfWidth, 0),
    basis: isReport ? 'year-to-date-report' : startsCumulative ? 'report-plus-months' : 'sum-of-months',
    observations: parts,
  };
}

/**
 * The sum of the first `months` months of a fiscal year: the cumulative report where there is one, else the longest
 * shorter cumulative report continued by reported single months, else the single months. Nothing is interpolated.
 *
 * @param known  observations of one flow, already limited to what was known
 * @returns      null where some month is neither reported nor inside a cumulative report
 */
export function yearToDate(
  known: readonly Observation[],
  fiscalYear: number,
  months: number,
  calendar: FiscalCalendar,
): YearToDate | null {
  const firstMonth = monthIndex(fiscalYearSpan(fiscalYear, calendar).start);
  const span = monthsSpan(firstMonth, firstMonth + months - 1);
  const tail: Observation[] = [];
  for (let covered = months; covered >= 1; covered -= 1) {
    const cumulative = reportOf(monthsSpan(firstMonth, firstMonth + covered - 1), known);
    if (cumulative) return sumOf(fiscalYear, span, [cumulative, ...tail]);
    const single = reportOf(monthsSpan(firstMonth + covered - 1, firstMonth + covered - 1), known);
    if (!single) return null;
    tail.unshift(single);
  }
  return null;
}

/**
 * The longest year-to-date sum of a fiscal year; null where its first month is unknown.
 *
 * Twelve known months make a sum of the whole year, which stays a sum: its basis is never a reported total, unless one
 * is among `known`.
 */
export function newestYearToDate(
  known: readonly Observation[],
  fiscalYear: number,
  calendar: FiscalCalendar,
): YearToDate | null {
  for (let months = 12; months >= 1; months -= 1) {
    const sum = yearToDate(known, fiscalYear, months, calendar);
    if (sum) return sum;
  }
  return null;
}
