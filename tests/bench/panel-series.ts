import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  backtestErrors,
  type Calibration,
  type FoldErrors,
  learnCalibration,
  learnGuests,
  shippedCalibration,
} from '@hadaf/models';
import type { BenchOptions } from './bench-options.ts';
import type { CompetitionSet } from './competition-series.ts';

/** One economy's exports or imports of digitally deliverable services, every year of the panel, USD million. */
export interface PanelSeries {
  readonly id: string;
  readonly economy: string;
  readonly flow: 'exports' | 'imports';
  readonly values: Float64Array;
}

export const panelPath = 'panel/unctad_digital_services_trade.csv';

/** Aggregates of economies: no economy of their own. */
const groups = new Set(['WLD', 'SSF']);

/** Complete and positive series of single economies, oldest year first; others and groups are left out. */
export function readPanel(data: string): PanelSeries[] {
  const [, ...lines] = readFileSync(join(data, panelPath), 'utf8').trim().split(/\r?\n/);
  const byId = new Map<string, { economy: string; flow: PanelSeries['flow']; values: number[] }>();
  for (const line of lines) {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    const [, economy = '', , exports = '', imports = ''] = cells;
    if (groups.has(economy)) continue;
    for (const [flow, cell] of [
      ['exports', exports],
      ['imports', imports],
    ] as const) {
      const id = `${economy} ${flow}`;
      const series = byId.get(id) ?? { economy, flow, values: [] };
      series.values.push(cell === '' ? Number.NaN : Number(cell));
      byId.set(id, series);
    }
  }
  const longest = Math.max(...[...byId.values()].map(({ values }) => values.length));
  return [...byId]
    .filter(([, { values }]) => values.length === longest && values.every((value) => value > 0))
    .map(([id, series]) => ({ ...series, id, values: Float64Array.from(series.values) }));
}

/** Half of the panel's bias is left out: digital trade of 2010–2023 outgrew its past more than other series do. */
const keptBias = 0.5;

function withoutHalfTheBias(learned: Calibration): Calibration {
  const middle = learned.quantiles[(learned.quantiles.length - 1) / 2];
  return { ...learned, quantiles: learned.quantiles.map((quantile) => quantile - (1 - keptBias) * middle) };
}

/**
 * What folds of three to five values err beyond what the table says: the coefficient of the last feature, by regression
 * through the origin. Learned apart, so that a longer series is forecast as if there were no shorter ones.
 */
function shortnessCoefficient(folds: readonly FoldErrors[], { coefficients }: Calibration): number {
  const last = coefficients.length - 1;
  let products = 0;
  let squares = 0;
  for (const { features, errors } of folds) {
    for (const [h, error] of errors.entries()) {
      const row = features.subarray(h * coefficients.length, (h + 1) * coefficients.length);
      const expected = coefficients.reduce((sum, coefficient, k) => sum + coefficient * row[k], 0);
      products += row[last] * (Math.log(Math.abs(error) + 0.003) - expected);
      squares += row[last] ** 2;
    }
  }
  return products / squares;
}

const origins = { horizon: 6, origins: 8, spacing: 1 };

/**
 * The annual calibration the panel teaches.
 *
 * @param fewest  observations of the shortest fold
 */
export function learnPanelCalibration(
  panel: readonly Pick<PanelSeries, 'values'>[],
  { source, fewest = 6 }: { readonly source: string; readonly fewest?: number },
): Calibration {
  const pool = panel.map(({ values }) => ({ values, seasonLength: 1 }));
  const guests = learnGuests(pool, { ...origins, fewest });
  const errors = pool.map((series) => backtestErrors(series, { ...origins, fewest }, guests));
  const prior = shippedCalibration(4);
  const learned = learnCalibration(errors, prior, { source, guests, priorSeries: 0, priorSteps: 1 });
  const short = panel.flatMap(({ values }) =>
    [3, 4, 5].flatMap((n) =>
      backtestErrors(
        { values: values.subarray(0, n + origins.horizon), seasonLength: 1 },
        { ...origins, origins: 1, spacing: origins.horizon, fewest: n },
        guests,
      ),
    ),
  );
  const coefficients = [...learned.coefficients.slice(0, -1), shortnessCoefficient(short, learned)];
  return withoutHalfTheBias({ ...learned, coefficients });
}

const heldOut = 5;

/**
 * Our users' regime: exports of single economies with the last five years held out. What the product ships was learned
 * from these years, so here the table is learned again from the years before, imports included. None where the data have
 * no panel.
 */
export function readPanelSet({ data, limit }: BenchOptions): CompetitionSet[] {
  if (!existsSync(join(data, panelPath))) return [];
  const panel = readPanel(data);
  const trainOf = ({ values }: PanelSeries) => values.subarray(0, values.length - heldOut);
  const known = panel.map((series) => ({ values: trainOf(series) }));
  const exported = panel.filter(({ flow }) => flow === 'exports');
  const set: CompetitionSet = {
    dataset: 'panel exports',
    frequency: 'yearly',
    seasonLength: 1,
    horizon: heldOut,
    series: exported.slice(0, limit).map((series) => ({
      id: series.id,
      train: trainOf(series),
      test: series.values.subarray(series.values.length - heldOut),
    })),
    prior: learnPanelCalibration(known, { source: 'panel, 2010–2018', fewest: 4 }),
  };
  return [set];
}
