import { fiscalYearLabel } from '@hadaf/series';
import type { ForecastSettings } from '../assess/annual-forecast.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { FormulaTask } from '../formula/formula-in-thread.ts';

/** The fit of a formula to the reported years of a series, so many years ahead. */
export function formulaTaskOf(
  { indicator, years }: MeasuredSeries,
  text: string,
  horizon: number,
  { seed, paths }: ForecastSettings,
): FormulaTask {
  const last = years.at(-1)?.fiscalYear ?? 0;
  return {
    text,
    settings: [],
    seriesId: indicator.id,
    years: years.map(({ fiscalYear, label, value }) => ({ fiscalYear, label, value })),
    ahead: Array.from({ length: horizon }, (_, h) => fiscalYearLabel(last + h + 1, indicator.calendar)),
    seed,
    paths,
  };
}
