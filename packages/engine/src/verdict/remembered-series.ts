import type { Indicator, IsoDate, SourceDocument } from '@hadaf/series';
import type { RecordedReport } from '@hadaf/store';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';

/** What the reports of an indicator make as known on a day. */
export interface SeriesMeasure {
  readonly indicator: Indicator;
  readonly reports: readonly RecordedReport[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly asOf: IsoDate;
}

export type MeasureOnce = (measure: SeriesMeasure) => MeasuredSeries;

/**
 * Measures series, those of the same readings in the same order once: the combinations of a change, and the targets of a
 * shard, ask for the same ones over and over.
 */
export function measureOnce(): MeasureOnce {
  const numbers = new Map<string, number>();
  const numbered = new WeakMap<RecordedReport, number>();
  const numberAnew = ({ fact, version }: RecordedReport): number => {
    const reading = `${fact} ${version}`;
    const number = numbers.get(reading) ?? numbers.size;
    numbers.set(reading, number);
    return number;
  };
  const numberOf = (report: RecordedReport): number => {
    const number = numbered.get(report) ?? numberAnew(report);
    numbered.set(report, number);
    return number;
  };
  const made = new Map<string, MeasuredSeries>();
  return ({ indicator, reports, documents, asOf }) => {
    const own = reports.filter(({ observation }) => observation.indicatorId === indicator.id);
    const key = `${indicator.id} ${indicator.changes?.length ?? 0} ${asOf} ${own.map(numberOf).join(' ')}`;
    const observations = own.map(({ observation }) => observation);
    const series = made.get(key) ?? measureSeries(indicator, observations, documents, asOf);
    made.set(key, series);
    return series;
  };
}
