import type { Indicator, IsoDate, Observation } from '@hadaf/series';
import { yearsKnown } from '../backtest/annual-vintages.ts';
import { byText } from '../by-text.ts';

/** An indicator and all of its reports. */
export interface ReportedSeries {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
}

/** Fewer years give no forecast that has come. */
export const fewestYears = 4;

/** The yearly values of some series as known on a day, of those long enough to learn from, by indicator. */
export function yearlyPool(reported: readonly ReportedSeries[], asOf: IsoDate): Float64Array[] {
  return reported
    .toSorted((a, b) => byText(a.indicator.id, b.indicator.id))
    .map(({ indicator, observations }) => yearsKnown(indicator, observations, asOf))
    .filter((years) => years.length >= fewestYears)
    .map((years) => Float64Array.from(years, ({ value }) => value));
}
