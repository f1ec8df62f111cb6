import { changesInForce, type Indicator, type IsoDate, type Observation, type SourceDocument } from '@hadaf/series';
import { describeMonths } from './describe-months.ts';
import type { IndicatorMonths } from './months-report.ts';

/** Some hundred kB each. */
const mostRemembered = 48;
const remembered = new Map<string, IndicatorMonths>();

/**
 * `describeMonths`, once for the same reports: most runs and most replayed days know of an indicator what the ones before
 * them knew, and reconciling its months takes up to half a second.
 *
 * @param known  every report known on the day, which decides beside them only the changes of definition in force
 */
export function describeMonthsOnce(
  indicator: Indicator,
  known: readonly Observation[],
  documents: ReadonlyMap<string, SourceDocument>,
  asOf: IsoDate,
): IndicatorMonths {
  const cited = [...new Set(known.map(({ documentId }) => documentId))].map((id) => documents.get(id));
  const key = JSON.stringify([indicator, changesInForce(indicator, asOf), known, cited]);
  const months = remembered.get(key) ?? describeMonths(indicator, known, documents, asOf);
  // The one asked for last goes last.
  remembered.delete(key);
  remembered.set(key, months);
  for (const [oldest] of remembered) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return { ...months, asOf };
}
