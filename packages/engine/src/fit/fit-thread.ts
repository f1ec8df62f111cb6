import type { ForecastRequest, ForecastResult } from '@hadaf/models';
import { forecastWithGrowth } from './forecast-with-growth.ts';

/** Runs in a worker thread: piscina calls it with one request at a time. */
export default function fitInThread(request: ForecastRequest): ForecastResult {
  return forecastWithGrowth(request);
}
