import type { ChainPart, ExplanationInput, ExplanationStep, TargetReport } from '@hadaf/engine';
import { formatCalculated, formatQuantity } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';

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

function inputItem(input: ExplanationInput, sources: SourceList, words: PageWords): Markup {
  const { name, value, unit, period, step } = input;
  const { say } = words;
  const quantity = formatQuantity(value, unit);
  const isDated = period !== '' && period !== quantity && period !== name;
  return html`<li>
    ${name !== quantity && html`${say(name)} `}${say(quantity)}${isDated && html` (${say(period)})`}${' '}${
      step === null ? references(input, sources, words) : html`<a href=${`#step-${step}`}>${say(`step ${step}`)}</a>`
    }
  </li>`;
}

/** The formula with its numbers put in and the result as a calculator shows it, to be typed into a calculator. */
function workedLine({ worked, value }: ExplanationStep): Markup {
  if (worked === '' || value === null) return null;
  return html`<code class="worked" dir="ltr">${worked} = ${formatCalculated(value)}</code>`;
}

function stepItem(step: ExplanationStep, sources: SourceList, words: PageWords): Markup {
  const { number, title, formula, inputs, value, unit, period, note } = step;
  const { say, dir } = words;
  return html`<li dir=${dir} id=${`step-${number}`} value=${number}>
    <b>${say(title)}</b>${value !== null && html`${say(':')} ${say(formatQuantity(value, unit))}`}${
      period !== '' && !title.includes(period) && html` (${say(period)})`
    } ${references(step, sources, words)}
    ${formula && html`<span class="sub">${say('How:')} ${say(formula)}</span>`}
    ${workedLine(step)}
    ${inputs.length > 0 && html`<ul class="inputs">${inputs.map((input) => inputItem(input, sources, words))}</ul>`}
    ${note && html`<span class="sub">${say(note)}</span>`}
  </li>`;
}

function partOf(steps: readonly ExplanationStep[], sources: SourceList, words: PageWords): Markup {
  const [first] = steps;
  if (!first) return null;
  return html`<details>
    <summary>${words.say(headings[first.part])}</summary>
    <ol class="steps">
      ${steps.map((step) => stepItem(step, sources, words))}
    </ol>
  </details>`;
}

/** The chain from source numbers to the verdict, part by part: each step with its formula, its numbers and where they come from. */
export function explanationSection({ explanation }: TargetReport, sources: SourceList, words: PageWords): Markup {
  if (explanation.length === 0) return null;
  const parts = [...Map.groupBy(explanation, ({ part }) => part).values()];
  return html`<section aria-labelledby="explanation">
    <h2 id="explanation">${words.say('From the source numbers to the verdict')}</h2>
    <p class="lead">${words.say('Every step can be done again with a calculator or a spreadsheet.')}</p>
    ${parts.map((steps) => partOf(steps, sources, words))}
  </section>`;
}
