import { observationsAsOf } from './as-of.ts';
import type { FiscalCalendar, IsoDate, Span } from './fiscal-calendar.ts';
import { fiscalYearLabel, fiscalYearOf, fiscalYearSpan, isFiscalYear } from './fiscal-year.ts';
import { latestReport } from './latest-report.ts';
import type { Observation } from './observation.ts';
import { newestYearToDate, type YearToDate, yearToDate } from './year-to-date.ts';

/** One fiscal year's value and the report it rests on. */
export interface FiscalYearValue {
  readonly fiscalYear: number;
  readonly label: string;
  readonly span: Span;
  readonly value: number;
  readonly halfWidth: number;
  /** Of reconciled months, the newest of the reports they rest on. */
  readonly observation: Observation;
  /** A published total, or the sum of reconciled months where none is published. */
  readonly basis: 'reported' | 'reconciled-months';
}

/** An earlier year's sum of the same first months beside its total. */
export interface LandingPrecedent {
  readonly yearToDate: YearToDate;
  readonly annual: FiscalYearValue;
}

/** A fiscal year whose total is not reported yet, as far as it is. */
export interface YearInProgress extends YearToDate {
  readonly label: string;
  /** Earlier years for which both the total and the sum of the same months are known, oldest first; none of 12 months. */
  readonly precedents: readonly LandingPrecedent[];
  /** log(total ÷ sum of the same months) of each precedent; a landing estimate is value · exp(ratio). */
  readonly landingRatios: readonly number[];
}

export interface FiscalYearSeries {
  /** Years with a reported total, oldest first; a year without one is absent, never filled in. */
  readonly years: readonly FiscalYearValue[];
  /** Every year after the last of `years` of which some first months are known, oldest first. */
  readonly unreported: readonly YearInProgress[];
  /** The newest of `unreported`. */
  readonly inProgress: YearInProgress | null;
}

function valueOfYear(fiscalYear: number, reports: readonly Observation[], calendar: FiscalCalendar): FiscalYearValue[] {
  const observation = latestReport(reports);
  if (!observation) return [];
  const { value, halfWidth } = observation;
  const label = fiscalYearLabel(fiscalYear, calendar);
  return [
    { fiscalYear, label, span: fiscalYearSpan(fiscalYear, calendar), value, halfWidth, observation, basis: 'reported' },
  ];
}

function groupByFiscalYear(observations: readonly Observation[], calendar: FiscalCalendar): Map<number, Observation[]> {
  const groups = Map.groupBy(observations, (observation) => fiscalYearOf(observation.end, calendar));
  return new Map([...groups].toSorted(([a], [b]) => a - b));
}

function yearInProgress(
  sum: YearToDate,
  known: readonly Observation[],
  years: readonly FiscalYearValue[],
  calendar: FiscalCalendar,
): YearInProgress {
  const isWhole = sum.months === 12;
  const precedents = (isWhole ? [] : years).flatMap((annual) => {
    const same = yearToDate(known, annual.fiscalYear, sum.months, calendar);
    return same ? [{ yearToDate: same, annual }] : [];
  });
  const landingRatios = precedents
    .filter(({ yearToDate: { value }, annual }) => value > 0 && annual.value > 0)
    .map(({ yearToDate: { value }, annual }) => Math.log(annual.value / value));
  return { ...sum, label: fiscalYearLabel(sum.fiscalYear, calendar), precedents, landingRatios };
}

/**
 * The fiscal-year totals of a flow as known on a day, and how far the years without a total have come.
 *
 * A year's value is a reported total (see `latestReport`), never a sum of other indicators or of months; what months
 * say about a year without a total is kept apart in `unreported`.
 *
 * @param observations  reports of one indicator; suspect ones feed nothing
 */
export function fiscalYearSeries(
  observations: readonly Observation[],
  calendar: FiscalCalendar,
  asOf: IsoDate,
): FiscalYearSeries {
  const known = observationsAsOf(observations, asOf).filter(({ status }) => status === 'accepted');
  const annual = known.filter((observation) => isFiscalYear(observation, calendar));
  const years = [...groupByFiscalYear(annual, calendar)].flatMap(([year, reports]) =>
    valueOfYear(year, reports, calendar),
  );
  const last = years.at(-1)?.fiscalYear ?? Number.NEGATIVE_INFINITY;
  const unreported = [...groupByFiscalYear(known, calendar).keys()]
    .filter((year) => year > last)
    .flatMap((year) => newestYearToDate(known, year, calendar) ?? [])
    .map((sum) => yearInProgress(sum, known, years, calendar));
  return { years, unreported, inProgress: unreported.at(-1) ?? null };
}

/**
 * The last value of each fiscal year of a stock or a share as known on a day, oldest first. The newest year may still
 * be running: `observation.end` is the day its value was counted on.
 */
export function fiscalYearStocks(
  observations: readonly Observation[],
  calendar: FiscalCalendar,
  asOf: IsoDate,
): FiscalYearValue[] {
  const known = observationsAsOf(observations, asOf).filter(({ status }) => status === 'accepted');
  return [...groupByFiscalYear(known, calendar)].flatMap(([year, reports]) => {
    const lastDay = reports
      .map(({ end }) => end)
      .toSorted()
      .at(-1);
    return valueOfYear(
      year,
      reports.filter(({ end }) => end === lastDay),
      calendar,
    );
  });
}

/** The last values without a gap: what a model of equally spaced years may see. */
export function consecutiveYears(years: readonly FiscalYearValue[]): FiscalYearValue[] {
  const gap = years.findLastIndex((year, i) => i > 0 && year.fiscalYear !== (years[i - 1]?.fiscalYear ?? 0) + 1);
  return years.slice(Math.max(gap, 0));
}
