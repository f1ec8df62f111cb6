import type { FiscalCalendar, Span } from './fiscal-calendar.ts';
import { fiscalYearSpan } from './fiscal-year.ts';
import { latestReport } from './latest-report.ts';
import type { Observation } from './observation.ts';
import { monthIndex, monthsSpan } from './span.ts';

/** A sum from the first month of a fiscal year. */
export interface YearToDate {
  readonly fiscalYear: number;
  readonly span: Span;
  readonly months: number;
  readonly value: number;
  /** Half the printed precision; of a sum, the sum of its parts' half widths, an upper bound. */
  readonly halfWidth: number;
  /**
   * A cumulative report as printed, one continued by reported single months, single months alone, or a sum with quarters
   * in it; a whole year may be the sum of reconciled months.
   */
  readonly basis:
    | 'year-to-date-report'
    | 'report-plus-months'
    | 'sum-of-months'
    | 'with-quarters'
    | 'reconciled-months';
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

const lengthOf = ({ start, end }: Span) => monthIndex(end) - monthIndex(start) + 1;

function basisOf([first, ...rest]: readonly Observation[], months: number): YearToDate['basis'] {
  if (first && lengthOf(first) === months) return 'year-to-date-report';
  if (rest.some((part) => lengthOf(part) > 1)) return 'with-quarters';
  return first && lengthOf(first) > 1 ? 'report-plus-months' : 'sum-of-months';
}

function sumOf(fiscalYear: number, span: Span, parts: readonly Observation[]): YearToDate {
  return {
    fiscalYear,
    span,
    months: lengthOf(span),
    value: parts.reduce((sum, part) => sum + part.value, 0),
    halfWidth: parts.reduce((sum, part) => sum + part.halfWidth, 0),
    basis: basisOf(parts, lengthOf(span)),
    observations: parts,
  };
}

/** Reports that make up the first `covered` months from `first`; null where some month is in none. */
function partsOf(first: number, covered: number, known: readonly Observation[]): Observation[] | null {
  const last = first + covered - 1;
  const cumulative = reportOf(monthsSpan(first, last), known);
  if (cumulative) return [cumulative];
  for (const width of partWidths) {
    const part = width < covered ? reportOf(monthsSpan(last - width + 1, last), known) : null;
    const before = part && partsOf(first, covered - width, known);
    if (before) return [...before, part];
  }
  return null;
}

/** A single month, then a quarter. */
const partWidths = [1, 3] as const;

/**
 * The sum of the first `months` months of a fiscal year: the cumulative report where there is one, else the longest
 * shorter cumulative report continued by reported single months or quarters, else these alone. Nothing is interpolated.
 *
 * @param known  observations of one flow, already limited to what was known
 * @returns      null where some month is neither reported nor inside a cumulative report or a quarter
 */
export function yearToDate(
  known: readonly Observation[],
  fiscalYear: number,
  months: number,
  calendar: FiscalCalendar,
): YearToDate | null {
  const first = monthIndex(fiscalYearSpan(fiscalYear, calendar).start);
  const parts = partsOf(first, months, known);
  return parts && sumOf(fiscalYear, monthsSpan(first, first + months - 1), parts);
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
