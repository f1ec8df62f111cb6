import type { ModelShare } from '@hadaf/models';
import type { IsoDate } from '@hadaf/series';
import type { Db } from '../connection/open-store.ts';

export interface NewForecast {
  readonly seriesId: string;
  /** The data are those public by this day. */
  readonly vintage: IsoDate;
  /** Of all that decides the numbers beside series and vintage: data, models, seed, code. */
  readonly configHash: string;
  /** End of the last period the models saw. */
  readonly origin: IsoDate;
  readonly periodEnds: readonly IsoDate[]; // horizon
  readonly levels: readonly number[]; // k probabilities, ascending
  readonly quantiles: ArrayLike<number>; // horizon × k, row-major, in the series' unit
  readonly median: ArrayLike<number>; // horizon
  readonly models: readonly ModelShare[];
  /** What reproduces the forecast bit by bit, as JSON. */
  readonly request: unknown;
}

export interface StoredForecast extends NewForecast {
  readonly id: string;
  readonly runId: string;
  readonly quantiles: readonly number[];
  readonly median: readonly number[];
}

function selectForecasts(db: Db) {
  return db
    .selectFrom('forecast')
    .select(['id', 'run_id as runId', 'series_id as seriesId', 'vintage', 'config_hash as configHash', 'origin'])
    .select(['period_ends as periodEnds', 'levels', 'quantiles', 'median', 'models', 'request']);
}

/** Stores a forecast once per series, vintage and configuration; @returns the id of the one stored. */
export async function insertForecast(db: Db, runId: string, forecast: NewForecast): Promise<string> {
  const { seriesId, vintage, configHash } = forecast;
  await db
    .insertInto('forecast')
    .values({
      ...{ run_id: runId, series_id: seriesId, vintage, config_hash: configHash, origin: forecast.origin },
      ...{ horizon: forecast.periodEnds.length, period_ends: [...forecast.periodEnds], levels: [...forecast.levels] },
      ...{ quantiles: Array.from(forecast.quantiles), median: Array.from(forecast.median) },
      ...{ models: JSON.stringify(forecast.models), request: JSON.stringify(forecast.request) },
    })
    .onConflict((conflict) => conflict.columns(['series_id', 'vintage', 'config_hash']).doNothing())
    .execute();
  const { id } = await selectForecasts(db)
    .where('series_id', '=', seriesId)
    .where('vintage', '=', vintage)
    .where('config_hash', '=', configHash)
    .executeTakeFirstOrThrow();
  return id;
}

export async function findForecast(db: Db, id: string): Promise<StoredForecast | undefined> {
  return selectForecasts(db).where('id', '=', id).executeTakeFirst();
}

/** The forecasts of those ids, by id. */
export async function listForecasts(db: Db, ids: readonly string[]): Promise<StoredForecast[]> {
  if (ids.length === 0) return [];
  return selectForecasts(db).where('id', 'in', ids).orderBy('id').execute();
}
