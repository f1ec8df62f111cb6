import { fiscalYearOf } from '@hadaf/series';
import { insertForecast } from '@hadaf/store';
import type { Target } from '@hadaf/targets';
import { type AnnualForecast, annualRequest, forecastPeriod, originYear } from '../assess/annual-forecast.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { EngineDeps } from '../engine-deps.ts';

/** A forecast and what reproduces it, ready to be stored. */
export interface MadeForecast {
  readonly annual: AnnualForecast;
  readonly request: Readonly<Record<string, unknown>>;
}

/** A target that is missed on its date is reached some years later, if at all: so much further a run's forecasts look. */
export const yearsBeyondDue = 10;

/** The last fiscal year any of the targets falls due in; null where none states a date. */
export function lastDueYear(series: MeasuredSeries, targets: readonly Target[]): number | null {
  const years = targets.flatMap(({ due }) =>
    due.slice(0, 1).map(({ end }) => fiscalYearOf(end, series.indicator.calendar)),
  );
  return years.length > 0 ? Math.max(...years) : null;
}

/** Forecasts a series through a year; null where there is too little to forecast from. */
export async function forecastThrough(
  { forecaster, settings }: Pick<EngineDeps, 'forecaster' | 'settings'>,
  series: MeasuredSeries,
  throughYear: number,
): Promise<MadeForecast | null> {
  const request = annualRequest(series, throughYear, settings);
  const origin = originYear(series);
  if (!request || origin === null) return null;
  const forecast = await forecaster.forecast(request);
  if (forecast.kind === 'unfit') return null;
  return {
    annual: { firstYear: origin + 1, forecast },
    request: {
      ...request,
      values: Array.from(request.values),
      logStandardDeviations: Array.from(request.logStandardDeviations ?? []),
    },
  };
}

/** Stores a forecast as one row. */
export async function storeForecast(
  deps: Pick<EngineDeps, 'db'>,
  run: { readonly id: string; readonly configHash: string },
  series: MeasuredSeries,
  { annual: { forecast }, request }: MadeForecast,
): Promise<string> {
  return insertForecast(deps.db, run.id, {
    seriesId: series.indicator.id,
    vintage: series.asOf,
    configHash: run.configHash,
    origin: forecastPeriod(series, 0).end,
    periodEnds: Array.from({ length: forecast.horizon }, (_, h) => forecastPeriod(series, h + 1).end),
    levels: forecast.levels,
    quantiles: forecast.quantiles,
    median: forecast.median,
    models: forecast.models,
    request,
  });
}
