export { observationsAsOf } from './as-of.ts';
export { counted } from './counted.ts';
export {
  changesInForce,
  comparableReports,
  definitionOf,
  linkBetween,
  reportsUnder,
} from './definition-change.ts';
export { describeDay, describeSpan, monthName } from './describe-span.ts';
export { describeStaleness } from './describe-staleness.ts';
export type { FiscalCalendar, IsoDate, Span } from './fiscal-calendar.ts';
export { fiscalYearLabel, fiscalYearOf, fiscalYearSpan, isFiscalYear } from './fiscal-year.ts';
export type { FiscalYearSeries, FiscalYearValue, LandingPrecedent, YearInProgress } from './fiscal-year-series.ts';
export { consecutiveYears, fiscalYearSeries, fiscalYearStocks } from './fiscal-year-series.ts';
export type { DefinitionChange, Indicator } from './indicator.ts';
export type { DayParts } from './iso-date.ts';
export {
  addDays,
  dayNumber,
  dayParts,
  daysBetween,
  daysInMonth,
  isIsoDate,
  isoDate,
  isoDateOfDayNumber,
} from './iso-date.ts';
export { latestReport } from './latest-report.ts';
export type { Observation, SourceDocument } from './observation.ts';
export { parseSpan } from './parse-span.ts';
export { type PeriodLength, periodLength, periodLengths } from './period-length.ts';
export {
  type AxisUnit,
  axisUnit,
  dateUnit,
  formatCalculated,
  formatProbability,
  formatQuantity,
  formatShare,
  quantityUnit,
} from './quantity.ts';
export { checkYears, type OtherTotal, type YearCheck } from './reconciliation/check-years.ts';
export { completeYears } from './reconciliation/complete-years.ts';
export type { MonthBasis, SignedReport } from './reconciliation/derive-sums.ts';
export { describeBasis } from './reconciliation/describe-basis.ts';
export { listDisagreements } from './reconciliation/list-disagreements.ts';
export type {
  ReconciledMonth,
  ReconcileOptions,
  Reconciliation,
  ReportConflict,
} from './reconciliation/reconcile-months.ts';
export { reconcileMonths } from './reconciliation/reconcile-months.ts';
export type { NextRelease, StatedRelease } from './release-calendar.ts';
export { nextRelease, releaseDelays } from './release-calendar.ts';
export { describeReported, middleOfRange, type ReportedRange, rangeEnds } from './reported-value.ts';
export type { Revision, RevisionRow, RevisionTriangle, UsualRevision, Vintage } from './revision-triangle.ts';
export { revisionTriangle } from './revision-triangle.ts';
export {
  dayCount,
  isSameSpan,
  isWholeMonths,
  monthCount,
  monthIndex,
  monthSpan,
  monthsSpan,
  spanContains,
} from './span.ts';
export { type StandingEvidence, type YearStanding, yearStandings } from './year-standing.ts';
export type { YearToDate } from './year-to-date.ts';
export { yearToDate } from './year-to-date.ts';
