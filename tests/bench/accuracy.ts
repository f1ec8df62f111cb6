/** `npm run bench accuracy`: point forecasts and intervals of every competition file, anchors beside ours. */
import {
  intervalScore,
  isCovered,
  meanAbsoluteScaledError,
  naiveScale,
  overallWeightedAverage,
  symmetricMeanAbsolutePercentageError,
} from '@hadaf/evaluation';
import { naive, naive2, type SeriesForecast, seasonalNaive } from '@hadaf/models';
import { readOptions } from './bench-options.ts';
import { type CompetitionSeries, type CompetitionSet, readCompetitions } from './competition-series.ts';
import { type ForecastOfSeries, forecastSet, quantileAt } from './forecast-set.ts';
import { readPanelSet } from './panel-series.ts';
import { fixed, mean, printTable } from './print-table.ts';

interface AccuracyRow {
  readonly dataset: string;
  readonly frequency: string;
  readonly series: number;
  readonly smape: number;
  readonly mase: number;
  readonly owa: number;
  readonly coverage80: number;
  readonly coverage95: number;
  readonly msis95: number;
  readonly failures: number;
}

/** Published results on the same work (FORECASTING.md §2), to stand beside ours; measured elsewhere, not in this run. */
const anchors: Readonly<Record<string, string>> = {
  'm3 yearly': 'R EAT 16.03 / 2.688 / .872, cover 72/86, MSIS 27.2; DOTM 15.85 / 2.581 / .850',
  'm3 quarterly': 'M3 Theta 8.956 / 1.087; augurs MSTL 9.53 / 1.137 / .929',
  'm3 monthly': 'M3 Theta 13.60 / .842 on these 714; ForecastPro 13.75 / .842',
  'tourism yearly': 'R drift OWA .892, EAT .986; cover 65/82, MSIS 27.5',
  'panel exports yearly': 'goal of its neighbour: OWA .79, cover 80/95, MSIS 32',
  'm1 yearly': 'R drift OWA .728, EAT .783; cover 56/72, MSIS 57.6',
};

/** The unit of MASE; a series that never moved has none and is left out of scaled scores. */
function scaleOf({ train }: CompetitionSeries, seasonLength: number): number {
  return naiveScale(train, seasonLength);
}

function benchmarkForecast({ train, test }: CompetitionSeries, seasonLength: number): Float64Array {
  for (const model of [naive2, seasonalNaive, naive]) {
    const fit = model.fit({ values: train, seasonLength });
    if (fit.kind === 'fitted') return fit.model.forecast(test.length);
  }
  return new Float64Array(test.length).fill(train[train.length - 1]);
}

function pointScores(forecasts: readonly { actual: Float64Array; forecast: Float64Array; scale: number }[]) {
  const scaled = forecasts.filter(({ scale }) => scale > 0);
  return {
    smape: mean(forecasts.map(({ actual, forecast }) => symmetricMeanAbsolutePercentageError(actual, forecast))),
    mase: mean(scaled.map(({ actual, forecast, scale }) => meanAbsoluteScaledError(actual, forecast, scale))),
  };
}

function intervals(forecast: SeriesForecast, coverage: 0.8 | 0.95) {
  const [low, high] = coverage === 0.8 ? [0.1, 0.9] : [0.025, 0.975];
  return Array.from({ length: forecast.horizon }, (_, h) => ({
    lower: quantileAt(forecast, h, low),
    upper: quantileAt(forecast, h, high),
    coverage,
  }));
}

function coverageOf(judged: readonly { series: CompetitionSeries; forecast: SeriesForecast }[], coverage: 0.8 | 0.95) {
  const hits = judged.flatMap(({ series, forecast }) =>
    intervals(forecast, coverage).map((interval, h) => (isCovered(interval, series.test[h]) ? 1 : 0)),
  );
  return mean(hits);
}

function judge(set: CompetitionSet, forecasts: readonly ForecastOfSeries[]): AccuracyRow {
  const { seasonLength } = set;
  const judged = forecasts.flatMap(({ series, forecast }) => (forecast === null ? [] : [{ series, forecast }]));
  const ours = judged.map(({ series, forecast }) => ({
    actual: series.test,
    forecast: forecast.point,
    scale: scaleOf(series, seasonLength),
  }));
  const theirs = judged.map(({ series }) => ({
    actual: series.test,
    forecast: benchmarkForecast(series, seasonLength),
    scale: scaleOf(series, seasonLength),
  }));
  const msis = judged.flatMap(({ series, forecast }) => {
    const scale = scaleOf(series, seasonLength);
    const scores = intervals(forecast, 0.95).map((interval, h) => intervalScore(interval, series.test[h]) / scale);
    return scale > 0 ? [mean(scores)] : [];
  });
  const scores = pointScores(ours);
  return {
    dataset: set.dataset,
    frequency: set.frequency,
    series: set.series.length,
    ...scores,
    owa: overallWeightedAverage(scores, pointScores(theirs)),
    coverage80: coverageOf(judged, 0.8),
    coverage95: coverageOf(judged, 0.95),
    msis95: mean(msis),
    failures: set.series.length - judged.length,
  };
}

const options = readOptions('competitions');
const sets = [...readCompetitions(options), ...readPanelSet(options)];
const rows = sets.map((set) => judge(set, forecastSet(set, options.seed)));
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const header = ['set', 'series', 'sMAPE', 'MASE', 'OWA', 'cover .8', 'cover .95', 'MSIS .95', 'failures', 'anchors'];
  const cells = rows.map((row) => [
    `${row.dataset} ${row.frequency}`,
    String(row.series),
    fixed(row.smape, 3),
    fixed(row.mase, 3),
    fixed(row.owa, 3),
    fixed(row.coverage80, 3),
    fixed(row.coverage95, 3),
    fixed(row.msis95, 1),
    String(row.failures),
    anchors[`${row.dataset} ${row.frequency}`] ?? '',
  ]);
  printTable('Accuracy and intervals, one configuration for all sets (anchors: sMAPE / MASE / OWA)', header, cells);
}
