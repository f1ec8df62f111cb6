/**
 * `npm run bench fiscal-totals`: fiscal years forecast as sums of monthly paths, against a model of the totals.
 *
 * On the bundled pack's ICT services exports, by vintage: an origin is the day a year's total first became known. The
 * annual model sees the totals known then, the monthly one the reconciled months to the end of that year, each month
 * with its standard deviation. Actuals are the totals as they stand now.
 */
import { bundledPackFolder, readPackFolder } from '@hadaf/engine';
import { isCovered, symmetricMeanAbsolutePercentageError } from '@hadaf/evaluation';
import { type ForecastRequest, forecastSeries, pathSums } from '@hadaf/models';
import { sortedQuantile } from '@hadaf/numerics';
import {
  consecutiveYears,
  type FiscalYearValue,
  fiscalYearSeries,
  type Indicator,
  type Observation,
  reconcileMonths,
} from '@hadaf/series';
import { fixed, mean, printTable } from './print-table.ts';

const indicatorId = 'ict_services_exports';
const horizons = [1, 2, 3];
const fewestYears = 4;
const paths = 2048;
const seed = 2030;
const today = '2026-11-22';
const yearLength = 12;

interface Fold {
  readonly method: 'annual' | 'months';
  readonly horizon: number;
  readonly actual: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

interface Known {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
}

const rounding = ({ value, halfWidth }: FiscalYearValue) => halfWidth / Math.sqrt(3) / value;

function yearsOn({ indicator, observations }: Known, asOf: string): FiscalYearValue[] {
  return consecutiveYears(fiscalYearSeries(observations, indicator.calendar, asOf).years);
}

/** The day each year's total first became known, with the years known then. */
function origins(known: Known): { asOf: string; years: FiscalYearValue[] }[] {
  const days = [...new Set(known.observations.map(({ knownBy }) => knownBy))].filter((day) => day <= today).toSorted();
  const seen = new Set<number>();
  return days.flatMap((asOf) => {
    const years = yearsOn(known, asOf).filter(({ span }) => span.end <= asOf);
    const last = years.at(-1)?.fiscalYear;
    if (last === undefined || seen.has(last)) return [];
    seen.add(last);
    return years.length >= fewestYears ? [{ asOf, years }] : [];
  });
}

/** The last months without a gap up to a day. */
function monthsTo({ observations }: Known, asOf: string, end: string) {
  const { months } = reconcileMonths(observations, { asOf, nonNegative: true });
  const before = months.filter(({ span }) => span.end <= end);
  return before.slice(before.findLastIndex(({ value }) => value === null) + 1);
}

function annualTotals(years: readonly FiscalYearValue[]): Float64Array[] {
  const request: ForecastRequest = {
    ...{ seriesId: indicatorId, seasonLength: 1, horizon: Math.max(...horizons), seed, paths },
    values: Float64Array.from(years, ({ value }) => value),
    logStandardDeviations: Float64Array.from(years, rounding),
  };
  const forecast = forecastSeries(request);
  if (forecast.kind === 'unfit') return [];
  return horizons.map((h) => pathSums(forecast, h, h, 0).sort());
}

function monthlyTotals(known: Known, asOf: string, end: string): Float64Array[] {
  const months = monthsTo(known, asOf, end);
  if (months.at(-1)?.span.end !== end) return [];
  const forecast = forecastSeries({
    ...{ seriesId: indicatorId, seasonLength: yearLength, horizon: Math.max(...horizons) * yearLength, seed, paths },
    values: Float64Array.from(months, ({ value }) => value ?? Number.NaN),
    logStandardDeviations: Float64Array.from(
      months,
      ({ value, standardDeviation }) => (standardDeviation ?? 0) / (value ?? 1),
    ),
  });
  if (forecast.kind === 'unfit') return [];
  return horizons.map((h) => pathSums(forecast, (h - 1) * yearLength + 1, h * yearLength, 0).sort());
}

function foldsOf(known: Known): Fold[] {
  const actuals = new Map(yearsOn(known, today).map((year) => [year.fiscalYear, year.value]));
  return origins(known).flatMap(({ asOf, years }) => {
    const last = years.at(-1);
    if (!last) return [];
    const totals = { annual: annualTotals(years), months: monthlyTotals(known, asOf, last.span.end) };
    if (totals.annual.length === 0 || totals.months.length === 0) return [];
    return (['annual', 'months'] as const).flatMap((method) =>
      horizons.flatMap((horizon, i) => {
        const actual = actuals.get(last.fiscalYear + horizon);
        const sorted = totals[method][i];
        if (actual === undefined || !sorted) return [];
        const [lower, median, upper] = [0.1, 0.5, 0.9].map((level) => sortedQuantile(sorted, level));
        return [{ method, horizon, actual, median, lower, upper }];
      }),
    );
  });
}

const reading = await readPackFolder(bundledPackFolder());
if (reading.kind === 'faulty') throw new Error(`the bundled pack has ${reading.count} faults`);
const indicator = reading.pack.indicators.find(({ id }) => id === indicatorId);
if (!indicator) throw new Error(`the bundled pack has no ${indicatorId}`);
const observations = reading.pack.observations.filter((one) => one.indicatorId === indicatorId);
const folds = foldsOf({ indicator, observations });

const rows = (['annual', 'months'] as const).flatMap((method) =>
  [...horizons.map((horizon) => [horizon]), horizons].map((of) => {
    const own = folds.filter((fold) => fold.method === method && of.includes(fold.horizon));
    return {
      method,
      horizon: of.length === 1 ? String(of[0]) : 'all',
      folds: own.length,
      smape: symmetricMeanAbsolutePercentageError(
        own.map(({ actual }) => actual),
        own.map(({ median }) => median),
      ),
      coverage80: mean(
        own.map(({ actual, lower, upper }) => Number(isCovered({ lower, upper, coverage: 0.8 }, actual))),
      ),
    };
  }),
);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  printTable(
    `Fiscal totals of ${indicator.name} by vintage: annual model against summed monthly paths`,
    ['method', 'years ahead', 'folds', 'sMAPE', 'cover .8'],
    rows.map(({ method, horizon, folds: count, smape, coverage80 }) => [
      method,
      horizon,
      String(count),
      fixed(smape, 2),
      fixed(coverage80, 3),
    ]),
  );
}
