import {
  changesInForce,
  checkYears,
  definitionOf,
  describeBasis,
  describeSpan,
  type FiscalCalendar,
  fiscalYearLabel,
  fiscalYearOf,
  type Indicator,
  type IsoDate,
  isWholeMonths,
  listDisagreements,
  type Observation,
  observationsAsOf,
  type ReconciledMonth,
  type ReportConflict,
  reconcileMonths,
  type SourceDocument,
  type YearCheck,
} from '@hadaf/series';
import type { IndicatorMonths, MonthConflict, MonthRow, ReportRow, YearRow } from './months-report.ts';

/** A reported value as a row. */
export function reportRow(observation: Observation, calendar: FiscalCalendar): ReportRow {
  const { start, end, value, qualifier, halfWidth, agency, documentId, publishedOn, knownBy, status } = observation;
  const period = describeSpan(observation, calendar);
  return {
    period,
    start,
    end,
    value,
    qualifier,
    halfWidth,
    agency,
    document: documentId,
    publishedOn,
    knownBy,
    status,
  };
}

function monthRow(
  { span, value, standardDeviation, label, basis }: ReconciledMonth,
  calendar: FiscalCalendar,
): MonthRow {
  return {
    ...span,
    period: describeSpan(span, calendar),
    fiscalYear: fiscalYearLabel(fiscalYearOf(span.end, calendar), calendar),
    value,
    standardDeviation,
    label,
    restsOn: basis && {
      period: describeSpan(basis.span, calendar),
      value: basis.value,
      halfWidth: basis.halfWidth,
      arithmetic: describeBasis(basis, calendar),
      reports: basis.reports.map(({ sign, observation }) => ({ sign, ...reportRow(observation, calendar) })),
    },
  };
}

function yearRow(
  { year, sum, difference, isWithinPrint, labels, explanation, others }: YearCheck,
  calendar: FiscalCalendar,
): YearRow {
  return {
    fiscalYear: year.label,
    published: reportRow(year.observation, calendar),
    ...{ sum, difference, isWithinPrint, labels, explanation },
    others: others.map((other) => ({
      ...reportRow(other.observation, calendar),
      difference: other.difference,
      isWithinPrint: other.isWithinPrint,
    })),
  };
}

function conflictRow(conflict: ReportConflict, calendar: FiscalCalendar): MonthConflict {
  const { kind, excess, impliesNegative, reason } = conflict;
  const reports = conflict.reports.map((report) => reportRow(report, calendar));
  return { kind, excess, impliesNegative, reason, reports, likelyCulprit: reportRow(conflict.likelyCulprit, calendar) };
}

function citedIds({ months, years, conflicts }: Pick<IndicatorMonths, 'months' | 'years' | 'conflicts'>): Set<string> {
  const cited = [
    ...months.flatMap(({ restsOn }) => restsOn?.reports ?? []),
    ...years.flatMap(({ published, others }) => [published, ...others]),
    ...conflicts.flatMap(({ reports }) => reports),
  ];
  return new Set(cited.map(({ document }) => document));
}

/** Whether months of a flow can be reconciled: some accepted report covers whole months. */
export function hasMonths({ kind }: Indicator, known: readonly Observation[]): boolean {
  return kind === 'flow' && known.some((report) => report.status === 'accepted' && isWholeMonths(report));
}

type Rows = Pick<IndicatorMonths, 'months' | 'years' | 'conflicts'>;

/** The rows of reports under one definition. */
function rowsOf(known: readonly Observation[], calendar: FiscalCalendar, asOf: IsoDate): Rows {
  const options = { asOf, calendar, nonNegative: known.every(({ value }) => value >= 0) };
  const reconciliation = reconcileMonths(known, options);
  const disagreements = listDisagreements(known, reconciliation, options);
  return {
    months: reconciliation.months.map((month) => monthRow(month, calendar)),
    years: checkYears(known, reconciliation, options).map((check) => yearRow(check, calendar)),
    conflicts: [...reconciliation.conflicts, ...disagreements].map((conflict) => conflictRow(conflict, calendar)),
  };
}

/** The rows of each definition in turn: reports of two are no contradiction, and no month rests on both. */
function rowsByDefinition(indicator: Indicator, known: readonly Observation[], asOf: IsoDate): Rows {
  const changes = changesInForce(indicator, asOf);
  const parts = Array.from({ length: changes.length + 1 }, (_, definition) =>
    known.filter((observation) => definitionOf(observation, changes) === definition),
  )
    .filter((own) => hasMonths(indicator, own))
    .map((own) => rowsOf(own, indicator.calendar, asOf));
  return {
    months: parts.flatMap(({ months }) => months),
    years: parts.flatMap(({ years }) => years),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}

/**
 * One monthly series of a flow as known on a day: each month with what it rests on, the fiscal years beside their
 * published totals, and every set of reports that cannot hold together.
 *
 * Months of a flow never reported below 0 are not negative. Where the definition changed, each is reconciled by itself and
 * a report of both is left out.
 *
 * @param documents  by id; those cited are handed on
 */
export function describeMonths(
  indicator: Indicator,
  observations: readonly Observation[],
  documents: ReadonlyMap<string, SourceDocument>,
  asOf: IsoDate,
): IndicatorMonths {
  const { id, name, unit, kind, definition, variantOf, calendar } = indicator;
  const known = observationsAsOf(observations, asOf);
  const rows = rowsByDefinition(indicator, known, asOf);
  const changes = changesInForce(indicator, asOf);
  const cited = [...citedIds(rows)].toSorted().flatMap((cite) => documents.get(cite) ?? []);
  return {
    indicator: { id, name, unit, kind, definition, variantOf, calendar, ...(changes.length > 0 && { changes }) },
    asOf,
    dataThrough:
      known
        .map(({ end }) => end)
        .toSorted()
        .at(-1) ?? null,
    ...rows,
    documents: Object.fromEntries(cited.map((document) => [document.id, document])),
  };
}
