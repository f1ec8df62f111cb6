/** `npm run bench landing`: the total of the year in progress, with 1, 3, 6 and 9 of its months known. */
import { isCovered, symmetricMeanAbsolutePercentageError } from '@hadaf/evaluation';
import { forecastSeries, pathSums } from '@hadaf/models';
import { sortedQuantile } from '@hadaf/numerics';
import { readOptions } from './bench-options.ts';
import { type CompetitionSeries, type CompetitionSet, readCompetitions } from './competition-series.ts';
import { benchPaths, calibrateSet } from './forecast-set.ts';
import { fixed, mean, printTable } from './print-table.ts';

interface LandingRow {
  readonly months: number;
  readonly smape: number;
  readonly coverage80: number;
}

interface Landing {
  readonly actual: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

const yearLength = 12;
const monthsKnown = [1, 3, 6, 9];
const ruleOfThumb = new Map([
  [1, 7.59],
  [3, 6.34],
  [6, 4.23],
  [9, 2.55],
]);

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/**
 * The year is the twelve months after the training part. Of it the first `months` are known and join the values; the
 * rest comes from the paths. Calibration is learned from training parts alone.
 */
function landings(set: CompetitionSet, months: number, seed: number): Landing[] {
  const horizon = yearLength - months;
  const { seasonLength, dataset } = set;
  const calibration = calibrateSet({ ...set, horizon });
  const landing = ({ id, train, test }: CompetitionSeries): Landing[] => {
    const known = test.subarray(0, months);
    const values = Float64Array.from([...train, ...known]);
    const result = forecastSeries({
      seriesId: `${dataset}/${id}`,
      values,
      seasonLength,
      horizon,
      seed,
      paths: benchPaths,
      calibration,
    });
    if (result.kind === 'unfit') return [];
    const totals = pathSums(result, 1, horizon, sum(known)).sort();
    return [
      {
        actual: sum(test.subarray(0, yearLength)),
        estimate: sum(known) + sum(result.point),
        lower: sortedQuantile(totals, 0.1),
        upper: sortedQuantile(totals, 0.9),
      },
    ];
  };
  return set.series.filter(({ test }) => test.length >= yearLength).flatMap(landing);
}

const options = readOptions('competitions');
const sets = readCompetitions(options).filter(({ frequency }) => frequency === 'monthly');

/** One row a number of months known. */
function rowsOf(chosen: readonly CompetitionSet[]): LandingRow[] {
  return monthsKnown.map((months) => {
    const judged = chosen.flatMap((set) => landings(set, months, options.seed));
    return {
      months,
      smape: symmetricMeanAbsolutePercentageError(
        judged.map(({ actual }) => actual),
        judged.map(({ estimate }) => estimate),
      ),
      coverage80: mean(judged.map((one) => (isCovered({ ...one, coverage: 0.8 }, one.actual) ? 1 : 0))),
    };
  });
}

const anchored = sets.filter(({ dataset }) => dataset.startsWith('m3'));
const rows = rowsOf(anchored.length > 0 ? anchored : sets);
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const cells = rows.map(({ months, smape, coverage80 }) => [
    String(months),
    fixed(smape, 2),
    fixed(coverage80, 3),
    fixed(ruleOfThumb.get(months), 2),
  ]);
  const names = (anchored.length > 0 ? anchored : sets).map(({ dataset }) => dataset).join(', ');
  printTable(
    `Landing of the year's total: ${names} monthly`,
    ['months known', 'sMAPE', 'cover .8', 'best rule of thumb'],
    cells,
  );
}
