import { counterRng } from '@hadaf/numerics';
import { annualCalibration } from './calibration/annual-calibration.generated.ts';
import { calibratedPaths, calibratedQuantiles, type PathShape } from './calibration/calibrated-paths.ts';
import { type Calibration, errorScales } from './calibration/calibration.ts';
import { scaleFeatures } from './calibration/error-scale.ts';
import { identityCalibration } from './calibration/identity-calibration.ts';
import {
  combinedForecast,
  type FittedCombination,
  fitCombination,
  type ModelShare,
} from './combination/fit-combination.ts';
import { inManageableUnit } from './manageable-unit.ts';
import type { Model, UnfitReason } from './model.ts';
import { forecastLevels, pathQuantiles } from './path-quantiles.ts';
import { arePositive } from './positive-values.ts';
import { removeSeason, restoreSeason, type Seasonality } from './seasonal/seasonal-indices.ts';
import { findSeason } from './seasonal/seasonally-adjusted.ts';
import { shiftPaths, shiftsByUncertainValues } from './uncertain-values.ts';
import { whyUnfit } from './unfit.ts';
import { holdWithinSupport } from './within-support.ts';

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
   * Log standard deviation of each value, where it is known no better than that: a year whose last months are not
   * reported yet, a month told from cumulative reports, a rounded number. The value is the best estimate of the true
   * one. Absent or all 0, every value is exact and nothing is refitted.
   */
  readonly logStandardDeviations?: Float64Array; // n
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
  return inManageableUnit(request, forecastInUnit);
}

function forecastInUnit(request: ForecastRequest): SeriesForecast {
  const { values, horizon } = request;
  const asked: Asked = { ...request, calibration: request.calibration ?? shippedCalibration(request.seasonLength) };
  const { season, adjusted, combination, shape } = shapeOf(values, asked);
  const drawn = draw(adjusted, shape, asked);
  const reseasoned = (rows: Float64Array, columns: number) =>
    season === null ? rows : restoreSeason(rows, { columns, horizon, offset: values.length }, season);
  const quantiles = reseasoned(drawn.quantiles, forecastLevels.length);
  const middle = forecastLevels.indexOf(0.5);
  return {
    kind: 'forecast',
    horizon,
    point: reseasoned(shape.centre, 1),
    median: Float64Array.from({ length: horizon }, (_, h) => quantiles[h * forecastLevels.length + middle]),
    levels: forecastLevels,
    quantiles,
    paths: reseasoned(drawn.paths, 1),
    models: combination.shares,
    calibration: asked.calibration,
  };
}

function requireSizes({ horizon, paths, values, logStandardDeviations }: ForecastRequest): void {
  if (!(Number.isInteger(horizon) && horizon >= 1)) {
    throw new RangeError(`forecastSeries requires a horizon of at least 1, got ${horizon}`);
  }
  if (!(Number.isInteger(paths) && paths >= 2 && paths % 2 === 0)) {
    throw new RangeError(`forecastSeries requires an even number of paths, got ${paths}`);
  }
  if (logStandardDeviations === undefined) return;
  if (logStandardDeviations.length !== values.length) {
    const got = logStandardDeviations.length;
    throw new RangeError(`forecastSeries requires one log standard deviation a value, ${values.length}, got ${got}`);
  }
  const wrong = logStandardDeviations.find((deviation) => !(deviation >= 0 && deviation < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) {
    throw new RangeError(`forecastSeries requires log standard deviations of at least 0, got ${wrong}`);
  }
}

/** A request whose calibration is decided. */
interface Asked extends ForecastRequest {
  readonly calibration: Calibration;
}

/** The season of some values, the combination fitted without it, and the shape of its errors. */
interface SeriesShape {
  readonly season: Seasonality | null;
  readonly adjusted: Float64Array; // n
  readonly combination: FittedCombination;
  readonly shape: PathShape;
}

function shapeOf(values: Float64Array, { seasonLength, horizon, candidates = [], calibration }: Asked): SeriesShape {
  const season = findSeason({ values, seasonLength });
  const adjusted = season === null ? values : removeSeason(values, season);
  const combination = fitCombination(adjusted, { seasonLength, candidates, guests: calibration.guests ?? [] });
  const { median, deviations } = combinedForecast(combination, horizon, adjusted);
  const shape: PathShape = arePositive(adjusted)
    ? {
        centre: median,
        scales: errorScales(scaleFeatures({ adjusted, median, deviations }), calibration.coefficients),
        form: 'multiplicative',
      }
    : { centre: median, scales: deviations, form: 'additive' };
  return { season, adjusted, combination, shape };
}

/** Paths of the adjusted series and their quantiles: the calibrated ones, unless errors of the values are mixed in. */
function draw(
  adjusted: Float64Array,
  shape: PathShape,
  asked: Asked,
): { readonly paths: Float64Array; readonly quantiles: Float64Array } {
  const { seriesId, seed, horizon, calibration } = asked;
  const rng = counterRng(seriesId, seed);
  const used = shape.form === 'multiplicative' ? calibration : identityCalibration;
  const paths = calibratedPaths(shape, used, asked.paths, rng);
  const shifts = shiftsOf(asked);
  if (shifts.length > 0) {
    shiftPaths(paths, shifts, shape.form, counterRng(`${seriesId}/values`, seed));
    holdWithinSupport(paths, adjusted, horizon, 1);
    return { paths, quantiles: pathQuantiles(paths, horizon, forecastLevels) };
  }
  const quantiles = calibratedQuantiles(shape, used, forecastLevels);
  holdWithinSupport(paths, adjusted, horizon, 1);
  holdWithinSupport(quantiles, adjusted, horizon, forecastLevels.length);
  return { paths, quantiles };
}

/** How the forecast moves with the errors of the values, one row a direction; none where they are exact. */
function shiftsOf(asked: Asked): Float64Array[] {
  const { values, logStandardDeviations, horizon, seriesId, seed } = asked;
  if (logStandardDeviations === undefined) return [];
  const signs = counterRng(`${seriesId}/signs`, seed);
  return shiftsByUncertainValues(values, logStandardDeviations, signs, (history) => {
    const { season, shape } = shapeOf(history, asked);
    const layout = { columns: 1, horizon, offset: values.length };
    return season === null ? shape.centre : restoreSeason(shape.centre, layout, season);
  });
}
