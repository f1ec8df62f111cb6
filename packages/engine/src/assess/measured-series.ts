import {
  changesInForce,
  comparableReports,
  completeYears,
  consecutiveYears,
  type DefinitionChange,
  definitionOf,
  type FiscalYearValue,
  fiscalYearSeries,
  fiscalYearStocks,
  type Indicator,
  type IsoDate,
  type Observation,
  observationsAsOf,
  type SourceDocument,
  type YearInProgress,
} from '@hadaf/series';
import { byText } from '../by-text.ts';
import { estimateLanding, type Landing } from './landing.ts';

/** One indicator as it was known on a day, read by fiscal years. */
export interface MeasuredSeries {
  readonly indicator: Indicator;
  readonly asOf: IsoDate;
  /**
   * Reported years without a gap, oldest first; empty where none is known. A year of a flow without a total stands as the
   * sum of its reconciled months where these are all known.
   */
  readonly years: readonly FiscalYearValue[];
  /**
   * The year after the last reported one, as far as it is known, even once it is over and the next has begun; the newest
   * year with known months where that year has none.
   */
  readonly inProgress: YearInProgress | null;
  /** Every year after the last total of which some first months are known, oldest first; `inProgress` is one of them. */
  readonly unreported: readonly YearInProgress[];
  /** Whether it is measured no more, so that no year of it is in progress; absent, it goes on. */
  readonly isEnded?: boolean;
  /** Where `inProgress` lands; null where it cannot be told, or it does not follow the last reported year. */
  readonly landing: Landing | null;
  /** Accepted observations known on that day, oldest period first. */
  readonly known: readonly Observation[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** The changes of definition in force on that day, earliest first. `years` and `known` are under the last one. */
  readonly changes: readonly DefinitionChange[];
  /** Years as reported under each definition before the last one, oldest definition first; as many as `changes`. */
  readonly earlier: readonly (readonly FiscalYearValue[])[];
}

/** Years without a gap under one definition, as reported. */
function yearsOf(indicator: Indicator, observations: readonly Observation[], asOf: IsoDate): FiscalYearValue[] {
  const { kind, calendar } = indicator;
  if (kind !== 'flow') return consecutiveYears(fiscalYearStocks(observations, calendar, asOf));
  return consecutiveYears(fiscalYearSeries(observations, calendar, asOf).years);
}

/** What was reported under each definition before the present one. */
function earlierYears(indicator: Indicator, observations: readonly Observation[], asOf: IsoDate) {
  const changes = changesInForce(indicator, asOf);
  return changes.map((_, definition) => {
    const own = observations.filter((observation) => definitionOf(observation, changes) === definition);
    return yearsOf(indicator, own, asOf);
  });
}

/** The series an indicator's observations make as known on `asOf`, under the definition then in force. */
export function measureSeries(
  indicator: Indicator,
  reported: readonly Observation[],
  documents: ReadonlyMap<string, SourceDocument>,
  asOf: IsoDate,
): MeasuredSeries {
  const observations = comparableReports(indicator, reported, asOf);
  const known = observationsAsOf(observations, asOf)
    .filter((observation) => observation.status === 'accepted')
    .toSorted((a, b) => (a.end === b.end ? byText(a.knownBy, b.knownBy) : byText(a.end, b.end)));
  const common = {
    ...{ indicator, asOf, known, documents },
    changes: changesInForce(indicator, asOf),
    earlier: earlierYears(indicator, reported, asOf),
  };
  if (indicator.kind !== 'flow') {
    const years = consecutiveYears(fiscalYearStocks(observations, indicator.calendar, asOf));
    return { ...common, years, inProgress: null, unreported: [], landing: null };
  }
  const published = fiscalYearSeries(observations, indicator.calendar, asOf);
  const { years: all, unreported, inProgress: newest } = completeYears(published, known, indicator.calendar, asOf);
  const years = consecutiveYears(all);
  const next = (years.at(-1)?.fiscalYear ?? Number.NaN) + 1;
  const following = unreported.find(({ fiscalYear }) => fiscalYear === next) ?? null;
  return {
    ...common,
    years,
    inProgress: following ?? newest,
    unreported,
    landing: following && estimateLanding(following),
  };
}

/** The last day of the newest period with a reported value; null where nothing is known. */
export function dataThrough(series: MeasuredSeries): IsoDate | null {
  return series.known.reduce<IsoDate | null>((latest, { end }) => (latest && latest > end ? latest : end), null);
}
