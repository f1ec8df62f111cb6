import { describeDay, type IsoDate, monthIndex } from '@hadaf/series';

/** A monthly statistic is out within two months of its month; older than this, a release is missing. */
const monthsUntilOverdue = 2;

/** How old the newest reported period is on a day, in words; empty while it is fresh. */
export function stalenessWords(dataThrough: IsoDate | null, asOf: IsoDate): string {
  if (dataThrough === null) return '';
  const months = monthIndex(asOf) - monthIndex(dataThrough);
  if (months <= monthsUntilOverdue) return '';
  return `The newest data end on ${describeDay(dataThrough)}, ${months} months before ${describeDay(asOf)}; later releases are not in the ledger.`;
}
