import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One NIST StRD nonlinear regression set: data, formula, two starts, certified values. */
export interface NistSet {
  readonly name: string;
  readonly level: string;
  readonly expression: string;
  readonly residualSumOfSquares: number;
  readonly parameters: readonly NistParameter[];
  readonly observed: Float64Array; // n
  /** Predictors by the names the expression uses: x, then x2, x3 … */
  readonly data: ReadonlyMap<string, Float64Array>;
}

export interface NistParameter {
  readonly name: string;
  readonly starts: readonly [number, number];
  readonly certified: number;
  readonly standardDeviation: number;
}

/** Cells of a CSV line; quoted ones may hold commas. */
function cells(line: string): string[] {
  return Array.from(line.matchAll(/("([^"]*)"|[^,]*)(?:,|$)/g), ([, plain = '', quoted]) => quoted ?? plain);
}

/** The numbers of the lines the file's own header names, response first. */
function readRows(text: string): number[][] {
  const [, first = '', last = ''] = /Data\s+\(lines\s+(\d+)\s+to\s+(\d+)\)/.exec(text) ?? [];
  const lines = text.split(/\r?\n/).slice(Number(first) - 1, Number(last));
  return lines.map((line) => line.trim().split(/\s+/).map(Number));
}

function readData(text: string): Pick<NistSet, 'observed' | 'data'> {
  const rows = readRows(text);
  const column = (j: number) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN);
  const predictors = (rows[0]?.length ?? 1) - 1;
  const names = Array.from({ length: predictors }, (_, j) => (j === 0 ? 'x' : `x${j + 1}`));
  const isLogged = /^\s*log\[y\]\s*=/m.test(text);
  return {
    observed: isLogged ? column(0).map(Math.log) : column(0),
    data: new Map(names.map((name, j) => [name, column(j + 1)])),
  };
}

/** Every set `index.csv` names, in its order. */
export function readNistSets(folder: string): NistSet[] {
  const lines = readFileSync(path.join(folder, 'index.csv'), 'utf8').trim().split(/\r?\n/);
  const header = cells(lines[0] ?? '');
  const rows = lines.slice(1).map((line) => {
    const row = cells(line);
    return (column: string) => row[header.indexOf(column)] ?? '';
  });
  const names = new Set(rows.map((row) => row('name')));
  return Array.from(names, (name) => {
    const own = rows.filter((row) => row('name') === name);
    return {
      name,
      level: own[0]?.('level') ?? '',
      expression: own[0]?.('expr') ?? '',
      residualSumOfSquares: Number(own[0]?.('rss')),
      parameters: own.map((row) => ({
        name: row('param'),
        starts: [Number(row('start1')), Number(row('start2'))],
        certified: Number(row('certified')),
        standardDeviation: Number(row('sd')),
      })),
      ...readData(readFileSync(path.join(folder, `${name}.dat`), 'utf8')),
    };
  });
}
