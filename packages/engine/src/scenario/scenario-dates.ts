import {
  dayParts,
  daysInMonth,
  type FiscalCalendar,
  fiscalYearSpan,
  type IsoDate,
  isoDate,
  monthIndex,
  monthSpan,
  parseSpan,
} from '@hadaf/series';
import { ScenarioRefusal } from './refusal.ts';

/** A day so many months later; the last day of a month stays the last. */
export function monthsLater(day: IsoDate, months: number): IsoDate {
  const { year, month, day: dayOfMonth } = dayParts(day);
  const { start, end } = monthSpan(monthIndex(day) + months);
  if (dayOfMonth === daysInMonth(year, month)) return end;
  const later = dayParts(start);
  return isoDate({ ...later, day: Math.min(dayOfMonth, daysInMonth(later.year, later.month)) });
}

/** The day a line begins: the first of the period it names; a bare year is the fiscal year. */
export function firstDayOf(label: string, calendar: FiscalCalendar): IsoDate {
  if (/^\d{4}$/.test(label)) return fiscalYearSpan(Number(label), calendar).start;
  const span = parseSpan(label, calendar);
  if (span) return span.start;
  throw new ScenarioRefusal(`“${label}” names no period; write a fiscal year, FY2027, or a day, 2027-12-31`);
}
