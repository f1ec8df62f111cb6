import { isolated } from '@hadaf/targets';
import { formulaWords } from '../explain/formula-words.ts';
import type { ExplanationStep } from '../report.ts';

/** The fields of a report that hold words of the product, whatever depth they stand at. */
const spokenFields = new Set([
  'title',
  'verdict',
  'reason',
  'staleness',
  'label',
  'basis',
  'note',
  'period',
  'sentence',
  'sentences',
  'summary',
  'formula',
  'name',
  'withoutInputs',
  'dueLabel',
  'dueReadings',
  'indicatorName',
  'assumption',
  'caveats',
  'trackRecordNotes',
]);

type Say = (english: string) => string | null;

/**
 * Every sentence and label of a report with its Urdu, keyed by the English as it stands in the report. What has no Urdu
 * (a pack's own note in its own words) has no entry: a reader gets the original, marked as such, never half a sentence.
 *
 * @param say          `urduSpeaker()`; shared by the reports of a run, which say many things alike
 * @param explanation  the steps of the report whose formulas are said over the Urdu names of their inputs
 */
export function urduWords(
  report: object,
  say: Say,
  explanation: readonly ExplanationStep[] = [],
): Record<string, string> {
  const words = new Map<string, string>();
  collect(report, false, (english) => {
    const urdu = words.has(english) || english === '' ? null : say(english);
    if (urdu !== null) words.set(english, urdu);
  });
  for (const step of explanation) {
    const urdu = words.has(step.formula) ? null : urduFormula(step, say);
    if (urdu !== null) words.set(step.formula, urdu);
  }
  return Object.fromEntries(words);
}

const marks = /[\u2066-\u2069]/g;

/** A name apart from the signs and digits beside it, which else would follow its direction. */
const rightToLeft = (name: string): string => `\u2067${name.replaceAll(marks, '')}\u2069`;

/** A formula over the Urdu names of its inputs: read from the left, as formulas are; null where a name has no Urdu. */
function urduFormula({ expression, inputs }: ExplanationStep, say: Say): string | null {
  if (expression === null) return null;
  const said = inputs.map(({ name }) => say(name));
  if (said.includes(null)) return null;
  const named = inputs.map((input, i) => ({ ...input, name: rightToLeft(said[i] ?? '') }));
  return isolated(formulaWords(expression, named));
}

function collect(value: unknown, isSpoken: boolean, found: (english: string) => void): void {
  if (typeof value === 'string') {
    if (isSpoken) found(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, isSpoken, found);
  } else if (value !== null && typeof value === 'object') {
    for (const [field, item] of Object.entries(value)) {
      if (!unspokenBranches.has(field)) collect(item, spokenFields.has(field), found);
    }
  }
}

/** Charts and sources have labels of their own, which no sentence uses. */
const unspokenBranches = new Set([
  ...['agencies', 'citations', 'citation', 'fan', 'rollOut', 'sparkline', 'wording'],
  ...['yearToDate', 'endedYearToDate'],
]);
