import type { ExplanationInput, ExplanationStep, TargetReport } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';

function inputsLine(inputs: readonly ExplanationInput[], { say }: PageWords): Markup {
  if (inputs.length === 0) return null;
  return html`<span class="sub">
    ${say('From:')} ${inputs.map(
      ({ name, value, unit, period }, i) =>
        html`${i > 0 && say('; ')}${say(name)} ${say(formatQuantity(value, unit))}${period && html` (${say(period)})`}`,
    )}
  </span>`;
}

function stepItem(step: ExplanationStep, sources: SourceList, words: PageWords): Markup {
  const { title, formula, inputs, value, unit, period, note } = step;
  const { say, dir } = words;
  return html`<li dir=${dir}>
    <b>${say(title)}</b>${value !== null && html`${say(':')} ${say(formatQuantity(value, unit))}`}${period && html` (${say(period)})`} ${references(step, sources, words)}
    ${formula && html`<span class="sub">${say('How:')} ${say(formula)}</span>`}
    ${inputsLine(inputs, words)}
    ${note && html`<span class="sub">${say(note)}</span>`}
  </li>`;
}

/** The chain from source numbers to the verdict, each step with its formula and inputs. */
export function explanationSection({ explanation }: TargetReport, sources: SourceList, words: PageWords): Markup {
  if (explanation.length === 0) return null;
  return html`<section aria-labelledby="explanation">
    <h2 id="explanation">${words.say('From the source numbers to the verdict')}</h2>
    <details>
      <summary>${words.say('Step by step')}</summary>
      <ol class="steps">
        ${explanation.map((step) => stepItem(step, sources, words))}
      </ol>
    </details>
  </section>`;
}
