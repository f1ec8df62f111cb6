import { type Computed, undefinedFor } from './computed.ts';
import { requiredGrowth } from './required-growth.ts';
import type { YearValue } from './year-value.ts';

/**
 * Compound growth a year that the series achieved over its last `windowYears` years.
 *
 * The window starts at exactly the latest year less `windowYears`: a missing start is said, never replaced by a neighbour.
 *
 * @param history      values in any order
 * @param windowYears  1, 3, 5 …
 */
export function achievedGrowth(history: readonly YearValue[], windowYears: number): Computed {
  const latest = history.reduce<YearValue | null>((best, v) => (best && best.year >= v.year ? best : v), null);
  const start = latest && history.find((v) => v.year === latest.year - windowYears);
  if (!latest || !start) return undefinedFor('no-value-at-window-start');
  return requiredGrowth(start.value, latest.value, windowYears);
}
