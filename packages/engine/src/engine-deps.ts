import type { Logger } from '@hadaf/platform';
import type { IsoDate } from '@hadaf/series';
import type { Db } from '@hadaf/store';
import type { ForecastSettings } from './assess/annual-forecast.ts';
import type { Forecaster } from './fit/forecaster.ts';

/** What the use-cases stand on. */
export interface EngineDeps {
  readonly db: Db;
  readonly forecaster: Forecaster;
  readonly settings: ForecastSettings;
  /** Of the code that decides: part of every result's configuration hash. */
  readonly codeVersion: string;
  /** The current day where the pack lives. */
  readonly today: () => IsoDate;
  /** Whether an alert is to be posted to a webhook. */
  readonly postsAlerts: boolean;
  readonly log: Logger;
}
