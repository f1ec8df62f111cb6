import type { FiscalCalendar, IsoDate, Span } from './fiscal-calendar.ts';
import { fiscalYearLabel, fiscalYearOf, isFiscalYear } from './fiscal-year.ts';
import { dayParts } from './iso-date.ts';
import { isWholeMonths, monthCount } from './span.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jul`. */
export function monthName(date: IsoDate): string {
  return monthNames[dayParts(date).month - 1] ?? '';
}

function monthLabel(date: IsoDate): string {
  return `${monthName(date)} ${dayParts(date).year}`;
}

/** `8 Aug 2025`. */
export function describeDay(date: IsoDate): string {
  return `${dayParts(date).day} ${monthLabel(date)}`;
}

function isCalendarYear(span: Span): boolean {
  return span.start.endsWith('-01-01') && span.end === `${span.start.slice(0, 4)}-12-31`;
}

/** `FY2025`, `Jul–Mar FY2025`, `Nov 2024`, `calendar 2025`, `8 Aug 2025`, or both ends where none of these fits. */
export function describeSpan(span: Span, calendar: FiscalCalendar): string {
  if (span.start === span.end) return describeDay(span.end);
  if (isFiscalYear(span, calendar)) return fiscalYearLabel(fiscalYearOf(span.end, calendar), calendar);
  if (isCalendarYear(span)) return `calendar ${span.end.slice(0, 4)}`;
  if (!isWholeMonths(span)) return `${describeDay(span.start)} – ${describeDay(span.end)}`;
  if (monthCount(span) === 1) return monthLabel(span.end);
  const year = fiscalYearOf(span.end, calendar);
  if (fiscalYearOf(span.start, calendar) !== year) return `${monthLabel(span.start)} – ${monthLabel(span.end)}`;
  return `${monthName(span.start)}–${monthName(span.end)} ${fiscalYearLabel(year, calendar)}`;
}
