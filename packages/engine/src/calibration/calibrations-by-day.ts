import type { Calibration } from '@hadaf/models';
import type { IsoDate } from '@hadaf/series';
import { ownCalibration } from './own-calibration.ts';
import { type ReportedSeries, yearlyPool } from './yearly-pool.ts';

/** The calibration of each day from what was known then; days that knew the same yearly values share one. */
export function calibrationsByDay(reported: readonly ReportedSeries[]): (asOf: IsoDate) => Calibration {
  const learned = new Map<string, Calibration>();
  return (asOf) => {
    const pool = yearlyPool(reported, asOf);
    const key = JSON.stringify(pool.map((values) => [...values]));
    const calibration = learned.get(key) ?? ownCalibration(pool);
    learned.set(key, calibration);
    return calibration;
  };
}
