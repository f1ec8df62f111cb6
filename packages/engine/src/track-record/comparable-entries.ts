import { changesInForce, type Indicator, type IsoDate } from '@hadaf/series';
import type { DatedContent } from './record-content.ts';

/**
 * Entries with the forecasts of the definition that outcomes are now reported on: what was forecast of an earlier one never
 * came, and is on record unscored.
 */
export function comparableEntries(
  entries: readonly DatedContent[],
  indicators: readonly Indicator[],
  asOf: IsoDate,
): readonly DatedContent[] {
  const changed = new Map(indicators.filter(({ changes }) => changes).map((indicator) => [indicator.id, indicator]));
  if (changed.size === 0) return entries;
  const isOfToday = (day: IsoDate, seriesId: string): boolean => {
    const indicator = changed.get(seriesId);
    return !indicator || changesInForce(indicator, day).length === changesInForce(indicator, asOf).length;
  };
  return entries.map(({ asOf: day, content }) => ({
    asOf: day,
    content: {
      ...content,
      forecasts: content.forecasts.filter(({ seriesId }) => isOfToday(day, seriesId)),
      probabilities: content.probabilities.filter(({ seriesId }) => isOfToday(day, seriesId)),
      landings: content.landings?.filter(({ seriesId }) => isOfToday(day, seriesId)) ?? [],
    },
  }));
}
