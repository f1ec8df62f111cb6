import { counted, describeDay, describeStaleness, monthIndex, nextRelease, type StatedRelease } from '@hadaf/series';
import { dataThrough, type MeasuredSeries } from './measured-series.ts';

/** A count without a release calendar is old after this many months. */
const monthsUntilOld = 6;

/**
 * How old the newest reported period of a series is, and when the next release is or was due, in words.
 *
 * A date the publisher announced wins over what past delays make one expect. Where nothing makes one expect a release, only age can be told, and only once it is worth telling.
 */
export function stalenessOf(series: MeasuredSeries, stated: readonly StatedRelease[] = []): string {
  const { known, indicator, asOf } = series;
  const release = nextRelease(known, indicator, asOf, stated);
  if (release) return describeStaleness(release, asOf, indicator.calendar);
  const through = dataThrough(series);
  if (through === null) return '';
  const months = monthIndex(asOf) - monthIndex(through);
  if (months <= monthsUntilOld) return '';
  return `The newest value is of ${describeDay(through)}, ${counted(months, 'month')} old; no release calendar says when the next is due.`;
}
