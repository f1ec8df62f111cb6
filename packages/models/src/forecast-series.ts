import { counterRng, type Rng } from '@hadaf/numerics';
import { distributionMembers, lastResort, medianMembers } from './combination/members.ts';
import { mixturePaths } from './combination/mixture-paths.ts';
import { growthBound, withinGrowthBound } from './growth-bound.ts';
import type { FittedModel, Model, TrainingSeries, UnfitReason } from './model.ts';
import { forecastLevels, pathQuantiles } from './path-quantiles.ts';
import { removeSeason, restoreSeason, type Seasonality } from './seasonal/seasonal-indices.ts';
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
}

/** One model's part in a combination, or why it has none. */
export interface ModelShare {
  readonly name: string;
  /** 0 for a model that was left out. */
  readonly weight: number;
  readonly leftOut: UnfitReason | 'not-in-combination' | null;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface SeriesForecast {
  readonly kind: 'forecast';
  readonly horizon: number;
  /** Median of the predictive distribution per step. */
  readonly median: Float64Array; // horizon
  readonly levels: readonly number[]; // k probabilities, ascending
  readonly quantiles: Float64Array; // horizon × k
  readonly paths: Float64Array; // paths × horizon
  readonly models: readonly ModelShare[];
}

export type ForecastResult = SeriesForecast | { readonly kind: 'unfit'; readonly reason: UnfitReason };

const fewestObservations = 3;

/**
 * The forecast of one series: a mixture of fitted models, simulated.
 *
 * The season is found and taken out, every model of the combination is fitted, each gives its share of the paths, and
 * the season is put back. A positive series stays positive and within its growth bound; a series without negative
 * values gets none. Same request, same bytes.
 *
 * @throws RangeError when `horizon` is not a positive integer or `paths` not an even one
 */
export function forecastSeries(request: ForecastRequest): ForecastResult {
  requireSizes(request);
  const reason = whyUnfit(request, fewestObservations);
  if (reason !== null) return { kind: 'unfit', reason };
  const { horizon } = request;
  const season = findSeason(request);
  const adjusted = season === null ? request.values : removeSeason(request.values, season);
  const { fitted, shares } = fitMembers({ values: adjusted, seasonLength: 1 });
  const rng = counterRng(request.seriesId, request.seed);
  const drawn = mixturePaths(fitted, horizon, request.paths, rng);
  shiftByLastValue(drawn, request, rng);
  const paths = reseason(withinSupport(drawn, adjusted, horizon), request, season);
  const quantiles = pathQuantiles(paths, horizon, forecastLevels);
  const middle = forecastLevels.indexOf(0.5);
  const median = Float64Array.from({ length: horizon }, (_, h) => quantiles[h * forecastLevels.length + middle]);
  return { kind: 'forecast', horizon, median, levels: forecastLevels, quantiles, paths, models: shares };
}

function requireSizes({ horizon, paths }: ForecastRequest): void {
  if (!(Number.isInteger(horizon) && horizon >= 1)) {
    throw new RangeError(`forecastSeries requires a horizon of at least 1, got ${horizon}`);
  }
  if (!(Number.isInteger(paths) && paths >= 2 && paths % 2 === 0)) {
    throw new RangeError(`forecastSeries requires an even number of paths, got ${paths}`);
  }
}

/** Fits every member; the last resort joins only when no other could be fitted. */
function fitMembers(series: TrainingSeries): { fitted: FittedModel[]; shares: ModelShare[] } {
  const members: Model[] = [...medianMembers, ...distributionMembers];
  const fits = members.map((member) => ({ member, fit: member.fit(series) }));
  if (fits.every(({ fit }) => fit.kind === 'unfit')) fits.push({ member: lastResort, fit: lastResort.fit(series) });
  const fitted = fits.flatMap(({ fit }) => (fit.kind === 'fitted' ? [fit.model] : []));
  const shares = fits.map(
    ({ member, fit }): ModelShare =>
      fit.kind === 'fitted'
        ? { name: member.name, weight: 1 / fitted.length, leftOut: null, parameters: fit.model.parameters }
        : { name: member.name, weight: 0, leftOut: fit.reason, parameters: {} },
  );
  return { fitted, shares };
}

/** Shifts each path by its own draw of the last value's error, in antithetic pairs. */
function shiftByLastValue(paths: Float64Array, request: ForecastRequest, rng: Rng): void {
  const { horizon, values, lastLogStandardDeviation } = request;
  if (!(lastLogStandardDeviation > 0)) return;
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

/** Holds paths where the series can be: within the growth bound when positive, not below 0 when never negative. */
function withinSupport(paths: Float64Array, values: Float64Array, horizon: number): Float64Array {
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of values) smallest = Math.min(smallest, value);
  if (smallest > 0) return withinGrowthBound(paths, horizon, values[values.length - 1], growthBound(values));
  return smallest === 0 ? paths.map((value) => Math.max(0, value)) : paths;
}

function reseason(paths: Float64Array, { values, horizon }: ForecastRequest, season: Seasonality | null): Float64Array {
  return season === null ? paths : restoreSeason(paths, horizon, values.length, season);
}
