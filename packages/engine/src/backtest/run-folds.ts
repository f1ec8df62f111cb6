import { isCovered, naiveScale, pinballLoss, symmetricMeanAbsolutePercentageError } from '@hadaf/evaluation';
import { type Calibration, forecastLevels } from '@hadaf/models';
import type { FiscalYearValue, IsoDate } from '@hadaf/series';
import { type ForecastSettings, valueDeviation } from '../assess/annual-forecast.ts';
import type { AnnualVintage } from './annual-vintages.ts';
import type { FoldStep } from './backtest-report.ts';
import { type ContestantForecast, contestants } from './contestants.ts';

/** Below three values no model is asked; their scale would be one change. */
const fewestYears = 3;

export interface LeftOut {
  readonly model: string;
  readonly reason: string;
}

export interface Folds {
  readonly steps: readonly FoldStep[];
  readonly leftOut: readonly LeftOut[];
  /** The vintages from which forecasts were made. */
  readonly origins: readonly AnnualVintage[];
}

export interface FoldOptions {
  readonly seriesId: string;
  readonly horizon: number;
  readonly settings: ForecastSettings;
  /** The yearly values as they stand now. */
  readonly actuals: readonly FiscalYearValue[];
  /** What the pack's series teach by a day. */
  readonly calibrationOn: (asOf: IsoDate) => Calibration;
}

function covers(quantiles: Float64Array, coverage: number, actual: number): boolean {
  const quantile = (level: number) =>
    quantiles[forecastLevels.findIndex((known) => Math.abs(known - level) < 1e-9)] ?? Number.NaN;
  return isCovered({ lower: quantile((1 - coverage) / 2), upper: quantile((1 + coverage) / 2), coverage }, actual);
}

function meanPinball(quantiles: Float64Array, actual: number): number {
  const losses = forecastLevels.map((level, k) => pinballLoss(quantiles[k] ?? Number.NaN, level, actual));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

function stepsOf(
  model: string,
  said: Extract<ContestantForecast, { kind: 'forecast' }>,
  { asOf, years }: AnnualVintage,
  { horizon, actuals }: FoldOptions,
): FoldStep[] {
  const origin = years.at(-1)?.fiscalYear ?? Number.NaN;
  const scale = naiveScale(
    years.map(({ value }) => value),
    1,
  );
  const width = forecastLevels.length;
  return Array.from({ length: horizon }, (_, h) => h).flatMap((h) => {
    const came = actuals.find(({ fiscalYear }) => fiscalYear === origin + h + 1);
    const forecast = said.point[h];
    if (!came || forecast === undefined) return [];
    const quantiles = said.quantiles.subarray(h * width, (h + 1) * width);
    return {
      model,
      asOf,
      horizon: h + 1,
      year: came.label,
      forecast,
      actual: came.value,
      scaledError: Math.abs(forecast - came.value) / scale,
      percentageError: symmetricMeanAbsolutePercentageError([came.value], [forecast]),
      scaledPinball: meanPinball(quantiles, came.value) / scale,
      covered80: covers(quantiles, 0.8, came.value),
      covered95: covers(quantiles, 0.95, came.value),
    };
  });
}

function questionOf({ asOf, years }: AnnualVintage, { seriesId, horizon, settings, calibrationOn }: FoldOptions) {
  return {
    seriesId,
    values: Float64Array.from(years, ({ value }) => value),
    horizon,
    seed: settings.seed,
    paths: settings.paths,
    logStandardDeviations: Float64Array.from(years, valueDeviation),
    calibration: calibrationOn(asOf),
  };
}

/**
 * Every contestant's forecast from every vintage, scored where the actual is known.
 *
 * Years whose values never changed have no scale; vintages of fewer than three values, or without a scale, are no origins.
 */
export function runFolds(vintages: readonly AnnualVintage[], options: FoldOptions): Folds {
  const origins = vintages.filter(
    ({ years }) =>
      years.length >= fewestYears &&
      naiveScale(
        years.map(({ value }) => value),
        1,
      ) > 0,
  );
  const steps: FoldStep[] = [];
  const leftOut: LeftOut[] = [];
  for (const vintage of origins) {
    const question = questionOf(vintage, options);
    for (const { name, ask } of contestants) {
      const said = ask(question);
      if (said.kind === 'unfit') leftOut.push({ model: name, reason: said.reason });
      else steps.push(...stepsOf(name, said, vintage, options));
    }
  }
  return { steps, leftOut, origins };
}
