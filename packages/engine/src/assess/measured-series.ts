import {
  consecutiveYears,
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
import { estimateLanding, type Landing } from './landing.ts';

/** One indicator as it was known on a day, read by fiscal years. */
export interface MeasuredSeries {
  readonly indicator: Indicator;
  readonly asOf: IsoDate;
  /** Reported years without a gap, oldest first; empty where none is known. */
  readonly years: readonly FiscalYearValue[];
  readonly inProgress: YearInProgress | null;
  /** Where the year in progress lands; null where it cannot be told, or it does not follow the last reported year. */
  readonly landing: Landing | null;
  /** Accepted observations known on that day, oldest period first. */
  readonly known: readonly Observation[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
}

/** The series an indicator's observations make as known on `asOf`. */
export function measureSeries(
  indicator: Indicator,
  observations: readonly Observation[],
  documents: ReadonlyMap<string, SourceDocument>,
  asOf: IsoDate,
): MeasuredSeries {
  const known = observationsAsOf(observations, asOf)
    .filter((observation) => observation.status === 'accepted')
    .toSorted((a, b) => (a.end === b.end ? a.knownBy.localeCompare(b.knownBy) : a.end.localeCompare(b.end)));
  const common = { indicator, asOf, known, documents };
  if (indicator.kind !== 'flow') {
    const years = consecutiveYears(fiscalYearStocks(observations, indicator.calendar, asOf));
    return { ...common, years, inProgress: null, landing: null };
  }
  const { years: reported, inProgress } = fiscalYearSeries(observations, indicator.calendar, asOf);
  const years = consecutiveYears(reported);
  const last = years.at(-1);
  const follows = inProgress !== null && last !== undefined && inProgress.fiscalYear === last.fiscalYear + 1;
  return {
    ...common,
    years,
    inProgress,
    landing: follows ? estimateLanding(inProgress) : null,
  };
}

/** The last day of the newest period with a reported value; null where nothing is known. */
export function dataThrough(series: MeasuredSeries): IsoDate | null {
  return series.known.reduce<IsoDate | null>((latest, { end }) => (latest && latest > end ? latest : end), null);
}
