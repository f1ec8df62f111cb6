import type { ConflictRow, ConflictsReport } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { formatDay } from './day.ts';
import { renderPage } from './document.ts';
import { documentLink } from './document-link.ts';
import { html, type Markup } from './markup.ts';

/** Whether the number is worked out, not quoted. */
const isSum = ({ words }: ConflictRow['sides'][number]): boolean => /[+−×÷]/.test(words);

function sideItem(side: ConflictRow['sides'][number], { documents }: ConflictsReport): Markup {
  const sources = side.documents.map((id, i) => html`${i > 0 && '; '}${documentLink(documents[id], id)}`);
  return html`<li>
    <span class="claim-title" dir="auto">${side.statement}</span>
    <span class="claim-reason"
      ><span>${sources.length > 0 ? sources : 'No source was public yet.'}</span></span
    >
    <span class="claim-goal num">${side.value === null ? 'not known yet' : formatQuantity(side.value, side.unit)}${isSum(side) && html`<span class="sub">${side.words}</span>`}</span>
  </li>`;
}

function conflictSection(conflict: ConflictRow, report: ConflictsReport): Markup {
  const { id, question, explanation, sides } = conflict;
  return html`<section id=${id} aria-labelledby=${`${id}-heading`}>
    <h2 id=${`${id}-heading`} dir="auto">${question}</h2>
    <p class="lead" dir="auto">${explanation || 'Unexplained.'}</p>
    <ul class="claims">${sides.map((side) => sideItem(side, report))}</ul>
  </section>`;
}

/** The questions the sources answer differently: every side with its number and sources, none averaged away. */
export function conflictsPage(report: ConflictsReport, unconfirmedSince: string | null): string {
  return renderPage({
    title: `Where the sources disagree · ${report.title}`,
    description: `${report.conflicts.length} questions the sources answer differently, with both sides and their sources.`,
    site: report.title,
    stamp: { ...report, dataThrough: null },
    unconfirmedSince,
    json: '/v1/conflicts',
    body: html`
      <p class="crumb"><a href="/">All targets</a></p>
      <h1>Where the sources disagree</h1>
      <p class="lead">
        ${report.conflicts.length} questions, as known on <time datetime=${report.asOf}>${formatDay(report.asOf)}</time>. Each
        side stands with its number; none is averaged away. <a href="/claims">What the documents claim</a>.
      </p>
      ${report.conflicts.map((conflict) => conflictSection(conflict, report))}
    `,
  });
}
