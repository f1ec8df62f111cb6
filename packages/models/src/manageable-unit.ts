import type { ForecastRequest, SeriesForecast } from './forecast-series.ts';

/** Squares of numbers within these are numbers still. */
const smallestUnit = 1e-100;
const largestUnit = 1e100;

/**
 * A forecast whose values are so small or so large that their squares are not numbers is made in another unit, a power of
 * two of the series' own, and put back; parameters of its models are then in that unit. All others pass untouched.
 */
export function inManageableUnit(
  request: ForecastRequest,
  forecastOf: (request: ForecastRequest) => SeriesForecast,
): SeriesForecast {
  let largest = 0;
  for (const value of request.values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0 || (largest >= smallestUnit && largest <= largestUnit)) return forecastOf(request);
  const exponent = Math.floor(Math.log2(largest));
  const forecast = forecastOf({ ...request, values: request.values.map((value) => scaled(value, -exponent)) });
  const restored = (values: Float64Array) => values.map((value) => scaled(value, exponent));
  return {
    ...forecast,
    point: restored(forecast.point),
    median: restored(forecast.median),
    quantiles: restored(forecast.quantiles),
    paths: restored(forecast.paths),
  };
}

/** value · 2^exponent, in two steps since 2^±1074 has no inverse; at most the largest number there is. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  const product = value * 2 ** half * 2 ** (exponent - half);
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, product));
}
