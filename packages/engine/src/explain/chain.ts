import type { ChainPart, Citation, ExplanationInput, ExplanationStep, Figure } from '../report.ts';
import { formulaWords, workedFormula } from './formula-words.ts';

/** A number that enters a step: the result of an earlier one, or read from the pages cited. */
export interface DraftInput {
  /** What it is called in the step's expression; unused where there is none. */
  readonly symbol: string;
  readonly name: string;
  readonly from:
    | DraftStep
    | {
        readonly value: number;
        readonly unit: string;
        readonly period: string;
        readonly citations: readonly Citation[];
      };
}

/** A step before the chain gives it its number. */
export interface DraftStep {
  readonly part: ChainPart;
  readonly title: string;
  /** Arithmetic over the symbols of its inputs; null where the step is none. */
  readonly expression: string | null;
  /** What the step is where it is no arithmetic, or takes one number as it is; else the expression in words takes its place. */
  readonly formula: string;
  readonly inputs: readonly DraftInput[];
  /** Why no number enters it; empty where one does. */
  readonly withoutInputs: string;
  readonly value: number | null;
  readonly unit: string;
  readonly period: string;
  readonly note: string;
  readonly citations: readonly Citation[];
}

/** A figure of the report as a step: its number, unit, period and note as the page shows them. */
export function figureStep(
  part: ChainPart,
  figure: Figure,
  how: Partial<Pick<DraftStep, 'expression' | 'formula' | 'inputs' | 'withoutInputs'>>,
): DraftStep {
  const { label, value, unit, period, basis, note, citations } = figure;
  const made = { expression: null, formula: basis, inputs: [], withoutInputs: '', ...how };
  return { part, title: label, value, unit, period, note, citations, ...made };
}

/** A number as its page prints it. */
export function reportedStep(
  part: ChainPart,
  step: Pick<DraftStep, 'title' | 'value' | 'unit' | 'period' | 'citations'> & Partial<DraftStep>,
): DraftStep {
  return { part, expression: null, formula: 'reported', inputs: [], withoutInputs: readFromPage, note: '', ...step };
}

export const readFromPage = 'read from the page cited';

/** The result of an earlier step as input; none where that step has no number. */
export function taken(symbol: string, name: string, step: DraftStep | undefined): DraftInput[] {
  return step && step.value !== null ? [{ symbol, name, from: step }] : [];
}

const isStep = (from: DraftInput['from']): from is DraftStep => 'part' in from;

const order: readonly ChainPart[] = ['promise', 'sources', 'way', 'year', 'forecast', 'even-odds', 'rules', 'verdict'];

/**
 * The chain part by part, numbered from 1; within a part in the order given. What a step takes from another comes before
 * it, and comes even where it was not listed.
 */
export function numberedChain(drafts: readonly DraftStep[]): ExplanationStep[] {
  const placed = new Set<DraftStep>();
  const place = (draft: DraftStep): void => {
    if (placed.has(draft)) return;
    for (const { from } of draft.inputs) if (isStep(from)) place(from);
    placed.add(draft);
  };
  for (const draft of drafts) place(draft);
  const chain = [...placed].toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  const numbers = new Map(chain.map((draft, i) => [draft, i + 1]));
  return chain.map((draft) => numberedStep(draft, numbers));
}

function numberedStep(draft: DraftStep, numbers: ReadonlyMap<DraftStep, number>): ExplanationStep {
  const { part, title, expression, formula, withoutInputs, value, unit, period, note, citations } = draft;
  const inputs = draft.inputs.map((input) => numberedInput(input, numbers));
  const isBare = /^\w*$/.test(expression ?? '');
  const isWorked = expression !== null && value !== null && !isBare;
  const isUnknown = value === null && inputs.length === 0 && withoutInputs === '';
  return {
    number: numbers.get(draft) ?? 0,
    part,
    title,
    formula: expression === null || (isBare && formula !== '') ? formula : formulaWords(expression, inputs),
    expression,
    worked: isWorked ? workedFormula(expression, inputs) : '',
    ...{ inputs, withoutInputs: isUnknown ? 'no number it needs is known' : withoutInputs },
    ...{ value, unit, period, note, citations },
  };
}

function numberedInput({ symbol, name, from }: DraftInput, numbers: ReadonlyMap<DraftStep, number>): ExplanationInput {
  const { value, unit, period } = from;
  const step = isStep(from) ? (numbers.get(from) ?? null) : null;
  return {
    symbol,
    name,
    value: value ?? Number.NaN,
    unit,
    period,
    step,
    citations: isStep(from) ? [] : from.citations,
  };
}
