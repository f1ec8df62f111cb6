import type { HedgehogChartView } from '@hadaf/charts';
import { type FiscalYearValue, fiscalYearLabel, fiscalYearSpan, type Indicator } from '@hadaf/series';
import { firstForecasts } from './forecast-cases.ts';
import type { DatedContent } from './record-content.ts';
import type { RecordStream } from './record-report.ts';

const yearsShown = 5;

/** The first middle forecast from each origin year, against what came; null where nothing was forecast. */
export function hedgehogOf(
  { name, unit, calendar }: Indicator,
  actuals: readonly FiscalYearValue[],
  streams: readonly { readonly kind: RecordStream['kind']; readonly entries: readonly DatedContent[] }[],
): HedgehogChartView | null {
  const paths = streams.flatMap(({ kind, entries }) =>
    firstForecasts(entries).map(({ entry, forecast }) => {
      const { originYear, median, values } = forecast;
      const start = values.at(-1);
      const years = start === undefined ? median : [start, ...median.slice(0, yearsShown)];
      return {
        asOf: entry.asOf,
        isReplayed: kind === 'replayed',
        points: years.map((y, step) => ({
          ...{ x: fiscalYearSpan(originYear + step, calendar).end, y },
          label: fiscalYearLabel(originYear + step, calendar),
        })),
      };
    }),
  );
  if (paths.length === 0) return null;
  const actual = actuals.map(({ span, value, label }) => ({ x: span.end, y: value, label }));
  return { title: `${name}: past forecasts against what came`, unit, actual, paths };
}
