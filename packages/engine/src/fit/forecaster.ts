import type { ForecastRequest, ForecastResult } from '@hadaf/models';
import { CodedError } from '@hadaf/platform';
import { Piscina } from 'piscina';

/** Fits models off the event loop. */
export interface Forecaster {
  /** @throws CodedError FIT_TIMED_OUT when one series takes longer than the limit */
  forecast(request: ForecastRequest): Promise<ForecastResult>;
  close(): Promise<void>;
}

/** A fit takes milliseconds; one that takes this long will not end. */
const fitLimitMs = 60_000;
const idleMs = 5_000;

/** Worker threads that forecast; none is started before the first request, idle ones end. */
export function openForecaster(threads: number): Forecaster {
  const pool = new Piscina<ForecastRequest, ForecastResult>({
    filename: new URL('./fit-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
  });
  return {
    async forecast(request) {
      const signal = AbortSignal.timeout(fitLimitMs);
      try {
        return await pool.run(request, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
        const message = `the models of ${request.seriesId} took longer than ${fitLimitMs / 1000} s`;
        throw new CodedError('FIT_TIMED_OUT', message, { cause: error });
      }
    },
    close: () => pool.close({ force: true }),
  };
}
