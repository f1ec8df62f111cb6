import { CodedError } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import { type Db, findIndicator, listObservations, listTargets } from '@hadaf/store';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import { readReportedSeries } from '../calibration/read-reported-series.ts';
import { runInThread } from '../fit/run-in-thread.ts';
import type { BacktestTask } from './backtest-in-thread.ts';
import type { BacktestReport } from './backtest-report.ts';

const thread = { module: new URL('./backtest-in-thread.ts', import.meta.url), name: 'backtestInThread' };
const limitMs = 300_000;

export interface BacktestQuestion {
  readonly packId: string;
  readonly indicatorId: string;
  readonly asOf: IsoDate;
  /** Years ahead. */
  readonly horizon: number;
  readonly settings: ForecastSettings;
}

/**
 * How the models would have done on an indicator's yearly values, and what we would have said about its targets.
 *
 * @throws CodedError INDICATOR_NOT_FOUND; FIT_TIMED_OUT
 */
export async function backtestIndicator(db: Db, question: BacktestQuestion): Promise<BacktestReport> {
  const { packId, indicatorId, asOf, horizon, settings } = question;
  const indicator = await findIndicator(db, indicatorId);
  if (!indicator) throw new CodedError('INDICATOR_NOT_FOUND', `no indicator ${indicatorId}`);
  const observations = await listObservations(db, { indicatorIds: [indicatorId], asOf });
  const targets = (await listTargets(db, packId))
    .map(({ target }) => target)
    .filter(({ measure, knownBy }) => measure?.indicatorId === indicatorId && knownBy <= asOf);
  const reported = await readReportedSeries(db, packId, asOf);
  const task: BacktestTask = { indicator, observations, targets, asOf, horizon, settings, reported };
  return runInThread(thread, task, { what: `the backtest of ${indicatorId}`, limitMs });
}
