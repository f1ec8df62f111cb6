import {
  intervalScore,
  isCovered,
  meanAbsoluteScaledError,
  naiveScale,
  overallWeightedAverage,
  symmetricMeanAbsolutePercentageError,
} from '@hadaf/evaluation';
import { naive, naive2, seasonalNaive } from '@hadaf/models';
import type { CompetitionSeries } from './competition-series.ts';
import { mean } from './print-table.ts';

/** Lower and upper bounds of one coverage, a value a step. */
export interface Band {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** What a forecaster, ours or a peer, said of one series. */
export interface JudgedForecast {
  readonly series: CompetitionSeries;
  readonly point: ArrayLike<number>;
  readonly band80: Band;
  readonly band95: Band;
}

export interface AccuracyScores {
  readonly smape: number;
  readonly mase: number;
  readonly owa: number;
  readonly coverage80: number;
  readonly coverage95: number;
  readonly msis95: number;
}

/** The scores of one forecaster over a set; a series that never moved has no unit and is left out of scaled scores. */
export function scoreForecasts(judged: readonly JudgedForecast[], seasonLength: number): AccuracyScores {
  const msis = judged.flatMap(({ series, band95 }) => {
    const scale = naiveScale(series.train, seasonLength);
    return scale > 0 ? [mean(intervalsOf(band95, 0.95, series).map(({ score }) => score / scale))] : [];
  });
  return {
    ...pointScores(judged, seasonLength),
    owa: scoreOwa(judged, seasonLength),
    coverage80: mean(judged.flatMap(({ series, band80 }) => intervalsOf(band80, 0.8, series).map(({ hit }) => hit))),
    coverage95: mean(judged.flatMap(({ series, band95 }) => intervalsOf(band95, 0.95, series).map(({ hit }) => hit))),
    msis95: mean(msis),
  };
}

function intervalsOf({ lower, upper }: Band, coverage: number, { test }: CompetitionSeries) {
  return Array.from(test, (actual, h) => {
    const interval = { lower: lower[h], upper: upper[h], coverage };
    return { hit: isCovered(interval, actual) ? 1 : 0, score: intervalScore(interval, actual) };
  });
}

type PointForecast = Pick<JudgedForecast, 'series' | 'point'>;

/** OWA against Naive 2 on the same series. */
export function scoreOwa(judged: readonly PointForecast[], seasonLength: number): number {
  const benchmark = judged.map(({ series }) => ({ series, point: benchmarkForecast(series, seasonLength) }));
  return overallWeightedAverage(pointScores(judged, seasonLength), pointScores(benchmark, seasonLength));
}

/** Mean sMAPE and MASE. */
export function pointScores(judged: readonly PointForecast[], seasonLength: number) {
  const scaled = judged.flatMap(({ series, point }) => {
    const scale = naiveScale(series.train, seasonLength);
    return scale > 0 ? [meanAbsoluteScaledError(series.test, point, scale)] : [];
  });
  return {
    smape: mean(judged.map(({ series, point }) => symmetricMeanAbsolutePercentageError(series.test, point))),
    mase: mean(scaled),
  };
}

function benchmarkForecast({ train, test }: CompetitionSeries, seasonLength: number): Float64Array {
  for (const model of [naive2, seasonalNaive, naive]) {
    const fit = model.fit({ values: train, seasonLength });
    if (fit.kind === 'fitted') return fit.model.forecast(test.length);
  }
  return new Float64Array(test.length).fill(train[train.length - 1]);
}
