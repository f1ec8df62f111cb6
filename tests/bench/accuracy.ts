/** `npm run bench accuracy`: point forecasts and intervals of every competition file, anchors beside ours. */
import { type AccuracyScores, type JudgedForecast, scoreForecasts } from './accuracy-scores.ts';
import { readOptions } from './bench-options.ts';
import { type CompetitionSet, readCompetitions } from './competition-series.ts';
import { type ForecastOfSeries, forecastSet, quantileAt } from './forecast-set.ts';
import { readPanelSet } from './panel-series.ts';
import { fixed, printTable } from './print-table.ts';
import { forecastInR, hasR, type PeerAccuracy, rName, seriesForR } from './r-forecasts.ts';

interface AccuracyRow extends AccuracyScores {
  readonly dataset: string;
  readonly frequency: string;
  readonly series: number;
  readonly failures: number;
  /** Other forecasters on this machine, on as many of the same series as they are quick enough for. */
  readonly peers: readonly PeerAccuracy[];
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

/** What we say of a series, as any forecaster is judged. */
function ours({ series, forecast }: ForecastOfSeries): JudgedForecast[] {
  if (forecast === null) return [];
  const bound = (level: number) => Array.from(series.test, (_, h) => quantileAt(forecast, h, level));
  return [
    {
      series,
      point: forecast.point,
      band80: { lower: bound(0.1), upper: bound(0.9) },
      band95: { lower: bound(0.025), upper: bound(0.975) },
    },
  ];
}

/** R beside ours on the same series, where R is installed. */
function besideR(set: CompetitionSet, judged: readonly JudgedForecast[]): PeerAccuracy[] {
  if (!isRHere) return [];
  const theirs = forecastInR(set, seriesForR(set, options.peers));
  const ids = new Set(theirs.map(({ series }) => series.id));
  const same = judged.filter(({ series }) => ids.has(series.id));
  return [
    {
      name: rName,
      series: theirs.length,
      ...scoreForecasts(theirs, set.seasonLength),
      ours: scoreForecasts(same, set.seasonLength),
    },
  ];
}

function judge(set: CompetitionSet): AccuracyRow {
  const judged = forecastSet(set, options.seed).flatMap(ours);
  return {
    dataset: set.dataset,
    frequency: set.frequency,
    series: set.series.length,
    ...scoreForecasts(judged, set.seasonLength),
    failures: set.series.length - judged.length,
    peers: besideR(set, judged),
  };
}

function cellsOf(scores: AccuracyScores): string[] {
  return [
    fixed(scores.smape, 3),
    fixed(scores.mase, 3),
    fixed(scores.owa, 3),
    fixed(scores.coverage80, 3),
    fixed(scores.coverage95, 3),
    fixed(scores.msis95, 1),
  ];
}

const options = readOptions('competitions');
const sets = [...readCompetitions(options), ...readPanelSet(options)];
const isRHere = hasR();
const rows = sets.map(judge);
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const scores = ['sMAPE', 'MASE', 'OWA', 'cover .8', 'cover .95', 'MSIS .95'];
  const cells = rows.map((row) => [
    `${row.dataset} ${row.frequency}`,
    String(row.series),
    ...cellsOf(row),
    String(row.failures),
    anchors[`${row.dataset} ${row.frequency}`] ?? '',
  ]);
  const header = ['set', 'series', ...scores, 'failures', 'anchors'];
  printTable('Accuracy and intervals, one configuration for all sets (anchors: sMAPE / MASE / OWA)', header, cells);
  const beside = rows.flatMap(({ dataset, frequency, peers }) =>
    peers.flatMap((peer) => [
      [`${dataset} ${frequency}`, peer.name, String(peer.series), ...cellsOf(peer)],
      [`${dataset} ${frequency}`, 'Hadaf', String(peer.series), ...cellsOf(peer.ours)],
    ]),
  );
  if (beside.length > 0) {
    printTable('Side by side in this run, on the same series', ['set', 'by', 'series', ...scores], beside);
  }
}
