import { forecastSettings, openForecaster, type Replay, readCodeVersion, replay } from '@hadaf/engine';
import { CodedError, dayInZone } from '@hadaf/platform';
import { isIsoDate } from '@hadaf/series';
import { findPack } from '@hadaf/store';
import { shownPackId } from './published.ts';
import type { Session } from './session.ts';

/**
 * The reports of the shown pack as known on an earlier day.
 *
 * @throws CodedError REQUEST_INVALID when `asOf` is no day, or lies in the future
 */
export async function replayOn({ store, config, log }: Session, asOf: string): Promise<Replay> {
  if (!isIsoDate(asOf)) throw new CodedError('REQUEST_INVALID', `--as-of takes a day as YYYY-MM-DD, got ${asOf}`);
  const forecaster = openForecaster(config.threads);
  try {
    const packId = await shownPackId(store.db);
    const zone = (await findPack(store.db, packId))?.schedule.zone ?? 'UTC';
    const deps = {
      db: store.db,
      forecaster,
      settings: forecastSettings,
      codeVersion: readCodeVersion(),
      today: () => dayInZone(new Date().toISOString(), zone),
      postsAlerts: false,
      log,
    };
    return await replay(deps, packId, asOf);
  } finally {
    await forecaster.close();
  }
}
