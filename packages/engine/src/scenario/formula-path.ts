import { formulaValues, parseFormula } from '@hadaf/models';
import { fiscalYearLabel } from '@hadaf/series';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { FormulaAnswer } from '../formula/formula-report.ts';
import type { SeriesOrigin } from '../verdict/what-it-takes.ts';
import { ScenarioRefusal } from './refusal.ts';

/** Fits a formula of `t` with parameters to the yearly values of a series, so many years ahead. */
export type FormulaFit = (series: MeasuredSeries, text: string, horizon: number) => Promise<FormulaAnswer>;

interface FormulaContext {
  readonly series: MeasuredSeries;
  readonly annual: AnnualForecast;
  readonly origin: SeriesOrigin;
  readonly fit: FormulaFit;
}

/**
 * Where a formula moves the middle of the forecast.
 *
 * Without free names it is evaluated: `t` is the fiscal year, `forecast` the forecast's median in it, `origin` the value the
 * forecast starts from. With free names they are parameters, fitted to the yearly values; it then reads `t` alone.
 */
export async function formulaPath(text: string, context: FormulaContext) {
  const { annual, origin, series } = context;
  const { horizon, median } = annual.forecast;
  const columns = new Map([
    ['t', Float64Array.from({ length: horizon }, (_, h) => annual.firstYear + h)],
    ['forecast', median],
    ['origin', new Float64Array(horizon).fill(origin.value)],
  ]);
  const stated = await formulaValues(text, columns);
  if (stated.kind === 'refused' && stated.reason !== 'unknown-name') throw refused(text, stated.detail);
  const path = stated.kind === 'values' ? stated.values : await fittedPath(text, context, stated.detail);
  const bad = path.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  if (bad >= 0) {
    const year = fiscalYearLabel(annual.firstYear + bad, series.indicator.calendar);
    throw refused(text, `it has no positive value in ${year}`);
  }
  const how = stated.kind === 'values' ? '' : ', fitted to the yearly values';
  return { path, words: [`the middle follows ${text}${how}`] };
}

async function fittedPath(
  text: string,
  { series, annual, fit }: FormulaContext,
  unknown: string,
): Promise<Float64Array> {
  const parsed = await parseFormula(text, ['t']);
  if (parsed.kind === 'refused') throw refused(text, parsed.detail);
  if (parsed.formula.parameters.some((name) => name === 'forecast' || name === 'origin')) throw refused(text, unknown);
  const lastYear = series.years.at(-1)?.fiscalYear ?? annual.firstYear;
  const skipped = annual.firstYear - lastYear - 1;
  const answer = await fit(series, text, skipped + annual.forecast.horizon);
  if (answer.kind !== 'fitted') throw refused(text, answer.detail);
  if (answer.forecast.length === 0) throw refused(text, 'too few yearly values are left to carry it forward');
  return Float64Array.from(answer.forecast.slice(skipped), ({ forecast }) => forecast);
}

const refused = (text: string, detail: string) => new ScenarioRefusal(`the formula ${text} cannot be used: ${detail}`);
