import { type FiscalYearValue, fiscalYearLabel, fiscalYearSpan, type Indicator } from '@hadaf/series';
import { firstForecasts } from './forecast-cases.ts';
import type { DatedContent, RecordedForecast } from './record-content.ts';
import type { ForecastPath, RecordStream } from './record-report.ts';

const [lowerLevel, upperLevel] = [0.1, 0.9];

function yearsOf(
  { originYear, median, levels, quantiles }: RecordedForecast,
  { calendar }: Indicator,
  actuals: readonly FiscalYearValue[],
): ForecastPath['years'] {
  const column = (level: number) => levels.findIndex((known) => Math.abs(known - level) < 1e-9);
  const at = (h: number, level: number) => quantiles[h * levels.length + column(level)] ?? Number.NaN;
  return median.map((middle, h) => {
    const year = originYear + 1 + h;
    return {
      ...{ end: fiscalYearSpan(year, calendar).end, label: fiscalYearLabel(year, calendar), median: middle },
      ...{ lower: at(h, lowerLevel), upper: at(h, upperLevel) },
      actual: actuals.find(({ fiscalYear }) => fiscalYear === year)?.value ?? null,
    };
  });
}

/** Every forecast of one series that a record holds, oldest first, with what came. */
export function forecastPaths(
  indicator: Indicator,
  actuals: readonly FiscalYearValue[],
  streams: readonly { readonly kind: RecordStream['kind']; readonly entries: readonly DatedContent[] }[],
): ForecastPath[] {
  return streams.flatMap(({ kind, entries }) => {
    const first = new Set(firstForecasts(entries).map(({ forecast }) => forecast));
    return entries.flatMap(({ asOf, content }) =>
      content.forecasts.map((forecast) => ({
        ...{ kind, asOf, isFirst: first.has(forecast) },
        originLabel: fiscalYearLabel(forecast.originYear, indicator.calendar),
        years: yearsOf(forecast, indicator, actuals),
      })),
    );
  });
}
