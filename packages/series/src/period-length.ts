import type { FiscalCalendar, Span } from './fiscal-calendar.ts';
import { fiscalYearOf, fiscalYearSpan } from './fiscal-year.ts';
import { isWholeMonths, monthCount } from './span.ts';

export const periodLengths = ['month', 'quarter', 'year-to-date', 'year'] as const;
export type PeriodLength = (typeof periodLengths)[number];

/**
 * What kind of period a span is: three months are a quarter also where the year begins with them, twelve a year on
 * whatever calendar, other months from the year's first on its part to date.
 *
 * @returns null for anything else
 */
export function periodLength(span: Span, calendar: FiscalCalendar): PeriodLength | null {
  if (!isWholeMonths(span)) return null;
  const months = monthCount(span);
  if (months === 1) return 'month';
  if (months === 3) return 'quarter';
  if (months === 12) return 'year';
  const year = fiscalYearSpan(fiscalYearOf(span.start, calendar), calendar);
  return span.start === year.start && span.end < year.end ? 'year-to-date' : null;
}
