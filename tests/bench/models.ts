/** `npm run bench models`: every model alone, and the combination, on the same series; OWA against Naive 2. */
import * as library from '@hadaf/models';
import { pointScores, scoreOwa } from './accuracy-scores.ts';
import { readOptions } from './bench-options.ts';
import { type CompetitionSeries, type CompetitionSet, readCompetitions } from './competition-series.ts';
import { forecastSet } from './forecast-set.ts';
import { fixed, printTable } from './print-table.ts';

const { naive, seasonallyAdjusted, squareRootModel } = library;

interface ModelRow {
  readonly model: string;
  readonly dataset: string;
  readonly frequency: string;
  readonly smape: number;
  readonly mase: number;
  readonly owa: number;
  /** Series it could not be fitted to; the naive forecast stands in for it there. */
  readonly unfit: number;
}

const isModel = (value: unknown): value is library.Model =>
  typeof value === 'object' && value !== null && 'fit' in value;
const learnsSeasons = new Set(['naive 2', 'seasonal naive', library.holtWinters.name, library.logHoltWinters.name]);
const alone: readonly library.Model[] = [
  ...Object.values(library).filter(isModel),
  squareRootModel(library.randomWalkWithDrift),
  squareRootModel(library.holt),
  squareRootModel(library.theta),
];

/** The model as it is used on seasons: on adjusted values, where it has none of its own. */
function forSeasons(model: library.Model, seasonLength: number): library.Model {
  return seasonLength === 1 || learnsSeasons.has(model.name) ? model : seasonallyAdjusted(model);
}

function forecastAlone(model: library.Model, { train, test }: CompetitionSeries, seasonLength: number) {
  const fit = forSeasons(model, seasonLength).fit({ values: train, seasonLength });
  const point = fit.kind === 'fitted' ? fit.model.forecast(test.length) : null;
  return point?.every(Number.isFinite) ? point : null;
}

function rowOf(set: CompetitionSet, model: string, points: readonly (Float64Array | null)[]): ModelRow {
  const standIn = (one: CompetitionSeries) =>
    forecastAlone(naive, one, set.seasonLength) ?? new Float64Array(one.test.length).fill(one.train.at(-1) ?? 0);
  const judged = set.series.map((series, k) => ({ series, point: points[k] ?? standIn(series) }));
  return {
    model,
    dataset: set.dataset,
    frequency: set.frequency,
    ...pointScores(judged, set.seasonLength),
    owa: scoreOwa(judged, set.seasonLength),
    unfit: points.filter((point) => point === null).length,
  };
}

const options = readOptions('competitions');
const sets = readCompetitions(options);
const rows = sets.flatMap((set) => [
  rowOf(
    set,
    'the combination',
    forecastSet(set, options.seed).map(({ forecast }) => forecast?.point ?? null),
  ),
  ...alone.map((model) => {
    const points = set.series.map((series) => forecastAlone(model, series, set.seasonLength));
    return rowOf(set, model.name, points);
  }),
]);
if (options.json) {
  console.log(JSON.stringify(rows));
} else {
  const names = sets.map(({ dataset, frequency }) => `${dataset} ${frequency}`);
  const byModel = [...Map.groupBy(rows, ({ model }) => model)];
  const cells = byModel
    .map(([model, own]) => [model, ...own.map(({ owa, unfit }) => `${fixed(owa, 3)}${unfit > 0 ? ` (${unfit})` : ''}`)])
    .toSorted(
      (a, b) =>
        Number.parseFloat(a[1 + names.indexOf('m3 yearly')]) - Number.parseFloat(b[1 + names.indexOf('m3 yearly')]),
    );
  printTable(
    'OWA of each model alone; in brackets the series it declined, where naive stands in',
    ['model', ...names],
    cells,
  );
}
