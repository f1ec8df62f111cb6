import type { CheckedClaim, ClaimsReport } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { z } from 'zod';
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

/** The verdicts, each with its number of claims, as links to the claims that have it. */
function verdictLinks(report: ClaimsReport, shown: string | null): Markup {
  const counts = Map.groupBy(report.claims, ({ verdict }) => verdict);
  const link = (href: string, name: string, count: number, isShown: boolean) =>
    html`<li><a href=${href} aria-current=${isShown ? 'page' : null}>${name} <span class="count">${count}</span></a></li>`;
  return html`<nav aria-label="Claims by verdict">
    <ul class="filter">
      ${link('/claims', 'All', report.claims.length, shown === null)}
      ${verdicts
        .filter(([verdict]) => counts.has(verdict))
        .map(([verdict, name]) =>
          link(`/claims?verdict=${verdict}`, name, counts.get(verdict)?.length ?? 0, verdict === shown),
        )}
    </ul>
  </nav>`;
}

/** Verdicts whose claims stand open on the page of all; the others are folded, with their number. */
const unfolded: readonly Verdict[] = ['contradicted', 'conflicting', 'promise-missed', 'promise-unverified'];

function verdictSection(
  [verdict, name, meaning]: (typeof verdicts)[number],
  report: ClaimsReport,
  shown: string | null,
): Markup {
  if (shown !== null && shown !== verdict) return null;
  const own = report.claims.filter((claim) => claim.verdict === verdict);
  if (own.length === 0) return null;
  const list = html`<ul class="claims">${own.map((claim) => claimItem(claim, report))}</ul>`;
  return html`<section id=${verdict} aria-labelledby=${`${verdict}-heading`}>
    <h2 id=${`${verdict}-heading`}>${name} <span class="count">${own.length}</span></h2>
    <p class="lead">${meaning}</p>
    ${
      shown === verdict || unfolded.includes(verdict)
        ? list
        : html`<details><summary>${own.length === 1 ? 'The claim' : `The ${own.length} claims`}</summary>${list}</details>`
    }
  </section>`;
}

/** Every numeric statement of the documents, by verdict, with what it rests on; of one verdict where `shown` names it. */
export function claimsPage(report: ClaimsReport, unconfirmedSince: string | null, shown: string | null = null): string {
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
      ${verdictLinks(report, shown)}
      ${verdicts.map((verdict) => verdictSection(verdict, report, shown))}
    `,
  });
}

const verdictQuery = z.object({ verdict: z.enum(verdicts.map(([verdict]) => verdict)) });

/** The verdict an address asks for; null where it asks for none there is. */
export function verdictNamed(query: unknown): Verdict | null {
  const asked = verdictQuery.safeParse(query);
  return asked.success ? asked.data.verdict : null;
}
