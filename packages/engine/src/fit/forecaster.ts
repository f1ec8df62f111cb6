import type { Calibration, ForecastRequest, ForecastResult } from '@hadaf/models';
import { CodedError } from '@hadaf/platform';
import { Piscina } from 'piscina';

/** Fits models off the event loop. */
export interface Forecaster {
  /** @throws CodedError FIT_TIMED_OUT when one series takes longer than the limit */
  forecast(request: ForecastRequest): Promise<ForecastResult>;
  /** What yearly series teach about the errors of their forecasts. */
  calibrate(pool: readonly Float64Array[]): Promise<Calibration>;
  close(): Promise<void>;
}

/** A fit takes milliseconds; one that takes this long will not end. */
const fitLimitMs = 60_000;
const idleMs = 5_000;

/** Worker threads that forecast; none is started before the first request, idle ones end. */
export function openForecaster(threads: number): Forecaster {
  const pool = new Piscina({
    filename: new URL('./fit-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
  });
  async function run<Answer>(name: string, task: unknown, what: string): Promise<Answer> {
    const signal = AbortSignal.timeout(fitLimitMs);
    try {
      return await pool.run(task, { name, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new CodedError('FIT_TIMED_OUT', `${what} took longer than ${fitLimitMs / 1000} s`, { cause: error });
    }
  }
  return {
    forecast: (request) => run<ForecastResult>('default', request, `the models of ${request.seriesId}`),
    calibrate: (series) => run<Calibration>('calibrateInThread', series, 'learning from past forecasts'),
    close: () => pool.close({ force: true }),
  };
}
