import { join } from 'node:path';
import { type Formula, type FormulaFit, fitFormula, parseFormula } from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import { readOptions } from './bench-options.ts';
import { type NistSet, readNistSets } from './nist-sets.ts';
import { fixed, printTable } from './print-table.ts';

/** `npm run bench nist [-- --json --limit sets --seed n]`: our least squares, through the formula door, on NIST's sets. */
const options = readOptions('nist/index.csv');

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
  const rng = counterRng('nist', options.seed);
  const ranked = sets.map((set) => ({ set, rank: rng.uniform() })).toSorted((a, b) => a.rank - b.rank);
  const kept = new Set(ranked.slice(0, options.limit).map(({ set }) => set));
  return sets.filter((set) => kept.has(set));
}

/** The best known on the same 54 runs, measured in November 2026. */
const anchors = [
  ['scipy TRF', '50 of 54', '32', '8.4'],
  ['MINPACK', '49 of 54', '23', '2.0'],
  ['R nlsLM', '45 of 54', '23', '3.2'],
  ['R nls', '15 of 54', '–', '–'],
];

function printRuns(runs: readonly Run[]): void {
  const header = ['set', 'level', 'start', 'parameters', 'errors', 'RSS', 'ms', 'outcome'];
  const rows = runs.map(({ set, start, digits, ms, outcome }) => [
    set.name,
    set.level,
    String(start),
    ...digits.map((value) => fixed(value, 1)),
    fixed(ms, 2),
    outcome,
  ]);
  printTable('Digits in agreement with the certified values (the worst parameter counts)', header, rows);
}

function printSummary(total: { runs: number; lre6: number; lre8: number; medianMs: number }): void {
  const ours = ['Hadaf', `${total.lre6} of ${total.runs}`, String(total.lre8), fixed(total.medianMs, 2)];
  const header = ['', 'with 6 digits', 'with 8', 'median ms'];
  const title = 'Runs; the others as measured earlier, on all 54';
  printTable(title, header, [ours, ...anchors]);
}

const sets = chosen(readNistSets(join(options.data, 'nist')));
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
else {
  printRuns(runs);
  printSummary(total);
}
