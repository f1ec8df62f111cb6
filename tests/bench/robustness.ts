/** `npm run bench robustness`: every series at hand, cut, shifted, rescaled and broken: no failure, no NaN, no divergence. */
import { forecastSeries } from '@hadaf/models';
import { readOptions } from './bench-options.ts';
import { readCompetitions } from './competition-series.ts';
import { readPanelSet } from './panel-series.ts';
import { printTable } from './print-table.ts';

interface RobustnessRow {
  readonly harm: string;
  readonly series: number;
  readonly threw: number;
  readonly unfit: number;
  readonly notFinite: number;
  /** A quantile beyond 10⁴ times the largest value there was. */
  readonly divergent: number;
}

type Verdict = 'sound' | 'threw' | 'unfit' | 'notFinite' | 'divergent';

const horizon = 6;
const paths = 32;
const farthest = 1e4;

const harms: readonly (readonly [string, (values: Float64Array) => Float64Array])[] = [
  ['as it is', (values) => values],
  ['first 3 values', (values) => values.subarray(0, 3)],
  ['first 4 values', (values) => values.subarray(0, 4)],
  ['first 6 values', (values) => values.subarray(0, 6)],
  ['last 10 values', (values) => values.subarray(-10)],
  ['units of 1e-12', (values) => values.map((value) => value * 1e-12)],
  ['units of 1e15', (values) => values.map((value) => value * 1e15)],
  ['less its first value', (values) => values.map((value) => value - values[0])],
  ['negative', (values) => values.map((value) => -value)],
  ['constant', (values) => values.map(() => values[0])],
  ['every third value 0', (values) => values.map((value, t) => (t % 3 === 0 ? 0 : value))],
  ['ends in zeros', (values) => values.map((value, t) => (t > values.length / 2 ? 0 : value))],
  ['a step of 1e4', (values) => values.map((value, t) => (t > values.length / 2 ? 1e4 * value : value))],
  ['an outlier of 1e6', (values) => values.map((value, t) => (t === 1 ? 1e6 * value : value))],
];

function judge(seriesId: string, values: Float64Array, seasonLength: number): Verdict {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  try {
    const result = forecastSeries({ seriesId, values, seasonLength, horizon, seed: 1, paths });
    if (result.kind === 'unfit') return 'unfit';
    const numbers = [...result.point, ...result.quantiles];
    if (!numbers.every(Number.isFinite)) return 'notFinite';
    return numbers.every((value) => Math.abs(value) <= farthest * largest) ? 'sound' : 'divergent';
  } catch {
    return 'threw';
  }
}

const options = readOptions('competitions');
const series = [...readCompetitions(options), ...readPanelSet(options)].flatMap((set) =>
  set.series.map(({ id, train }) => ({ id, train, seasonLength: set.seasonLength })),
);
const rows = harms.map(([harm, apply]): RobustnessRow => {
  const verdicts = series.map(({ id, train, seasonLength }) => judge(id, apply(train), seasonLength));
  const count = (of: Verdict) => verdicts.filter((verdict) => verdict === of).length;
  return {
    harm,
    series: verdicts.length,
    threw: count('threw'),
    unfit: count('unfit'),
    notFinite: count('notFinite'),
    divergent: count('divergent'),
  };
});
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const header = ['harm', 'series', 'threw', 'unfit', 'not finite', 'divergent'];
  const cells = rows.map(({ harm, ...counts }) => [harm, ...Object.values(counts).map(String)]);
  printTable('Every series at hand, harmed: what came of it', header, cells);
}
