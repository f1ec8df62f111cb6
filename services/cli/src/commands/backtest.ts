import { backtestIndicator, forecastSettings } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { getPackOfIndicator } from '@hadaf/store';
import pico from 'picocolors';
import { readAsOf } from '../as-of.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { describeBacktest } from '../terminal/backtest-tables.ts';
import { isTerminal, printer } from '../terminal/printer.ts';

const longestHorizon = 10;

/** `hadaf backtest <indicator>`: the models on what was known then, and our P of its targets day by day. */
export async function backtest(
  config: Config,
  asked: string,
  options: { horizon: string; asOf?: string; json?: boolean },
): Promise<void> {
  const horizon = Number(options.horizon);
  if (!(Number.isInteger(horizon) && horizon >= 1 && horizon <= longestHorizon)) {
    throw new CodedError('REQUEST_INVALID', `the horizon must be a whole number of years from 1 to ${longestHorizon}`);
  }
  await withSession(config, async ({ store }) => {
    const indicatorId = await indicatorIdOf(store.db, asked);
    const packId = await getPackOfIndicator(store.db, indicatorId);
    const report = await backtestIndicator(store.db, {
      packId,
      indicatorId,
      asOf: await readAsOf(store.db, options.asOf, packId),
      horizon,
      settings: forecastSettings,
    });
    if (options.json) printer.json(report);
    else printer.data(describeBacktest(report, isTerminal(process.stdout) ? pico.bold : (text) => text));
  });
}
