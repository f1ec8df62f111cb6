import { isCovered, naiveScale, pinballLoss } from '@hadaf/evaluation';
import { pathQuantiles, randomWalkWithDrift } from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import type { FiscalYearValue, IsoDate } from '@hadaf/series';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { DatedContent, RecordedForecast } from './record-content.ts';

/** How one forecaster did on one year. */
export interface CaseScore {
  /** |median − actual| in mean yearly changes known on the day. */
  readonly scaledError: number;
  /** (median − actual) ÷ |actual|. */
  readonly relativeError: number;
  readonly crps: number;
  readonly covered80: boolean;
  readonly covered95: boolean;
  /** P of each standard threshold. */
  readonly probabilities: readonly number[];
}

/** One forecast of a year that has come. */
export interface ForecastCase {
  readonly seriesId: string;
  readonly asOf: IsoDate;
  readonly originYear: number;
  readonly horizon: number;
  /** Whether each standard threshold was reached. */
  readonly happened: readonly boolean[];
  readonly ours: CaseScore;
  readonly drift: CaseScore;
  readonly growthRates: CaseScore;
}

/** Standard thresholds: last · exp(mean growth · h + z · deviation · √h). */
const offsets = [-1, -0.5, 0, 0.5, 1];
const benchmarkPaths = 512;
const longestHorizon = 6;
/** Beyond the outermost levels a probability is half of what they leave. */
const tailShare = 0.5;

/** P(value ≥ threshold) from quantiles, linear between them. */
export function probabilityAbove(quantiles: readonly number[], levels: readonly number[], threshold: number): number {
  const last = levels.length - 1;
  const at = (k: number) => quantiles[k] ?? Number.NaN;
  const level = (k: number) => levels[k] ?? Number.NaN;
  if (threshold < at(0)) return 1 - level(0) * tailShare;
  if (threshold > at(last)) return (1 - level(last)) * tailShare;
  const above = quantiles.findIndex((quantile) => quantile >= threshold);
  if (above <= 0) return 1 - level(0);
  const width = at(above) - at(above - 1);
  const share = width > 0 ? (threshold - at(above - 1)) / width : 0;
  return 1 - (level(above - 1) + share * (level(above) - level(above - 1)));
}

interface Question {
  readonly levels: readonly number[];
  readonly actual: number;
  readonly scale: number;
  readonly thresholds: readonly number[];
}

function scoreOf(quantiles: readonly number[], { levels, actual, scale, thresholds }: Question): CaseScore {
  const at = (level: number) => quantiles[levels.findIndex((known) => Math.abs(known - level) < 1e-9)] ?? Number.NaN;
  const covers = (coverage: number) =>
    isCovered({ lower: at((1 - coverage) / 2), upper: at((1 + coverage) / 2), coverage }, actual);
  return {
    scaledError: Math.abs(at(0.5) - actual) / scale,
    relativeError: (at(0.5) - actual) / Math.abs(actual),
    crps: mean(levels.map((level, k) => pinballLoss(quantiles[k] ?? Number.NaN, level, actual))) / scale,
    covered80: covers(0.8),
    covered95: covers(0.95),
    probabilities: thresholds.map((threshold) => probabilityAbove(quantiles, levels, threshold)),
  };
}

const logGrowth = (values: readonly number[]) =>
  values.slice(1).map((value, t) => Math.log(value / (values[t] ?? Number.NaN)));

/** The last value grown at each of the past yearly rates for h years: what had been seen, and nothing else. */
function growthRateQuantiles({ values, levels }: RecordedForecast, horizon: number): number[] {
  const last = values.at(-1) ?? Number.NaN;
  const ends = logGrowth(values)
    .map((rate) => last * Math.exp(rate * horizon))
    .toSorted((a, b) => a - b);
  return [...pathQuantiles(Float64Array.from(ends), 1, levels)];
}

/** The benchmark starts from what ours starts from: where the last value is an estimate, from draws of it. */
function driftQuantiles(forecast: RecordedForecast, horizon: number): number[][] {
  const { seriesId, values, levels, lastLogStandardDeviation = 0 } = forecast;
  const fit = randomWalkWithDrift.fit({ values: Float64Array.from(values), seasonLength: 1 });
  if (fit.kind === 'unfit') return [];
  const rng = counterRng(`${seriesId} ${randomWalkWithDrift.name}`, 1);
  const paths = fit.model.simulate(horizon, benchmarkPaths, rng);
  const last = values.at(-1) ?? Number.NaN;
  for (let path = 0; path < benchmarkPaths; path += 1) {
    const shift = last * Math.expm1(lastLogStandardDeviation * rng.normal());
    for (let h = 0; h < horizon; h += 1) paths[path * horizon + h] = (paths[path * horizon + h] ?? Number.NaN) + shift;
  }
  const quantiles = pathQuantiles(paths, horizon, levels);
  return Array.from({ length: horizon }, (_, h) => [...quantiles.subarray(h * levels.length, (h + 1) * levels.length)]);
}

/** The middle of the drift benchmark's forecast of a year; null beyond what it can tell. */
export function driftMedian(forecast: RecordedForecast, year: number): number | null {
  const horizon = year - forecast.originYear;
  const fit = randomWalkWithDrift.fit({ values: Float64Array.from(forecast.values), seasonLength: 1 });
  return fit.kind === 'fitted' && horizon >= 1 ? (fit.model.forecast(horizon)[horizon - 1] ?? null) : null;
}

/** The mean yearly change known on the day of a forecast. */
export function scaleOf({ values }: RecordedForecast): number {
  return naiveScale([...values], 1);
}

function casesOf(
  { asOf }: DatedContent,
  forecast: RecordedForecast,
  actuals: readonly FiscalYearValue[],
): ForecastCase[] {
  const { values, levels, originYear, seriesId, periodEnds } = forecast;
  const scale = scaleOf(forecast);
  if (!(scale > 0) || values.length < 3 || !values.every((value) => value > 0)) return [];
  const growth = logGrowth(values);
  const [drift, deviation] = [mean(growth), sampleStandardDeviation(growth)];
  const last = values.at(-1) ?? Number.NaN;
  const horizon = Math.min(longestHorizon, periodEnds.length);
  const benchmark = driftQuantiles(forecast, horizon);
  return Array.from({ length: horizon }, (_, h) => h + 1).flatMap((h) => {
    const came = actuals.find(({ fiscalYear }) => fiscalYear === originYear + h);
    const drifted = benchmark[h - 1];
    if (!came || !drifted) return [];
    const thresholds = offsets.map((z) => last * Math.exp(drift * h + z * deviation * Math.sqrt(h)));
    const question = { levels, actual: came.value, scale, thresholds };
    return {
      ...{ seriesId, asOf, originYear, horizon: h, happened: thresholds.map((threshold) => came.value >= threshold) },
      ours: scoreOf(forecast.quantiles.slice((h - 1) * levels.length, h * levels.length), question),
      drift: scoreOf(drifted, question),
      growthRates: scoreOf(growthRateQuantiles(forecast, h), question),
    };
  });
}

/** The first forecast of each series from each origin year: later ones of the same year know more, and are counted no twice. */
export function firstForecasts(
  entries: readonly DatedContent[],
): { entry: DatedContent; forecast: RecordedForecast }[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) =>
    entry.content.forecasts.flatMap((forecast) => {
      const key = `${forecast.seriesId} ${forecast.originYear}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return { entry, forecast };
    }),
  );
}

/**
 * Every forecast year that has come, of the first forecast from each origin year, with the benchmarks on the same values.
 *
 * @param entries  oldest first
 * @param actuals  yearly values as they stand now, by series
 */
export function forecastCases(
  entries: readonly DatedContent[],
  actuals: ReadonlyMap<string, readonly FiscalYearValue[]>,
): ForecastCase[] {
  return firstForecasts(entries).flatMap(({ entry, forecast }) =>
    casesOf(entry, forecast, actuals.get(forecast.seriesId) ?? []),
  );
}
