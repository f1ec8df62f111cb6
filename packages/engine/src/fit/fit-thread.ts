import { type ForecastRequest, type ForecastResult, forecastSeries } from '@hadaf/models';

/** Runs in a worker thread: piscina calls it with one request at a time. */
export default function fitInThread(request: ForecastRequest): ForecastResult {
  return forecastSeries(request);
}
