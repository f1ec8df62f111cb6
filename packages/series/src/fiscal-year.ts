import type { FiscalCalendar, IsoDate, Span } from './fiscal-calendar.ts';
import { dayParts } from './iso-date.ts';
import { isWholeMonths, monthCount, monthsSpan } from './span.ts';

/** The fiscal year a day falls in, named by the calendar year in which it ends. */
export function fiscalYearOf(date: IsoDate, calendar: FiscalCalendar): number {
  const { year, month } = dayParts(date);
  return calendar.firstMonth > 1 && month >= calendar.firstMonth ? year + 1 : year;
}

/** First to last day of a fiscal year. */
export function fiscalYearSpan(fiscalYear: number, calendar: FiscalCalendar): Span {
  const startYear = calendar.firstMonth > 1 ? fiscalYear - 1 : fiscalYear;
  const first = startYear * 12 + calendar.firstMonth - 1;
  return monthsSpan(first, first + 11);
}

/** Whether a span is exactly one fiscal year. */
export function isFiscalYear(span: Span, calendar: FiscalCalendar): boolean {
  return isWholeMonths(span) && monthCount(span) === 12 && dayParts(span.start).month === calendar.firstMonth;
}

/** `FY2025`; `2025` where the fiscal year is the calendar year. */
export function fiscalYearLabel(fiscalYear: number, calendar: FiscalCalendar): string {
  return calendar.firstMonth === 1 ? String(fiscalYear) : `FY${fiscalYear}`;
}
