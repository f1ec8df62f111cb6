import type { IsoDate } from '@hadaf/series';
import type { Db } from '@hadaf/store';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { readReportedSeries } from './read-reported-series.ts';
import { yearlyPool } from './yearly-pool.ts';

type Learner = Pick<EngineDeps, 'forecaster' | 'settings'>;

/** The settings with the calibration that a pack's series, as known on a day, teach. */
export async function calibratedSettings(
  { forecaster, settings }: Learner,
  db: Db,
  { packId, asOf }: { readonly packId: string; readonly asOf: IsoDate },
): Promise<ForecastSettings> {
  const pool = yearlyPool(await readReportedSeries(db, packId, asOf), asOf);
  return { ...settings, calibration: await forecaster.calibrate(pool) };
}
