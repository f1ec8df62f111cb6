import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Formula, type FormulaFit, fitFormula, parseFormula } from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import { type NistSet, readNistSets } from './nist-sets.ts';

/** `npm run bench nist [-- --json --limit n --seed n]`: our least squares, through the formula door, on NIST's sets. */
const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, limit: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const data = process.env['HADAF_BENCH_DATA'] ?? path.join(import.meta.dirname, '../../../shared/data');
const folder = path.join(data, 'nist');

/** NIST certifies 11 digits. */
const certifiedDigits = 11;
const repeats = 9;

interface Run {
  readonly set: NistSet;
  readonly start: number;
  readonly outcome: string;
  /** Digits of the worst parameter, standard error and residual sum of squares that agree. */
  readonly digits: readonly [number, number, number];
  readonly ms: number;
}

/** Log relative error: the number of digits in agreement. */
function logRelativeError(value: number, certified: number): number {
  const error = Math.abs(value - certified) / Math.abs(certified);
  return Number.isFinite(error) ? Math.min(certifiedDigits, Math.max(0, -Math.log10(error))) : 0;
}

function digitsOf(fit: FormulaFit, { parameters, residualSumOfSquares }: NistSet): Run['digits'] {
  if (fit.kind === 'unfit') return [0, 0, 0];
  const found = new Map(fit.parameters.map((parameter) => [parameter.name, parameter]));
  const values = parameters.map(({ name, certified }) => logRelativeError(found.get(name)?.value ?? NaN, certified));
  const errors = parameters.map(({ name, standardDeviation }) =>
    logRelativeError(found.get(name)?.standardError ?? NaN, standardDeviation),
  );
  return [
    Math.min(...values),
    Math.min(...errors),
    logRelativeError(fit.estimate.residualSumOfSquares, residualSumOfSquares),
  ];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function timedRun(set: NistSet, formula: Formula, start: 0 | 1): Run {
  const settings = new Map(set.parameters.map(({ name, starts }) => [name, { start: starts[start] }]));
  const times: number[] = [];
  let fit = fitFormula(formula, set.data, set.observed, settings);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const from = performance.now();
    fit = fitFormula(formula, set.data, set.observed, settings);
    times.push(performance.now() - from);
  }
  const outcome = fit.kind === 'fitted' ? fit.kind : fit.reason;
  return { set, start: start + 1, outcome, digits: digitsOf(fit, set), ms: median(times) };
}

async function runsOf(set: NistSet): Promise<Run[]> {
  const parsed = await parseFormula(set.expression, [...set.data.keys()]);
  if (parsed.kind === 'refused') {
    return [1, 2].map((start) => ({ set, start, outcome: parsed.detail, digits: [0, 0, 0], ms: NaN }));
  }
  return [timedRun(set, parsed.formula, 0), timedRun(set, parsed.formula, 1)];
}

/** A seeded choice of `limit` sets, in the index's order. */
function chosen(sets: readonly NistSet[]): readonly NistSet[] {
  if (options.limit === undefined) return sets;
  const rng = counterRng('nist', Number(options.seed));
  const ranked = sets.map((set) => ({ set, rank: rng.uniform() })).toSorted((a, b) => a.rank - b.rank);
  const kept = new Set(ranked.slice(0, Number(options.limit)).map(({ set }) => set));
  return sets.filter((set) => kept.has(set));
}

/** Measured on the same 54 runs (FORECASTING §2). */
const anchors = [
  { name: 'scipy TRF', lre6: 50, lre8: 32, ms: '8.4' },
  { name: 'MINPACK', lre6: 49, lre8: 23, ms: '2.0' },
  { name: 'R nlsLM', lre6: 45, lre8: 23, ms: '3.2' },
  { name: 'R nls', lre6: 15, lre8: '', ms: '' },
];

function printTable(runs: readonly Run[], total: { lre6: number; lre8: number; medianMs: number }): void {
  console.log('set        level    start  digits: parameters  errors    RSS       ms  outcome');
  for (const { set, start, digits, ms, outcome } of runs) {
    const columns = digits.map((value, i) => value.toFixed(1).padStart([18, 8, 7][i] ?? 8)).join('');
    const about = `${set.name.padEnd(10)} ${set.level.padEnd(8)} ${String(start).padStart(5)}`;
    console.log(`${about} ${columns} ${ms.toFixed(2).padStart(8)}  ${outcome}`);
  }
  console.log('\n             runs with 6 digits  with 8 digits  median ms');
  const row = (name: string, ...cells: readonly unknown[]) =>
    console.log(name.padEnd(12), ...cells.map((cell, i) => String(cell).padStart([19, 14, 10][i] ?? 10)));
  row('Hadaf', `${total.lre6} of ${runs.length}`, total.lre8, total.medianMs.toFixed(2));
  for (const { name, lre6, lre8, ms } of anchors) row(name, `${lre6} of 54`, lre8, ms);
}

if (!existsSync(path.join(folder, 'index.csv'))) {
  console.error(`no NIST sets at ${folder}; set HADAF_BENCH_DATA to the folder that holds nist/`);
  process.exit(1);
}

const sets = chosen(readNistSets(folder));
for (const set of sets) await runsOf(set); // warms the compiler: the first run of a process is not what users see
const runs: Run[] = [];
for (const set of sets) runs.push(...(await runsOf(set)));
const total = {
  runs: runs.length,
  lre6: runs.filter(({ digits }) => digits[0] >= 6).length,
  lre8: runs.filter(({ digits }) => digits[0] >= 8).length,
  medianMs: median(runs.map(({ ms }) => ms)),
};
if (options.json) console.log(JSON.stringify(total));
else printTable(runs, total);
