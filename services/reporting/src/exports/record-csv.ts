import type { TrackRecordReport } from '@hadaf/engine';
import { csvText } from './csv-text.ts';

const columns = [
  ...['kind', 'series', 'unit', 'forecast_on', 'origin', 'is_scored', 'period', 'period_end', 'horizon'],
  ...['median', 'lower_80', 'upper_80', 'actual', 'error', 'as_of', 'run'],
] as const;

/** Every forecast of the record year by year beside what came, as CSV; published and replayed ones by their kind. */
export function recordCsv({ series, asOf, runId }: TrackRecordReport): string {
  const rows = series.flatMap(({ seriesId, unit, forecasts }) =>
    forecasts.flatMap(({ kind, asOf: day, originLabel, isFirst, years }) =>
      years.map(({ end, label, median, lower, upper, actual }, h) => ({
        ...{ kind, series: seriesId, unit, forecast_on: day, origin: originLabel, is_scored: String(isFirst) },
        ...{ period: label, period_end: end, horizon: h + 1, median, lower_80: lower, upper_80: upper, actual },
        ...{ error: actual === null ? null : median - actual, as_of: asOf, run: runId },
      })),
    ),
  );
  return csvText(columns, rows);
}
