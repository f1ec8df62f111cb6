import type { ChainPart, Citation, ExplanationStep, TargetReport } from '@hadaf/engine';
import { dateUnit, formatCalculated, formatQuantity } from '@hadaf/series';
import { wrapped } from './wrapped.ts';

/** What the parts of a chain are called, in their order. */
const headings: Readonly<Record<ChainPart, string>> = {
  promise: 'The promise',
  sources: 'Numbers read from pages',
  way: 'The way to go',
  year: 'The year in progress',
  forecast: 'The forecast',
  'even-odds': 'What even odds would take',
  rules: 'What recognised rules say',
  verdict: 'The verdict',
};

function citationWords({ publisher, agency, publishedOn, knownBy, url }: Citation): string {
  const day = publishedOn ?? `undated, public by ${knownBy}`;
  return `${publisher}${agency === '' || agency === publisher ? '' : ` (${agency})`}, ${day}: ${url}`;
}

/** Units that say nothing beside their number, and those with a sign of their own. */
const unitWords = (unit: string): string =>
  ['', 'count', 'ratio', 'probability'].includes(unit) ? '' : ` ${unit.replace(/^percent\b/, '%')}`;

/** A number with its unit, in as many digits as a reader types into a calculator. */
function exactly(value: number, unit: string): string {
  if (unit === dateUnit || unit === 'fiscal year' || unit === 'event') return formatQuantity(value, unit);
  return formatCalculated(value) + unitWords(unit);
}

/** `31.6017100177 % a year, shown as 31.6 % a year`. */
function resultWords({ value, unit }: ExplanationStep): string {
  if (value === null) return '';
  const [exact, shown] = [exactly(value, unit), formatQuantity(value, unit).replaceAll('\u00a0', ' ')];
  return `${exact}${shown.replaceAll(',', '') === exact ? '' : `, shown as ${shown}`}`;
}

/** A part of a step: the word before it, its text, and how far its further lines hang. */
interface Entry {
  readonly label: string;
  readonly text: string;
  readonly hang?: number;
}

function inputEntries({ inputs, withoutInputs, citations }: ExplanationStep): Entry[] {
  const isReported = inputs.length === 0 && citations.length > 0;
  if (inputs.length === 0) return isReported ? [] : [{ label: 'inputs', text: `none: ${withoutInputs}` }];
  const width = Math.max(...inputs.map(({ name }) => name.length));
  return inputs.flatMap(({ name, value, unit, period, step, citations: sources }, i) => {
    const quantity = exactly(value, unit);
    const when = period === '' || period === quantity || period === name ? '' : `, ${period}`;
    const from = step === null ? '' : `, from step ${step}`;
    const hang = width + 2;
    return [
      { label: i === 0 ? 'inputs' : '', text: `${name.padEnd(width)}  ${quantity}${when}${from}`, hang },
      ...sources.map((source) => ({ label: '', text: `${' '.repeat(hang)}${citationWords(source)}`, hang })),
    ];
  });
}

function entriesOf(step: ExplanationStep): Entry[] {
  const { formula, worked, note, citations } = step;
  const entries: Entry[] = [
    { label: 'formula', text: formula },
    { label: 'numbers', text: worked },
    { label: 'result', text: resultWords(step) },
    ...inputEntries(step),
    { label: 'note', text: note },
    ...citations.map((citation) => ({ label: 'source', text: citationWords(citation) })),
  ];
  return entries.filter(({ text }) => text !== '');
}

const indent = 4;
const labelWidth = 'formula'.length + 2;

/** A step as a person reads it: what it is, its formula, that with the numbers put in, the result, its inputs, their sources. */
function stepLines(step: ExplanationStep, columns: number): string[] {
  const { number, title, period } = step;
  const when = period === '' || title.includes(period) ? '' : `, ${period}`;
  const head = `${String(number).padStart(2)}. ${title}${when}`;
  const entries = entriesOf(step).flatMap(({ label, text, hang = 0 }) =>
    wrapped(label.padEnd(labelWidth) + text, { columns, indent, hang: labelWidth + hang }),
  );
  return [...wrapped(head, { columns, indent: 0, hang: indent }), ...entries, ''];
}

/** The chain of a target in the terminal, part by part. */
export function explanationLines(
  { targetId, title, verdict }: Pick<TargetReport, 'targetId' | 'title' | 'verdict'>,
  steps: readonly ExplanationStep[],
  columns: number,
): string {
  const lines = steps.flatMap((step, i) => {
    const isNew = step.part !== steps[i - 1]?.part;
    return [...(isNew ? [headings[step.part].toUpperCase(), ''] : []), ...stepLines(step, columns)];
  });
  const head = [
    ...wrapped(`${targetId}  ${title}`, { columns, indent: 0, hang: 5 }),
    ...wrapped(verdict, { columns, indent: 0, hang: 0 }),
  ];
  return [...head, '', ...lines].join('\n').trimEnd();
}

/** A step and every step it rests on, in the order of the chain. */
export function restsOn(steps: readonly ExplanationStep[], number: number): ExplanationStep[] {
  const needed = new Set([number]);
  for (const step of steps.toReversed()) {
    if (!needed.has(step.number)) continue;
    for (const input of step.inputs) if (input.step !== null) needed.add(input.step);
  }
  return steps.filter((step) => needed.has(step.number));
}
