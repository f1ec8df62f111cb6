import { forecastLevels, shippedCalibration } from '@hadaf/models';
import { originYear } from '../assess/annual-forecast.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Forecasts } from '../run/assess-ledger.ts';
import type { Ledger } from '../run/evidence.ts';
import { originOf } from '../verdict/what-it-takes.ts';

/** Years a forecast that stands still looks ahead. */
const horizon = 50;

/** For checking a question before any model is fitted: every series stays where it is. Never shown to anybody. */
export function standingForecasts({ series }: Ledger): Forecasts {
  return new Map([...series].map(([id, one]) => [id, standingStill(one)]));
}

function standingStill(series: MeasuredSeries) {
  const [year, origin] = [originYear(series), originOf(series)];
  if (year === null || origin === null) return null;
  const still = (columns: number) => new Float64Array(horizon * columns).fill(origin.value);
  const forecast = {
    kind: 'forecast' as const,
    horizon,
    point: still(1),
    median: still(1),
    levels: forecastLevels,
    quantiles: still(forecastLevels.length),
    paths: still(2),
    models: [],
    calibration: shippedCalibration(1),
  };
  return { annual: { firstYear: year + 1, forecast }, request: {} };
}
