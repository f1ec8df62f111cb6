import type { DefinitionChange, Indicator } from '@hadaf/series';
import { formatDay } from './day.ts';
import { html, type Markup } from './markup.ts';

function versionRow({ validFrom, label, definition, link }: DefinitionChange): Markup {
  const joined = link
    ? `values before enter times ${link.factor}: ${link.basis}`
    : 'nothing before is compared with it';
  return html`<li><b dir="auto">${label}</b>, since <time datetime=${validFrom}>${formatDay(validFrom)}</time>: <span dir="auto">${definition}</span> <span class="sub">${joined}</span></li>`;
}

/** What an indicator measured, definition by definition; nothing where it never changed. */
export function definitionVersions({ definition, changes = [] }: Pick<Indicator, 'definition' | 'changes'>): Markup {
  if (changes.length === 0) return null;
  return html`<section aria-labelledby="definitions">
    <h2 id="definitions">What it measured, and since when</h2>
    <ul class="caveats">
      <li>At first: <span dir="auto">${definition}</span></li>
      ${changes.map(versionRow)}
    </ul>
  </section>`;
}
