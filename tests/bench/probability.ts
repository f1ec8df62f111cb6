/** `npm run bench probability`: the target questions of FORECASTING.md §2 on every competition file. */
import {
  brierScore,
  expectedCalibrationError,
  type JudgedProbability,
  logScore,
  lowProbabilityHitShare,
} from '@hadaf/evaluation';
import { probabilityAtDate, probabilityByDate } from '@hadaf/models';
import { readOptions } from './bench-options.ts';
import { type CompetitionSeries, type CompetitionSet, readCompetitions } from './competition-series.ts';
import { benchPaths, type ForecastOfSeries, forecastSet } from './forecast-set.ts';
import { readPanelSet } from './panel-series.ts';
import { fixed, printTable } from './print-table.ts';
import { forecastInR, hasR, seriesForR } from './r-forecasts.ts';

interface ProbabilityRow {
  readonly dataset: string;
  readonly frequency: string;
  readonly kind: 'at' | 'by';
  readonly questions: number;
  readonly brier: number;
  readonly logScore: number;
  readonly ece: number;
  readonly lowHitShare: number;
}

/** R's paths beside ours, on the questions of the same series in the same run. */
interface BesideRow extends ProbabilityRow {
  readonly by: 'R ets + auto.arima paths' | 'Hadaf';
}

const offsets = [-1, -0.5, 0, 0.5, 1];

const anchors: Readonly<Record<string, string>> = {
  'm3 yearly at': 'R ets+arima paths .1552 / .515 / .050',
  'm3 yearly by': 'R .1542 / .523 / .062',
  'panel exports yearly at': 'goal of its neighbour: .185, ECE .05, < 5 % happens 6 %; log drift .202',
  'three yearly sets at': 'R Brier .182; what it calls < 5 % happens 8–22 %',
};

/** last · exp(mu·H + z·sd·√H) for the five z, from the training part's log growth; none for a value ≤ 0. */
function targetsOf(train: Float64Array, horizon: number): number[] {
  if (!train.every((value) => value > 0)) return [];
  const growth = Array.from(train.subarray(1), (value, t) => Math.log(value / train[t]));
  const mu = growth.reduce((sum, change) => sum + change, 0) / growth.length;
  const squares = growth.reduce((sum, change) => sum + (change - mu) ** 2, 0);
  const sd = Math.sqrt(squares / Math.max(1, growth.length - 1));
  return offsets.map((z) => train[train.length - 1] * Math.exp(mu * horizon + z * sd * Math.sqrt(horizon)));
}

type Kind = ProbabilityRow['kind'];

/** The answers of one forecaster on one series: P of each of its targets, judged by what came. */
function judgeSeries(
  { train, test }: CompetitionSeries,
  kind: Kind,
  probabilityOf: (target: number, k: number) => number,
): JudgedProbability[] {
  const highest = Math.max(...train);
  const outcome = kind === 'at' ? test[test.length - 1] : Math.max(...test);
  return targetsOf(train, test.length).flatMap((target, k) =>
    kind === 'at' || target > highest ? [{ probability: probabilityOf(target, k), happened: outcome >= target }] : [],
  );
}

const ours =
  (kind: Kind) =>
  ({ series, forecast }: ForecastOfSeries): JudgedProbability[] => {
    if (forecast === null) return [];
    const probability = kind === 'at' ? probabilityAtDate : probabilityByDate;
    return judgeSeries(series, kind, (target) => probability(forecast, series.test.length, target));
  };

/** R beside ours on the same series, where R is installed. */
function besideR(set: CompetitionSet, forecasts: readonly ForecastOfSeries[]): BesideRow[] {
  if (!isRHere) return [];
  const theirs = forecastInR(set, seriesForR(set, options.peers), ({ train, test }) => targetsOf(train, test.length));
  const ids = new Set(theirs.map(({ series }) => series.id));
  const same = forecasts.filter(({ series }) => ids.has(series.id));
  return (['at', 'by'] as const).flatMap((kind) => {
    const inR = theirs.flatMap(({ series, atDate, byDate }) =>
      judgeSeries(series, kind, (_, k) => (kind === 'at' ? atDate : byDate)[k]),
    );
    return [
      ...judge(set, kind, inR).map((row) => ({ ...row, by: 'R ets + auto.arima paths' as const })),
      ...judge(set, kind, same.flatMap(ours(kind))).map((row) => ({ ...row, by: 'Hadaf' as const })),
    ];
  });
}

function judge(
  { dataset, frequency }: Pick<CompetitionSet, 'dataset' | 'frequency'>,
  kind: Kind,
  judged: readonly JudgedProbability[],
): ProbabilityRow[] {
  if (judged.length === 0) return [];
  return [
    {
      dataset,
      frequency,
      kind,
      questions: judged.length,
      brier: brierScore(judged),
      logScore: logScore(judged, 1 / (2 * benchPaths)),
      ece: expectedCalibrationError(judged),
      lowHitShare: lowProbabilityHitShare(judged),
    },
  ];
}

const options = readOptions('competitions');
const isRHere = hasR();
const rows: ProbabilityRow[] = [];
const beside: BesideRow[] = [];
const yearlyAt: JudgedProbability[] = [];
for (const set of [...readCompetitions(options), ...readPanelSet(options)]) {
  const forecasts = forecastSet(set, options.seed);
  const at = forecasts.flatMap(ours('at'));
  if (set.frequency === 'yearly' && set.prior === undefined) yearlyAt.push(...at);
  rows.push(...judge(set, 'at', at), ...judge(set, 'by', forecasts.flatMap(ours('by'))));
  beside.push(...besideR(set, forecasts));
}
const scoresOf = ({ questions, brier, logScore: log, ece, lowHitShare }: ProbabilityRow) => [
  String(questions),
  fixed(brier, 4),
  fixed(log, 3),
  fixed(ece, 3),
  fixed(lowHitShare, 3),
];
if (options.json) {
  const isBeside = (row: ProbabilityRow) => (other: BesideRow) =>
    other.dataset === row.dataset && other.frequency === row.frequency && other.kind === row.kind;
  console.log(JSON.stringify(rows.map((row) => ({ ...row, sideBySide: beside.filter(isBeside(row)) }))));
} else {
  const pooled = judge({ dataset: 'three yearly', frequency: 'sets' }, 'at', yearlyAt);
  const scores = ['questions', 'Brier', 'log', 'ECE', '< 5 % happens'];
  const cells = [...rows, ...pooled].map((row) => [
    `${row.dataset} ${row.frequency}`,
    row.kind,
    ...scoresOf(row),
    anchors[`${row.dataset} ${row.frequency} ${row.kind}`] ?? '',
  ]);
  const title = 'P(target): at the date and by the date, one configuration for all sets';
  printTable(title, ['set', 'kind', ...scores, 'anchors (Brier / log / ECE)'], cells);
  if (beside.length > 0) {
    const pairs = beside.map((row) => [`${row.dataset} ${row.frequency}`, row.kind, row.by, ...scoresOf(row)]);
    printTable('Side by side in this run, on the same questions', ['set', 'kind', 'by', ...scores], pairs);
  }
}
