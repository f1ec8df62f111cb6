import type { IsoDate } from '@hadaf/series';
import { countObservations, type Db, listIndicators, listObservations } from '@hadaf/store';
import { fewestYears, type ReportedSeries } from './yearly-pool.ts';

/** Reports read to learn from, over all series of a pack. */
const mostReports = 20_000;

/** Every series of a pack as known on a day, by id, as far as its reports are not too many to read. */
export async function readReportedSeries(db: Db, packId: string, asOf: IsoDate): Promise<ReportedSeries[]> {
  const indicators = await listIndicators(db, packId);
  const counts = await countObservations(db, { indicatorIds: indicators.map(({ id }) => id), asOf });
  let left = mostReports;
  const read = indicators.filter(({ id }) => {
    const count = counts.get(id) ?? 0;
    if (count < fewestYears || count > left) return false;
    left -= count;
    return true;
  });
  const observations = await listObservations(db, { indicatorIds: read.map(({ id }) => id), asOf });
  const byIndicator = Map.groupBy(observations, ({ indicatorId }) => indicatorId);
  return read.map((indicator) => ({ indicator, observations: byIndicator.get(indicator.id) ?? [] }));
}
