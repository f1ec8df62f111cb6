import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { AccuracyScores, JudgedForecast } from './accuracy-scores.ts';
import type { CompetitionSeries, CompetitionSet } from './competition-series.ts';

/** The name R goes by in the tables: the mean of three methods, as FORECASTING.md's anchors. */
export const rName = 'R ets + auto.arima + thetaf';

/** What R said of one series, and how long the three fits took. */
export interface RForecast extends JudgedForecast {
  readonly ms: number;
  /** P(value at the last step ≥ target) and P(largest value ≥ target), a value a target. */
  readonly atDate: readonly number[];
  readonly byDate: readonly number[];
}

/** A row of a peer beside ours, on the same series in the same run. */
export interface PeerAccuracy extends AccuracyScores {
  readonly name: string;
  readonly series: number;
  readonly ours: AccuracyScores;
}

/** R is slow: how many series of a set it is given, without `--peers`. */
const mostForR: Readonly<Record<string, number>> = { yearly: 40, quarterly: 20, monthly: 8 };
const script = join(import.meta.dirname, 'r-forecasts.R');

/** Whether `Rscript` and its forecast package are on this machine. */
export function hasR(): boolean {
  return spawnSync('Rscript', ['-e', 'stopifnot(requireNamespace("forecast"))']).status === 0;
}

/** The first series of a set, as many as R is to be given. */
export function seriesForR({ series, frequency }: CompetitionSet, most: number | null): readonly CompetitionSeries[] {
  return series.slice(0, most ?? mostForR[frequency] ?? mostForR['yearly']);
}

/**
 * R's forecasts of some series, those it gave up on left out.
 *
 * @param targetsOf  the questions of a series; none by default
 * @throws Error where R ends early, with what it said
 */
export function forecastInR(
  set: Pick<CompetitionSet, 'seasonLength' | 'horizon'>,
  series: readonly CompetitionSeries[],
  targetsOf: (series: CompetitionSeries) => readonly number[] = () => [],
): RForecast[] {
  const lines = series.map((one) =>
    [set.seasonLength, one.test.length, [...one.train].join(' '), targetsOf(one).join(' ')].join(';'),
  );
  const run = spawnSync('Rscript', [script], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
  const answers = run.stdout.split('\n').filter(Boolean);
  if (run.status !== 0 || answers.length !== series.length) throw new Error(`R ended early: ${run.stderr}`);
  return series.flatMap((one, k) => (answers[k] === 'failed' ? [] : [readAnswer(one, answers[k])]));
}

function readAnswer(series: CompetitionSeries, line: string): RForecast {
  const [ms, point, lower80, upper80, lower95, upper95, atDate, byDate] = line
    .split(';')
    .map((cell) => cell.split(' ').filter(Boolean).map(Number));
  return {
    series,
    ms: ms[0],
    point,
    band80: { lower: lower80, upper: upper80 },
    band95: { lower: lower95, upper: upper95 },
    atDate,
    byDate,
  };
}
