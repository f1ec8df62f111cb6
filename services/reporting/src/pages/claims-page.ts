import type { CheckedClaim, ClaimsReport } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { formatDay } from './day.ts';
import { renderPage } from './document.ts';
import { documentLink } from './document-link.ts';
import { html, type Markup } from './markup.ts';

type Verdict = CheckedClaim['verdict'];

/** Every verdict in the order people should read them: what is wrong first. */
const verdicts: readonly (readonly [Verdict, name: string, meaning: string])[] = [
  ['contradicted', 'Contradicted', 'The arithmetic of the sources’ own numbers gives another result.'],
  ['conflicting', 'Conflicting', 'Another source says something else.'],
  ['promise-missed', 'Promises missed', 'The day has passed, and the reported number is below what was promised.'],
  ['promise-unverified', 'Promises unverified', 'The day has passed, and nothing says whether they were kept.'],
  ['promise-open', 'Promises open', 'Their day is still to come, or none was stated.'],
  ['promise-kept', 'Promises kept', 'Reached.'],
  ['single-source', 'One source only', 'No other stored number says anything about them.'],
  ['holds-by-rounding', 'Hold by rounding', 'They agree within the precision in which they were printed.'],
  ['holds', 'Hold', 'They agree with the other numbers.'],
];

function claimItem(claim: CheckedClaim, report: ClaimsReport): Markup {
  const { id, document, subject, period, value, unit, because } = claim;
  return html`<li id=${id}>
    <span class="claim-title"
      ><span dir="auto">${subject}${period && `, ${period}`}</span
      ><span class="sub">${documentLink(report.documents[document], document)}</span></span
    >
    <span class="claim-reason"><span dir="auto">${because}</span></span>
    <span class="claim-goal num">${formatQuantity(value, unit)}<span class="sub">${id}</span></span>
  </li>`;
}

function verdictSection([verdict, name, meaning]: (typeof verdicts)[number], report: ClaimsReport): Markup {
  const own = report.claims.filter((claim) => claim.verdict === verdict);
  if (own.length === 0) return null;
  return html`<section id=${verdict} aria-labelledby=${`${verdict}-heading`}>
    <h2 id=${`${verdict}-heading`}>${name} <span class="count">${own.length}</span></h2>
    <p class="lead">${meaning}</p>
    <ul class="claims">${own.map((claim) => claimItem(claim, report))}</ul>
  </section>`;
}

/** Every numeric statement of the documents, by verdict, with what it rests on. */
export function claimsPage(report: ClaimsReport, unconfirmedSince: string | null): string {
  return renderPage({
    title: `What the documents claim · ${report.title}`,
    description: `${report.claims.length} numeric statements, each checked by arithmetic from the other reported numbers.`,
    site: report.title,
    stamp: { ...report, dataThrough: null },
    unconfirmedSince,
    json: '/v1/claims',
    body: html`
      <p class="crumb"><a href="/">All targets</a></p>
      <h1>What the documents claim</h1>
      <p class="lead">
        ${report.claims.length} numeric statements, each checked by arithmetic from the other numbers known on${' '}
        <time datetime=${report.asOf}>${formatDay(report.asOf)}</time>. <a href="/conflicts">Where the sources disagree</a>.
      </p>
      ${verdicts.map((verdict) => verdictSection(verdict, report))}
    `,
  });
}
