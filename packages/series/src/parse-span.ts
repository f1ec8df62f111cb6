import type { FiscalCalendar, Span } from './fiscal-calendar.ts';
import { fiscalYearSpan } from './fiscal-year.ts';
import { isIsoDate } from './iso-date.ts';
import { monthIndex, monthSpan, monthsSpan } from './span.ts';

const monthNumbers = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [name, i + 1]),
);

const fiscalYearPattern = /^FY ?(?:(\d{4})|(\d{2}))$/i;
const fiscalPairPattern = /^(?:FY ?)?(\d{4})[-–/](\d{2}|\d{4})$/i;
const monthsPattern = /^([a-z]{3,9})\.? ?(?:-|–|to) ?([a-z]{3,9})\.? (.+)$/i;
const monthPattern = /^([a-z]{3,9})\.? (\d{4})$/i;
const quarterPattern = /^Q([1-4]) ?(.+)$/i;
const firstMonthsPattern = /^(\d{1,2})M ?(FY.+)$/i;
const calendarYearPattern = /^(?:calendar |CY ?)(\d{4})$/i;

function monthNumber(name: string | undefined): number | null {
  return monthNumbers.get((name ?? '').slice(0, 3).toLowerCase()) ?? null;
}

/** `FY2025`, `FY25`, `2024-25`, `2024-2025`; null for `2011-12`, which may also be December 2011. */
function parseFiscalYear(text: string, calendar: FiscalCalendar): number | null {
  const named = fiscalYearPattern.exec(text);
  if (named) return named[1] ? Number(named[1]) : 2000 + Number(named[2]);
  if (calendar.firstMonth === 1) return /^\d{4}$/.test(text) ? Number(text) : null;
  const pair = fiscalPairPattern.exec(text);
  if (!pair) return null;
  const [first, second] = [Number(pair[1]), pair[2] ?? ''];
  const isNextYear = second.length === 4 ? Number(second) === first + 1 : Number(second) === (first + 1) % 100;
  const mayBeMonth = second.length === 2 && Number(second) <= 12 && /^\d/.test(text);
  return isNextYear && !mayBeMonth ? first + 1 : null;
}

function spanOfMonths(first: number | null, last: number | null, year: Span): Span | null {
  if (first === null || last === null) return null;
  const yearStart = monthIndex(year.start);
  const position = (month: number) => (((month - 1 - yearStart) % 12) + 12) % 12;
  const [from, to] = [position(first), position(last)];
  return from <= to ? monthsSpan(yearStart + from, yearStart + to) : null;
}

function parsePartOfYear(text: string, calendar: FiscalCalendar): Span | null {
  const months = monthsPattern.exec(text);
  const quarter = quarterPattern.exec(text);
  const firstMonths = firstMonthsPattern.exec(text);
  const year = parseFiscalYear((months?.[3] ?? quarter?.[2] ?? firstMonths?.[2] ?? '').trim(), calendar);
  if (year === null) return null;
  const span = fiscalYearSpan(year, calendar);
  const start = monthIndex(span.start);
  if (months) return spanOfMonths(monthNumber(months[1]), monthNumber(months[2]), span);
  if (quarter) return monthsSpan(start + 3 * (Number(quarter[1]) - 1), start + 3 * Number(quarter[1]) - 1);
  const count = Number(firstMonths?.[1]);
  return count >= 1 && count <= 12 ? monthsSpan(start, start + count - 1) : null;
}

/**
 * The period a label names: `2025-08-08`, `2024-11`, `Nov 2024`, `FY2025`, `FY25`, `2024-25`, `Jul–Mar FY25`,
 * `Q1 FY2025`, `9MFY25`, `calendar 2025`.
 *
 * @returns null for a label that names no period or may name two: `2011-12` is December 2011 or fiscal 2012
 */
export function parseSpan(label: string, calendar: FiscalCalendar): Span | null {
  const text = label.trim();
  if (isIsoDate(text)) return { start: text, end: text };
  const year = parseFiscalYear(text, calendar);
  if (year !== null) return fiscalYearSpan(year, calendar);
  const calendarYear = calendarYearPattern.exec(text);
  if (calendarYear) return fiscalYearSpan(Number(calendarYear[1]), { firstMonth: 1 });
  const pair = fiscalPairPattern.exec(text);
  const isAmbiguous = pair !== null && Number(pair[2]) === (Number(pair[1]) + 1) % 100;
  if (!isAmbiguous && isIsoDate(`${text}-01`)) return monthSpan(monthIndex(`${text}-01`));
  const month = monthPattern.exec(text);
  const number = monthNumber(month?.[1]);
  if (month && number !== null) return monthSpan(Number(month[2]) * 12 + number - 1);
  return parsePartOfYear(text, calendar);
}
