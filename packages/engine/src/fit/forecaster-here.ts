import { ownCalibration } from '../calibration/own-calibration.ts';
import { forecastWithGrowth } from './forecast-with-growth.ts';
import type { Forecaster } from './forecaster.ts';

/**
 * Forecasts in the thread that asks, same request, same bytes as in another: for a command that forecasts one series, where
 * a worker thread takes longer to load its modules than to fit. No time limit holds here; whoever waits may leave.
 */
export function forecasterHere(): Forecaster {
  return {
    forecast: async (request) => forecastWithGrowth(request),
    calibrate: async (pool) => ownCalibration(pool),
    close: async () => {},
  };
}
