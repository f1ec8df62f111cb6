import { counterRng } from '@hadaf/numerics';
import { annualCalibration } from './calibration/annual-calibration.generated.ts';
import { calibratedPaths, calibratedQuantiles, type PathShape } from './calibration/calibrated-paths.ts';
import { type Calibration, errorScales } from './calibration/calibration.ts';
import { scaleFeatures } from './calibration/error-scale.ts';
import { identityCalibration } from './calibration/identity-calibration.ts';
import {
  type CombinedForecast,
  combinedForecast,
  fitCombination,
  type ModelShare,
} from './combination/fit-combination.ts';
import { growthReach } from './growth-bound.ts';
import type { Model, UnfitReason } from './model.ts';
import { forecastLevels, pathQuantiles } from './path-quantiles.ts';
import { removeSeason, restoreSeason } from './seasonal/seasonal-indices.ts';
import { findSeason } from './seasonal/seasonally-adjusted.ts';
import { whyUnfit } from './unfit.ts';

/** A forecast asked for. Everything that decides its bytes is in here. */
export interface ForecastRequest {
  /** Keys the random stream: same id and seed, same paths, whatever the thread. */
  readonly seriesId: string;
  readonly values: Float64Array; // n, oldest first
  readonly seasonLength: number;
  readonly horizon: number;
  readonly seed: number;
  /** Sample paths; even, since they are antithetic pairs. */
  readonly paths: number;
  /**
   * Log standard deviation of the last value, where it is itself an estimate: a fiscal year whose last months are
   * not reported yet. 0 for a reported value. Every path starts from its own draw.
   */
  readonly lastLogStandardDeviation: number;
  /** What past errors of the user's own series taught; absent, what the product ships. */
  readonly calibration?: Calibration;
  /**
   * Further models, such as growth curves: each joins the median where it can be fitted (a cap is identified) and is
   * listed with its reason where not. None by default: they cost milliseconds and change little (README).
   */
  readonly candidates?: readonly Model[];
}

export interface SeriesForecast {
  readonly kind: 'forecast';
  readonly horizon: number;
  /** The combination's point forecast: the median of its models, before any calibration of its errors. */
  readonly point: Float64Array; // horizon
  /** Median of the predictive distribution per step. */
  readonly median: Float64Array; // horizon
  readonly levels: readonly number[]; // k probabilities, ascending
  readonly quantiles: Float64Array; // horizon × k
  readonly paths: Float64Array; // paths × horizon
  readonly models: readonly ModelShare[];
  readonly calibration: Calibration;
}

export type ForecastResult = SeriesForecast | { readonly kind: 'unfit'; readonly reason: UnfitReason };

const fewestObservations = 3;

/** What a series is calibrated by until its own record is learned: annual ones by the panel, seasonal ones by none. */
export function shippedCalibration(seasonLength: number): Calibration {
  return seasonLength > 1 ? identityCalibration : annualCalibration;
}

/**
 * The forecast of one series: a combination's median, and joint paths with the errors such forecasts have had.
 *
 * The season is found and taken out, the models are fitted and their median taken, the size of its error is read from the
 * series and scaled by what past errors taught, and the season is put back. A positive series stays positive and within
 * its growth reach; a series without negative values gets none. Same request, same bytes.
 *
 * @throws RangeError when `horizon` is not a positive integer or `paths` not an even one
 */
export function forecastSeries(request: ForecastRequest): ForecastResult {
  requireSizes(request);
  const reason = whyUnfit(request, fewestObservations);
  if (reason !== null) return { kind: 'unfit', reason };
  const { values, seasonLength, horizon } = request;
  const season = findSeason(request);
  const adjusted = season === null ? values : removeSeason(values, season);
  const combination = fitCombination(adjusted, seasonLength, request.candidates);
  const combined = combinedForecast(combination, horizon, adjusted);
  const calibration = request.calibration ?? shippedCalibration(seasonLength);
  const drawn = draw(adjusted, combined, calibration, request);
  const reseasoned = (rows: Float64Array, columns: number) =>
    season === null ? rows : restoreSeason(rows, { columns, horizon, offset: values.length }, season);
  const quantiles = reseasoned(drawn.quantiles, forecastLevels.length);
  const middle = forecastLevels.indexOf(0.5);
  return {
    kind: 'forecast',
    horizon,
    point: reseasoned(combined.median, 1),
    median: Float64Array.from({ length: horizon }, (_, h) => quantiles[h * forecastLevels.length + middle]),
    levels: forecastLevels,
    quantiles,
    paths: reseasoned(drawn.paths, 1),
    models: combination.shares,
    calibration,
  };
}

function requireSizes({ horizon, paths }: ForecastRequest): void {
  if (!(Number.isInteger(horizon) && horizon >= 1)) {
    throw new RangeError(`forecastSeries requires a horizon of at least 1, got ${horizon}`);
  }
  if (!(Number.isInteger(paths) && paths >= 2 && paths % 2 === 0)) {
    throw new RangeError(`forecastSeries requires an even number of paths, got ${paths}`);
  }
}

/** Paths of the adjusted series and their quantiles: the calibrated ones, unless the last value's error is mixed in. */
function draw(
  adjusted: Float64Array,
  { median, deviations }: CombinedForecast,
  calibration: Calibration,
  request: ForecastRequest,
): { readonly paths: Float64Array; readonly quantiles: Float64Array } {
  const rng = counterRng(request.seriesId, request.seed);
  const positive = adjusted.every((value) => value > 0);
  const shape: PathShape = positive
    ? {
        centre: median,
        scales: errorScales(scaleFeatures({ adjusted, median, deviations }), calibration.coefficients),
        form: 'multiplicative',
      }
    : { centre: median, scales: deviations, form: 'additive' };
  const used = positive ? calibration : identityCalibration;
  const paths = calibratedPaths(shape, used, request.paths, rng);
  if (request.lastLogStandardDeviation > 0) {
    shiftByLastValue(paths, request);
    holdWithinSupport(paths, adjusted, request.horizon, 1);
    return { paths, quantiles: pathQuantiles(paths, request.horizon, forecastLevels) };
  }
  const quantiles = calibratedQuantiles(shape, used, forecastLevels);
  holdWithinSupport(paths, adjusted, request.horizon, 1);
  holdWithinSupport(quantiles, adjusted, request.horizon, forecastLevels.length);
  return { paths, quantiles };
}

/**
 * Shifts each path by its own draw of the last value's error, in antithetic pairs.
 *
 * The draws have a stream of their own, so that a year's forecast does not depend on how far beyond it was asked.
 */
function shiftByLastValue(paths: Float64Array, request: ForecastRequest): void {
  const { horizon, values, lastLogStandardDeviation } = request;
  const rng = counterRng(`${request.seriesId}/last`, request.seed);
  const last = values[values.length - 1];
  const positive = values.every((value) => value > 0);
  let shift = 0;
  for (let start = 0; start < paths.length; start += horizon) {
    shift = (start / horizon) % 2 === 0 ? lastLogStandardDeviation * rng.normal() : -shift;
    for (let i = start; i < start + horizon; i += 1) {
      paths[i] = positive ? paths[i] * Math.exp(shift) : paths[i] + Math.abs(last) * shift;
    }
  }
}

/**
 * Holds values where the series can be: within its growth reach when positive, not below 0 if it never was.
 *
 * @param rows  row-major, `columns` values a step, `horizon` steps a row
 */
function holdWithinSupport(rows: Float64Array, values: Float64Array, horizon: number, columns: number): void {
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of values) smallest = Math.min(smallest, value);
  if (smallest < 0) return;
  const last = values[values.length - 1];
  const reach = smallest > 0 ? growthReach(values, horizon) : new Float64Array(horizon);
  for (let h = 0; h < horizon; h += 1) {
    const lowest = smallest > 0 ? last * Math.exp(-reach[h]) : 0;
    const highest = smallest > 0 ? last * Math.exp(reach[h]) : Number.POSITIVE_INFINITY;
    for (let row = h * columns; row < rows.length; row += horizon * columns) {
      for (let i = row; i < row + columns; i += 1) rows[i] = Math.min(highest, Math.max(lowest, rows[i]));
    }
  }
}
