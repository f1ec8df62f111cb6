import { sortedQuantile } from '@hadaf/numerics';
import { observationsAsOf } from './as-of.ts';
import type { FiscalCalendar, IsoDate, Span } from './fiscal-calendar.ts';
import { fiscalYearOf, fiscalYearSpan } from './fiscal-year.ts';
import type { Indicator } from './indicator.ts';
import { addDays, daysBetween } from './iso-date.ts';
import type { Observation } from './observation.ts';
import { isSameSpan, isWholeMonths, monthCount, monthIndex, monthsSpan } from './span.ts';

/** A release date a publisher announced. */
export interface StatedRelease extends Span {
  readonly indicatorId: string;
  readonly expectedOn: IsoDate;
  readonly documentId: string;
}

/** When the figure for the next period is due, and how late it is. */
export interface NextRelease {
  /** The newest period reported. */
  readonly newest: Span;
  /** The first period after it. */
  readonly next: Span;
  /** Stated, or the end of the period plus the median of past delays. */
  readonly expectedOn: IsoDate;
  /** The end of the period plus the 0.9 quantile of past delays: later is overdue. Equals `expectedOn` where stated. */
  readonly overdueAfter: IsoDate;
  readonly basis: 'stated' | 'history';
  /** Releases whose delay is known; 0 where the date is stated. */
  readonly releases: number;
  /** Days since `overdueAfter`; 0 while the release is not overdue. */
  readonly overdueDays: number;
  /** Periods whose release is overdue, the next one included. */
  readonly overduePeriods: number;
}

/** Below this many dated releases a delay is an anecdote. */
const fewestReleases = 3;
/** Delays change; the last two years of a monthly release count. */
const releasesCounted = 24;
const lateQuantile = 0.9;

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Days from the end of a period to the day it was first reported, for every period that was the newest when a dated
 * page reported it. Undated pages and later mentions of older periods say nothing about a release.
 *
 * @returns oldest period first
 */
export function releaseDelays(observations: readonly Observation[], asOf: IsoDate): number[] {
  const dated = observationsAsOf(observations, asOf)
    .flatMap(({ end, publishedOn }) => (publishedOn === null ? [] : [{ end, publishedOn }]))
    .toSorted((a, b) => (a.publishedOn === b.publishedOn ? 0 : a.publishedOn < b.publishedOn ? -1 : 1));
  let newest = '';
  const delays: number[] = [];
  for (const [, sameDay] of Map.groupBy(dated, ({ publishedOn }) => publishedOn)) {
    const latest = sameDay.toSorted((a, b) => (a.end < b.end ? 1 : -1))[0];
    if (!latest || latest.end <= newest) continue;
    newest = latest.end;
    delays.push(daysBetween(latest.end, latest.publishedOn));
  }
  return delays;
}

function periodAfter(newest: Span, months: number, calendar: FiscalCalendar): Span {
  if (months === 12) return fiscalYearSpan(fiscalYearOf(newest.end, calendar) + 1, calendar);
  const first = monthIndex(newest.end) + 1;
  return monthsSpan(first, first + months - 1);
}

function newestPeriod(observations: readonly Observation[], months: number): Span | null {
  const periods = observations.filter((observation) => isWholeMonths(observation));
  const fitting = months === 12 ? periods.filter((period) => monthCount(period) === 12) : periods;
  const newest = fitting.toSorted((a, b) => (a.end < b.end ? 1 : -1))[0];
  return newest ? monthsSpan(monthIndex(newest.end) - months + 1, monthIndex(newest.end)) : null;
}

/** A period is complete when it ended; its release is overdue when the late quantile of delays has passed too. */
function countOverdue(next: Span, lateDelay: number, months: number, asOf: IsoDate): number {
  let count = 0;
  for (let end = monthIndex(next.end); addDays(monthsSpan(end, end).end, lateDelay) < asOf; end += months) count += 1;
  return count;
}

function fromHistory(newest: Span, next: Span, delays: readonly number[], asOf: IsoDate, months: number): NextRelease {
  const sorted = Float64Array.from(delays.slice(-releasesCounted)).sort();
  const lateDelay = Math.round(sortedQuantile(sorted, lateQuantile));
  const overdueAfter = addDays(next.end, lateDelay);
  return {
    newest,
    next,
    expectedOn: addDays(next.end, Math.round(sortedQuantile(sorted, 0.5))),
    overdueAfter,
    basis: 'history',
    releases: sorted.length,
    overdueDays: Math.max(0, daysBetween(overdueAfter, asOf)),
    overduePeriods: countOverdue(next, lateDelay, months, asOf),
  };
}

/**
 * The next release of an indicator: as its publisher stated, else as its history makes one expect.
 *
 * @param observations  of this indicator
 * @returns             null where nothing makes one expect a release: an irregular indicator, too few dated releases
 */
export function nextRelease(
  observations: readonly Observation[],
  indicator: Indicator,
  asOf: IsoDate,
  stated: readonly StatedRelease[] = [],
): NextRelease | null {
  if (indicator.frequency === 'irregular') return null;
  const months = monthsOf[indicator.frequency];
  const newest = newestPeriod(observationsAsOf(observations, asOf), months);
  if (!newest) return null;
  const next = periodAfter(newest, months, indicator.calendar);
  const announced = stated.find((release) => release.indicatorId === indicator.id && isSameSpan(release, next));
  if (announced) {
    const { expectedOn } = announced;
    const overdueDays = Math.max(0, daysBetween(expectedOn, asOf));
    const overduePeriods = overdueDays > 0 ? 1 : 0;
    return {
      newest,
      next,
      expectedOn,
      overdueAfter: expectedOn,
      basis: 'stated',
      releases: 0,
      overdueDays,
      overduePeriods,
    };
  }
  const delays = releaseDelays(observations, asOf);
  return delays.length < fewestReleases ? null : fromHistory(newest, next, delays, asOf, months);
}
