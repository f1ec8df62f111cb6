import type { ParameterSetting } from '@hadaf/models';
import { CodedError } from '@hadaf/platform';
import { fiscalYearLabel, type IsoDate } from '@hadaf/series';
import { type Db, findIndicator, listObservations } from '@hadaf/store';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import { yearsKnown } from '../backtest/annual-vintages.ts';
import { fitInThread } from './fit-in-thread.ts';
import type { FormulaTask } from './formula-in-thread.ts';
import type { FormulaReport } from './formula-report.ts';

export interface FormulaQuestion {
  readonly indicatorId: string;
  readonly asOf: IsoDate;
  /** A formula of `t`, the fiscal year; every other name is a parameter. */
  readonly text: string;
  readonly settings: readonly (readonly [string, ParameterSetting])[];
  /** Years ahead. */
  readonly horizon: number;
  readonly forecastSettings: ForecastSettings;
}

/**
 * Fits a user's formula to the complete fiscal years of an indicator as known on a day.
 *
 * @throws CodedError INDICATOR_NOT_FOUND; SERIES_NOT_FOUND without yearly values; FIT_TIMED_OUT
 */
export async function fitIndicatorFormula(db: Db, question: FormulaQuestion): Promise<FormulaReport> {
  const { indicatorId, asOf, text, settings, horizon, forecastSettings } = question;
  const indicator = await findIndicator(db, indicatorId);
  if (!indicator) throw new CodedError('INDICATOR_NOT_FOUND', `no indicator ${indicatorId}`);
  const years = yearsKnown(indicator, await listObservations(db, { indicatorIds: [indicatorId], asOf }), asOf);
  const last = years.at(-1);
  if (!last) throw new CodedError('SERIES_NOT_FOUND', `${indicator.name} has no yearly value as known on ${asOf}`);
  const task: FormulaTask = {
    text,
    settings,
    seriesId: indicatorId,
    years: years.map(({ fiscalYear, label, value }) => ({ fiscalYear, label, value })),
    ahead: Array.from({ length: horizon }, (_, h) => fiscalYearLabel(last.fiscalYear + h + 1, indicator.calendar)),
    seed: forecastSettings.seed,
    paths: forecastSettings.paths,
  };
  const answer = await fitInThread(task);
  const { name: indicatorName, unit } = indicator;
  return { indicatorId, indicatorName, unit, asOf, formula: text, values: years.length, answer };
}
