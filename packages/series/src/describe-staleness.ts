import { counted } from './counted.ts';
import { describeDay, describeSpan } from './describe-span.ts';
import type { FiscalCalendar, IsoDate } from './fiscal-calendar.ts';
import type { NextRelease } from './release-calendar.ts';
import { monthIndex } from './span.ts';

/**
 * How old the data are and when the next are due, in a sentence: `Latest data: Feb 2026, 9 months old. Mar 2026 was
 * expected about 25 Apr 2026 and is overdue, as are 6 later releases.`
 */
export function describeStaleness(release: NextRelease, asOf: IsoDate, calendar: FiscalCalendar): string {
  const { newest, next, expectedOn, basis, overdueDays, overduePeriods } = release;
  const age = counted(monthIndex(asOf) - monthIndex(newest.end), 'month');
  const latest = `Latest data: ${describeSpan(newest, calendar)}, ${age} old.`;
  const day = `${basis === 'history' ? 'about ' : ''}${describeDay(expectedOn)}`;
  if (overdueDays === 0) return `${latest} ${describeSpan(next, calendar)} is expected ${day}.`;
  const more =
    overduePeriods > 1
      ? `, as ${overduePeriods === 2 ? 'is' : 'are'} ${counted(overduePeriods - 1, 'later release')}`
      : '';
  return `${latest} ${describeSpan(next, calendar)} was expected ${day} and is overdue${more}.`;
}
