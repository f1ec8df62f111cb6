import type { Calibration, ForecastRequest, ForecastResult } from '@hadaf/models';
import { ownCalibration } from '../calibration/own-calibration.ts';
import { forecastWithGrowth } from './forecast-with-growth.ts';

/** Runs in a worker thread: piscina calls it with one request at a time. */
export default function fitInThread(request: ForecastRequest): ForecastResult {
  return forecastWithGrowth(request);
}

/** Learns from a pack's yearly series in a worker thread. */
export function calibrateInThread(pool: readonly Float64Array[]): Calibration {
  return ownCalibration(pool);
}
