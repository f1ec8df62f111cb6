import type { YearValue } from '@hadaf/targets';
import type { Goal } from '../assess/due-outlook.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { MatrixCellRow, MatrixMethodRow, MatrixReport } from '../report.ts';
import { type DraftInput, type DraftStep, taken } from './chain.ts';
import { yearSteps } from './reported-steps.ts';
import type { RollOutSteps } from './roll-out-steps.ts';
import { lineShares, type RuleWay, ruleArithmetic, symbolOf, weightedSum } from './rule-arithmetic.ts';

/** What recognised rules looked at. */
export interface RuleEvidence {
  readonly goal: Goal;
  readonly judged: DraftStep;
  /** The measuring series and its other definitions, each with the steps of its yearly values. */
  readonly measured: readonly { readonly series: MeasuredSeries; readonly years: ReadonlyMap<number, DraftStep> }[];
  /** P at the date; undefined where there is none. */
  readonly probability: DraftStep | undefined;
}

/** The yearly values of a series' other definitions, as steps. */
export function variantYears(variants: readonly MeasuredSeries[]): RuleEvidence['measured'] {
  return variants.map((series) => ({ series, years: yearSteps(series, `“${series.indicator.name}”`) }));
}

/** One step a verdict of the matrix: what the rule said, of which definition, over which window, on which numbers. */
export function ruleSteps(matrix: MatrixReport, evidence: RuleEvidence): DraftStep[] {
  return matrix.cells.flatMap((cell) => {
    const method = matrix.methods.find(({ id }) => id === cell.methodId);
    const one = evidence.measured.find(({ series }) => series.indicator.id === cell.definitionId);
    if (!method || !one) return [];
    if (cell.methodId === 'probability') return [saidStep(cell, method, 'p', probabilityInputs(cell, evidence))];
    const way = wayOf(cell, one.series, evidence.goal);
    const inputs = way ? wayInputs(way, one.years, evidence.judged) : taken('target', 'target', evidence.judged);
    return [saidStep(cell, method, way && ruleArithmetic(cell.methodId, way), inputs)];
  });
}

const probabilityInputs = ({ metric }: MatrixCellRow, { probability, judged }: RuleEvidence): DraftInput[] =>
  metric === null ? taken('target', 'target', judged) : taken('p', 'probability at the date', probability);

function wayOf({ windowYears }: MatrixCellRow, { years }: MeasuredSeries, goal: Goal): RuleWay | null {
  const history = years.map(({ fiscalYear, value }): YearValue => ({ year: fiscalYear, value }));
  const latest = history.at(-1);
  const before = (window: number) => history.find(({ year }) => latest !== undefined && year === latest.year - window);
  const base = windowYears === null ? history[0] : before(windowYears);
  if (!latest || !base) return null;
  return {
    ...{ base, latest, direction: goal.direction, fiveBefore: before(5) },
    target: { year: goal.fiscalYear, value: goal.value },
    since: history.filter(({ year }) => year >= base.year),
  };
}

function wayInputs(way: RuleWay, years: ReadonlyMap<number, DraftStep>, judged: DraftStep): DraftInput[] {
  const ends = [
    ...taken('base', 'base value', years.get(way.base.year)),
    ...taken('latest', 'latest value', years.get(way.latest.year)),
    ...taken('target', 'target', judged),
  ];
  const others = [...way.since, ...(way.fiveBefore ? [way.fiveBefore] : [])].flatMap((value) => {
    const step = years.get(value.year);
    return taken(symbolOf(way, value), `value of ${step?.period ?? ''}`, step);
  });
  return [...new Map([...others, ...ends].map((input) => [input.symbol, input])).values()];
}

/** The verdict of a cell; its arithmetic only where its figure decided, and only on the inputs it needs. */
function saidStep(
  cell: MatrixCellRow,
  method: MatrixMethodRow,
  arithmetic: string | null,
  inputs: readonly DraftInput[],
): DraftStep {
  const { status, metric, sentence, windowYears } = cell;
  const isSettled = status === 'achieved' && cell.methodId !== 'cagr-ratio';
  const expression = metric === null || isSettled ? null : arithmetic;
  const words = new Set(expression?.match(/[a-z]\w*/gi) ?? []);
  const isUsed = ({ symbol }: DraftInput) => (expression === null ? isEnd(symbol) : words.has(symbol));
  return {
    part: 'rules',
    title: `${method.name}: ${status.replace('-', ' ')}`,
    expression,
    formula: method.formula,
    inputs: inputs.filter(isUsed),
    withoutInputs: '',
    value: metric,
    unit: cell.methodId === 'probability' ? 'probability' : 'ratio',
    period: windowYears === null ? '' : `${windowYears} ${windowYears === 1 ? 'year' : 'years'}`,
    note: `${method.bands}. ${sentence}`,
    citations: [],
  };
}

const isEnd = (symbol: string): boolean => ['base', 'latest', 'target', 'p'].includes(symbol);

/** What the rules that read a plan of units said, each from the plan's first day, where nothing was there. */
export function rollOutRuleSteps(matrix: MatrixReport, roll: RollOutSteps, counts: readonly DatedCount[]): DraftStep[] {
  const ends = [...taken('latest', 'reported', counts.at(-1)?.step), ...taken('target', 'due at the end', roll.due)];
  return matrix.cells.flatMap((cell) => {
    const method = matrix.methods.find(({ id }) => id === cell.methodId);
    if (!method) return [];
    const { expression, inputs } = rollOutArithmetic(cell.methodId, roll, counts) ?? { expression: null, inputs: [] };
    const more = inputs.filter(({ symbol }) => ends.every((end) => end.symbol !== symbol));
    return [saidStep(cell, method, expression, [...ends, ...more])];
  });
}

/** A count of units and the day it was taken on, as a day number. */
export interface DatedCount {
  readonly on: number;
  readonly step: DraftStep;
}

function rollOutArithmetic(methodId: string, roll: RollOutSteps, counts: readonly DatedCount[]) {
  if (methodId === 'earned-schedule') return { expression: 'p', inputs: taken('p', 'SPI(t)', roll.spiTime) };
  if (methodId === 'linear-pace') {
    const time = [...taken('gone', 'days gone', roll.gone), ...taken('length', 'days the plan takes', roll.length)];
    return { expression: '(latest / target) / min(1, gone / length)', inputs: time };
  }
  if (methodId !== 'escap') return null;
  const since = counts.filter(({ on }) => on > roll.startsOn);
  const shares = lineShares([roll.startsOn, ...since.map(({ on }) => on)], roll.endsOn).slice(1);
  const symbols = since.map((_, i) => (i === since.length - 1 ? 'latest' : `count${i + 1}`));
  return {
    expression: `100 * max(0, target - ${weightedSum(shares, symbols)}) / target`,
    inputs: since.flatMap(({ step }, i) => taken(symbols[i] ?? '', `count of ${step.period}`, step)),
  };
}
