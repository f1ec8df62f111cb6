import type { Calibration, ForecastRequest, SeriesForecast } from '@hadaf/models';
import { type FiscalYearValue, fiscalYearLabel, fiscalYearSpan } from '@hadaf/series';
import { landingLogDeviation } from './landing.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** What decides a forecast besides its data; part of the configuration's hash. */
export interface ForecastSettings {
  readonly seed: number;
  readonly paths: number;
  readonly longestHorizon: number;
  /** Learned from the pack's series as known on the forecast's day; absent, what the product ships. */
  readonly calibration?: Calibration;
}

export const forecastSettings: ForecastSettings = {
  seed: 2030,
  paths: 2048,
  longestHorizon: 25,
};

/** Fewer yearly values than this and no model of growth can be told from chance. */
const fewestYears = 3;

/** The forecast of a series by fiscal years: row h of the paths is `firstYear + h`. */
export interface AnnualForecast {
  readonly firstYear: number;
  readonly forecast: SeriesForecast;
}

/** The last fiscal year a forecast starts from: the year in progress where its landing can be estimated. */
export function originYear(series: MeasuredSeries): number | null {
  return series.landing?.fiscalYear ?? series.years.at(-1)?.fiscalYear ?? null;
}

/**
 * The forecast to ask for so that it reaches `throughYear`.
 *
 * The series ends with the landing estimate of the year in progress, entered with its uncertainty; reported years enter
 * with their rounding, sums of reconciled months with their standard deviation.
 *
 * @returns null where there are fewer than three yearly values, or the year is not ahead
 */
export function annualRequest(
  series: MeasuredSeries,
  throughYear: number,
  settings: ForecastSettings,
): ForecastRequest | null {
  const origin = originYear(series);
  const values = series.years.map((year) => year.value);
  if (series.landing) values.push(series.landing.median);
  if (origin === null || values.length < fewestYears) return null;
  const horizon = Math.min(Math.max(throughYear - origin, 1), settings.longestHorizon);
  return {
    seriesId: series.indicator.id,
    values: Float64Array.from(values),
    seasonLength: 1,
    horizon,
    seed: settings.seed,
    paths: settings.paths,
    logStandardDeviations: logDeviations(series),
    ...(settings.calibration && { calibration: settings.calibration }),
  };
}

/** How well each yearly value is known: reported ones to their rounding, the landing estimate to its deviation. */
function logDeviations({ years, landing }: MeasuredSeries): Float64Array {
  const reported = years.map(valueDeviation);
  return Float64Array.from(landing ? [...reported, landingLogDeviation(landing)] : reported);
}

/** One unit of the last digit that is not 0: "over 3,400" would have been said "over 3,500" a hundred higher. */
function statedStep(value: number): number {
  for (let step = 10 ** Math.floor(Math.log10(value)); step >= 1; step /= 10) {
    if (Number.isInteger(value / step)) return step;
  }
  return 1;
}

/**
 * How far a year's value is from the true one, as a relative standard deviation: half a printed step of a uniform
 * rounding error. "Over N" is uniform from N to the next number of as many digits, and N itself stays the value.
 */
export function valueDeviation({ value, halfWidth, observation }: FiscalYearValue): number {
  if (!(value > 0)) return 0;
  const width = observation.qualifier === 'over' ? Math.max(halfWidth, statedStep(value)) : halfWidth;
  return width / Math.sqrt(3) / value;
}

/** Label and last day of the fiscal year `step` years after the origin, 1-based. */
export function forecastPeriod(series: MeasuredSeries, step: number) {
  const { calendar } = series.indicator;
  const year = (originYear(series) ?? 0) + step;
  return {
    label: fiscalYearLabel(year, calendar),
    end: fiscalYearSpan(year, calendar).end,
  };
}
