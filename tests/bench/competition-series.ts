import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Calibration } from '@hadaf/models';
import type { BenchOptions } from './bench-options.ts';

/** One series of a forecasting competition: what models may see, and what came after. */
export interface CompetitionSeries {
  readonly id: string;
  readonly train: Float64Array;
  readonly test: Float64Array;
}

/** The series of one file and frequency: the user's own series, as far as calibration is concerned. */
export interface CompetitionSet {
  readonly dataset: string;
  readonly frequency: string;
  readonly seasonLength: number;
  readonly horizon: number;
  readonly series: readonly CompetitionSeries[];
  /** What its calibration is shrunk to, where that may not be what the product ships. */
  readonly prior?: Calibration;
}

const seasonLengths: Readonly<Record<string, number>> = { monthly: 12, quarterly: 4 };

/** Every `competitions/*.csv`, split by frequency, in the files' order. */
export function readCompetitions({ data, limit }: BenchOptions): CompetitionSet[] {
  return globSync(join(data, 'competitions/*.csv'))
    .sort()
    .flatMap((path) => setsOf(path, limit));
}

function setsOf(path: string, limit: number): CompetitionSet[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const at = (name: string) => columns.indexOf(name);
  const byFrequency = new Map<string, CompetitionSeries[]>();
  for (const line of lines) {
    const cells = line.split(',');
    const frequency = cells[at('freq')];
    const series = { id: cells[at('id')], train: numbers(cells[at('train')]), test: numbers(cells[at('test')]) };
    byFrequency.set(frequency, [...(byFrequency.get(frequency) ?? []), series]);
  }
  return [...byFrequency].map(([frequency, series]) => ({
    dataset: basename(path, '.csv'),
    frequency,
    seasonLength: seasonLengths[frequency] ?? 1,
    horizon: Math.max(...series.map(({ test }) => test.length)),
    series: series.slice(0, limit),
  }));
}

function numbers(cell: string): Float64Array {
  return Float64Array.from(cell.split(' ').filter(Boolean), Number);
}
