import type { IsoDate, Span } from './fiscal-calendar.ts';
import { dayNumber, dayParts, daysInMonth, isoDate } from './iso-date.ts';

/** Months since January of year 0: consecutive months are consecutive numbers. */
export function monthIndex(date: IsoDate): number {
  const { year, month } = dayParts(date);
  return year * 12 + month - 1;
}

/** Each month is written once: a replay asks for the same ones millions of times. */
const monthSpans = new Map<number, Span>();

/** First to last day of the month with this index. */
export function monthSpan(index: number): Span {
  const known = monthSpans.get(index);
  if (known) return known;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const last = daysInMonth(year, month);
  const span = { start: isoDate({ year, month, day: 1 }), end: isoDate({ year, month, day: last }) };
  monthSpans.set(index, span);
  return span;
}

/** First day of month `first` to last day of month `last`. */
export function monthsSpan(first: number, last: number): Span {
  return { start: monthSpan(first).start, end: monthSpan(last).end };
}

/** Whether a span starts on the first and ends on the last day of a month. */
export function isWholeMonths(span: Span): boolean {
  const { year, month, day } = dayParts(span.end);
  return dayParts(span.start).day === 1 && day === daysInMonth(year, month);
}

/** Months a span of whole months covers. */
export function monthCount(span: Span): number {
  return monthIndex(span.end) - monthIndex(span.start) + 1;
}

/** Days of a span, both ends included. */
export function dayCount(span: Span): number {
  return dayNumber(span.end) - dayNumber(span.start) + 1;
}

export function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether `inner` lies within `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
