import type { Citation, ExplanationInput, ExplanationStep } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import { formatQuantity } from '@hadaf/series';
import { type DayOptions, reportAsked } from '../day-documents.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';
import { urduExplanation } from '../terminal/urdu-lines.ts';

function citationWords({ publisher, agency, publishedOn, knownBy, url }: Citation): string {
  const day = publishedOn ?? `undated, public by ${knownBy}`;
  return `${publisher}${agency === '' || agency === publisher ? '' : ` (${agency})`}, ${day}: ${url}`;
}

function inputLines({ name, value, unit, period, citations }: ExplanationInput): string[] {
  const quantity = `${name} ${formatQuantity(value, unit)}${period === '' ? '' : `, ${period}`}`;
  return [`     from   ${quantity}`, ...citations.map((citation) => `            ${citationWords(citation)}`)];
}

function stepLines(step: ExplanationStep, index: number): string[] {
  const { title, formula, inputs, value, unit, period, note, citations } = step;
  const number = value === null ? '' : ` = ${formatQuantity(value, unit)}`;
  return [
    `${String(index + 1).padStart(2)}. ${title}${number}${period === '' ? '' : `, ${period}`}`,
    ...(formula === '' ? [] : [`     how    ${formula}`]),
    ...inputs.flatMap(inputLines),
    ...(note === '' ? [] : [`     note   ${note}`]),
    ...citations.map((citation) => `     source ${citationWords(citation)}`),
  ];
}

/** `hadaf explain <target>`: the chain from source numbers to the verdict, each step with formula, inputs and sources. */
export async function explain(
  config: Config,
  id: string,
  { json, language, ...day }: DayOptions & { json?: boolean; language?: 'en' | 'ur' },
): Promise<void> {
  await withSession(config, async (session) => {
    const report = await reportAsked(session, id, day);
    const { targetId, title, asOf, runId, explanation } = report;
    if (json) return printer.json({ targetId, title, asOf, runId, steps: explanation });
    if (language === 'ur') return printer.data(urduExplanation(report));
    printer.data([`${targetId}  ${title}`, '', ...explanation.flatMap(stepLines)].join('\n'));
    printer.note(`\nAs known on ${asOf}; run ${runId}.`);
  });
}
