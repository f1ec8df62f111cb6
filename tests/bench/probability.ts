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
import { readCompetitions } from './competition-series.ts';
import { benchPaths, type ForecastOfSeries, forecastSet } from './forecast-set.ts';
import { readPanelSet } from './panel-series.ts';
import { fixed, printTable } from './print-table.ts';

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

function questionsAt({ series: { train, test }, forecast }: ForecastOfSeries): JudgedProbability[] {
  if (forecast === null) return [];
  const horizon = test.length;
  return targetsOf(train, horizon).map((target) => ({
    probability: probabilityAtDate(forecast, horizon, target),
    happened: test[horizon - 1] >= target,
  }));
}

function questionsBy({ series: { train, test }, forecast }: ForecastOfSeries): JudgedProbability[] {
  if (forecast === null) return [];
  const horizon = test.length;
  const highest = Math.max(...train);
  return targetsOf(train, horizon)
    .filter((target) => target > highest)
    .map((target) => ({
      probability: probabilityByDate(forecast, horizon, target),
      happened: Math.max(...test) >= target,
    }));
}

function judge(
  dataset: string,
  frequency: string,
  kind: 'at' | 'by',
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
const rows: ProbabilityRow[] = [];
const yearlyAt: JudgedProbability[] = [];
for (const set of [...readCompetitions(options), ...readPanelSet(options)]) {
  const forecasts = forecastSet(set, options.seed);
  const at = forecasts.flatMap(questionsAt);
  if (set.frequency === 'yearly' && set.prior === undefined) yearlyAt.push(...at);
  rows.push(...judge(set.dataset, set.frequency, 'at', at));
  rows.push(...judge(set.dataset, set.frequency, 'by', forecasts.flatMap(questionsBy)));
}
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const pooled = judge('all', 'yearly', 'at', yearlyAt).map((row) => ({
    ...row,
    dataset: 'three yearly',
    frequency: 'sets',
  }));
  const header = ['set', 'kind', 'questions', 'Brier', 'log', 'ECE', '< 5 % happens', 'anchors (Brier / log / ECE)'];
  const cells = [...rows, ...pooled].map((row) => [
    `${row.dataset} ${row.frequency}`,
    row.kind,
    String(row.questions),
    fixed(row.brier, 4),
    fixed(row.logScore, 3),
    fixed(row.ece, 3),
    fixed(row.lowHitShare, 3),
    anchors[`${row.dataset} ${row.frequency} ${row.kind}`] ?? '',
  ]);
  printTable('P(target): at the date and by the date, one configuration for all sets', header, cells);
}
