import { changesInForce, type FiscalYearValue, type Indicator, type IsoDate, type Observation } from '@hadaf/series';
import { measureSeries } from '../assess/measured-series.ts';

/** The yearly values as known on a day on which a new year became known. */
export interface AnnualVintage {
  readonly asOf: IsoDate;
  /** Without a gap, oldest first; years that were over by that day. */
  readonly years: readonly FiscalYearValue[];
}

/** The days on which something accepted became known, in (after, until], oldest first. */
export function daysOfNews(observations: readonly Observation[], after: IsoDate, until: IsoDate): IsoDate[] {
  const days = observations
    .filter(({ status, knownBy }) => status === 'accepted' && knownBy > after && knownBy <= until)
    .map(({ knownBy }) => knownBy);
  return [...new Set(days)].toSorted();
}

/** The complete years as known on a day. */
export function yearsKnown(indicator: Indicator, observations: readonly Observation[], asOf: IsoDate) {
  return measureSeries(indicator, observations, new Map(), asOf).years.filter(({ span }) => span.end <= asOf);
}

/**
 * A vintage for each day that brought a new last year, oldest first: the origins of a backtest. Where the definition
 * changed, those since: what was forecast before is not what was reported after.
 */
export function annualVintages(
  indicator: Indicator,
  observations: readonly Observation[],
  asOf: IsoDate,
): AnnualVintage[] {
  const vintages: AnnualVintage[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  const definition = changesInForce(indicator, asOf).length;
  for (const day of daysOfNews(observations, '', asOf)) {
    if (changesInForce(indicator, day).length < definition) continue;
    const years = yearsKnown(indicator, observations, day);
    const last = years.at(-1)?.fiscalYear ?? Number.NEGATIVE_INFINITY;
    if (last <= newest) continue;
    newest = last;
    vintages.push({ asOf: day, years });
  }
  return vintages;
}
