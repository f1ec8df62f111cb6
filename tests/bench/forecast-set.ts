import {
  backtestErrors,
  type Calibration,
  forecastSeries,
  learnCalibration,
  learnGuests,
  type SeriesForecast,
  shippedCalibration,
} from '@hadaf/models';
import type { CompetitionSeries, CompetitionSet } from './competition-series.ts';

/** Sample paths a series, as the product draws them. */
export const benchPaths = 512;
const mostOrigins = 8;
/** Years after which an error of the past counts half. */
const halfLifeYears = 4;
/** Origins of a seasonal series are spread over one horizon. */
const seasonalOrigins = 6;

/** How one set is backtested for its own calibration: the same for every set. */
function originsFor({ seasonLength, horizon }: CompetitionSet) {
  if (seasonLength === 1) return { horizon, origins: mostOrigins, spacing: 1 };
  return { horizon, origins: seasonalOrigins, spacing: Math.max(1, Math.round(horizon / seasonalOrigins)) };
}

/** What the set's own training parts teach, shrunk to what the product ships. No test value is looked at. */
export function calibrateSet(set: CompetitionSet): Calibration {
  const { seasonLength, prior = shippedCalibration(seasonLength) } = set;
  const pool = set.series.map(({ train }) => ({ values: train, seasonLength }));
  const origins = originsFor(set);
  const guests = learnGuests(pool, origins, prior.guests);
  const errors = pool.map((series) => backtestErrors(series, origins, guests));
  const source = `${set.dataset} ${set.frequency}`;
  return learnCalibration(errors, prior, { source, guests, halfLife: halfLifeYears * seasonLength });
}

export interface ForecastOfSeries {
  readonly series: CompetitionSeries;
  /** Null where the series could not be forecast, threw, or any number of it was not finite. */
  readonly forecast: SeriesForecast | null;
}

/** Every series of a set forecast over the set's horizon by the one configuration there is. */
export function forecastSet(set: CompetitionSet, seed: number): ForecastOfSeries[] {
  const calibration = calibrateSet(set);
  return set.series.map((series) => ({ series, forecast: soundForecast(set, series, calibration, seed) }));
}

function soundForecast(
  { seasonLength, dataset }: CompetitionSet,
  { id, train, test }: CompetitionSeries,
  calibration: Calibration,
  seed: number,
): SeriesForecast | null {
  const result = forecastSeries({
    seriesId: `${dataset}/${id}`,
    values: train,
    seasonLength,
    horizon: test.length,
    seed,
    paths: benchPaths,
    calibration,
  });
  if (result.kind === 'unfit') return null;
  const largest = Math.max(...train.map(Math.abs));
  const isSound = (value: number) => Number.isFinite(value) && Math.abs(value) <= 1e6 * largest;
  return result.point.every(isSound) && result.quantiles.every(isSound) ? result : null;
}

/** The quantile of a forecast at step h (from 0) and a level of its grid. */
export function quantileAt({ quantiles, levels }: SeriesForecast, h: number, level: number): number {
  const at = levels.indexOf(level);
  if (at < 0) throw new RangeError(`quantileAt requires a level of the grid, got ${level}`);
  return quantiles[h * levels.length + at];
}
