/** `npm run bench speed`: time a series for all models, intervals and probabilities, one thread. */
import { backtestErrors, forecastSeries, probabilityAtDate, probabilityByDate } from '@hadaf/models';
import { readOptions } from './bench-options.ts';
import { type CompetitionSeries, type CompetitionSet, readCompetitions } from './competition-series.ts';
import { benchPaths, calibrateSet } from './forecast-set.ts';
import { median, type Peer, timePeers } from './peers.ts';
import { fixed, printTable } from './print-table.ts';

interface SpeedRow {
  readonly frequency: string;
  readonly medianMs: number;
  readonly peers: readonly Peer[];
}

/** Published medians of the same work (FORECASTING.md §2), ms a series: R's ets + auto.arima + thetaf, augurs' one ETS. */
const anchors: Readonly<Record<string, string>> = {
  yearly: 'EAT 70; augurs one ETS 2.4',
  quarterly: 'EAT 566; augurs one ETS 2.7',
  monthly: 'EAT 3,331; augurs one ETS 4.6',
};
const mostSeries = 300;
const warmUp = 60;
const backtestOrigins = 6;

/** ms of `work` on each series, after the compiler has seen some. */
function timed(series: readonly CompetitionSeries[], work: (one: CompetitionSeries) => void): number[] {
  for (const one of series.slice(0, warmUp)) work(one);
  return series.map((one) => {
    const start = performance.now();
    work(one);
    return performance.now() - start;
  });
}

function timesOf(set: CompetitionSet, seed: number) {
  const { seasonLength, horizon } = set;
  const series = set.series.slice(0, mostSeries);
  const calibration = calibrateSet({ ...set, series: series.slice(0, warmUp) });
  const forecast = ({ id, train }: CompetitionSeries) => {
    const result = forecastSeries({
      seriesId: id,
      values: train,
      seasonLength,
      horizon,
      seed,
      paths: benchPaths,
      calibration,
    });
    if (result.kind === 'unfit') return;
    const target = 1.5 * train[train.length - 1];
    probabilityAtDate(result, horizon, target);
    probabilityByDate(result, horizon, target);
  };
  const backtested = (one: CompetitionSeries) => {
    backtestErrors({ values: one.train, seasonLength }, { horizon, origins: backtestOrigins, spacing: 1 });
    forecast(one);
  };
  return { plain: timed(series, forecast), withBacktest: timed(series, backtested) };
}

const options = readOptions('competitions');
const sets = readCompetitions(options);
const rows: (SpeedRow & { readonly withBacktestMs: number })[] = [];
for (const frequency of ['yearly', 'quarterly', 'monthly']) {
  const chosen = sets.filter((set) => set.frequency === frequency);
  if (chosen.length === 0) continue;
  const times = chosen.map((set) => timesOf(set, options.seed));
  rows.push({
    frequency,
    medianMs: median(times.flatMap(({ plain }) => plain)),
    peers: await timePeers(chosen, { augurs: mostSeries, r: options.peers }),
    withBacktestMs: median(times.flatMap(({ withBacktest }) => withBacktest)),
  });
}
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const cells = rows.map(({ frequency, medianMs, withBacktestMs, peers }) => [
    frequency,
    fixed(medianMs, 3),
    fixed(withBacktestMs, 2),
    peers.map(({ name, medianMs: ms }) => `${name} ${fixed(ms, 2)}`).join('; ') || 'none installed',
    anchors[frequency],
  ]);
  const header = [
    'frequency',
    'ms',
    `ms with ${backtestOrigins}-origin backtest`,
    'measured in this run',
    'anchors, measured elsewhere',
  ];
  printTable(
    `Time a series: all models, ${benchPaths} paths, intervals, probabilities; one thread, medians`,
    header,
    cells,
  );
}
