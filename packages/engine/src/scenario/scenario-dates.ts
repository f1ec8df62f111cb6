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

/** A delay of the longest, fifty years, still leads to a day of four digits. */
const lastStart = '9900-01-01';

/** The day a line begins: the first of the period it names; a bare year is the fiscal year. */
export function firstDayOf(label: string, calendar: FiscalCalendar): IsoDate {
  const start = /^\d{4}$/.test(label)
    ? fiscalYearSpan(Number(label), calendar).start
    : parseSpan(label, calendar)?.start;
  if (start !== undefined && start <= lastStart) return start;
  if (start !== undefined) throw new ScenarioRefusal(`“${label}” lies beyond every forecast; give a nearer date`);
  throw new ScenarioRefusal(`“${label}” names no period; write a fiscal year, FY2027, or a day, 2027-12-31`);
}
