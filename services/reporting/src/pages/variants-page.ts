import type { VariantsList, VariantsReport } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { formatDay } from './day.ts';
import { renderPage } from './document.ts';
import { html, type Markup } from './markup.ts';
import { reportLink } from './report-link.ts';

const addressOf = (id: string): string => `/variants/${encodeURIComponent(id)}`;

type Period = VariantsReport['periods'][number];

function cell({ definitions, documents }: VariantsReport, { values }: Period, id: string): Markup {
  const value = values.find(({ indicator }) => indicator === id);
  if (!value) return html`<td class="num">–</td>`;
  const unit = definitions.find((definition) => definition.id === id)?.unit ?? '';
  const over = value.qualifier === 'over' ? 'over ' : '';
  return html`<td class="num">${over}${formatQuantity(value.value, unit)}<span class="sub">${reportLink(value, documents)}</span></td>`;
}

function definitionItem({ id, name, definition, observations }: VariantsReport['definitions'][number]): Markup {
  return html`<li id=${id}><b dir="auto">${name}</b> (<code>${id}</code>): <span dir="auto">${definition}</span>
    <span class="sub">${observations === 0 ? 'no value reported' : `${observations} reported values`}</span></li>`;
}

function periodsTable(report: VariantsReport): Markup {
  if (report.periods.length === 0) return html`<p class="lead">No period has a value under two of them.</p>`;
  const valued = report.definitions.filter(({ observations }) => observations > 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Values by period and definition"><table>
    <thead><tr><th scope="col">Period</th>${valued.map(({ name }) => html`<th scope="col" class="num" dir="auto">${name}</th>`)}</tr></thead>
    <tbody>${report.periods.map(
      (period) =>
        html`<tr><th scope="row">${period.period}</th>${valued.map(({ id }) => cell(report, period, id))}</tr>`,
    )}</tbody>
  </table></div>`;
}

/** One idea under its definitions, period by period; nothing is joined. */
export function variantsPage(report: VariantsReport, unconfirmedSince: string | null): string {
  const name = report.definitions[0]?.name ?? report.id;
  return renderPage({
    title: `${name} by definition · ${report.title}`,
    description: `${name} under ${report.definitions.length} definitions, period by period.`,
    site: report.title,
    stamp: { ...report, dataThrough: null },
    unconfirmedSince,
    json: `/v1/variants/${encodeURIComponent(report.id)}`,
    body: html`<article>
      <p class="crumb"><a href="/">All targets</a> · <a href="/indicators">All indicators</a> · <a href="/variants">All definitions</a></p>
      <h1 dir="auto">${name}, by definition</h1>
      <p class="lead">What each definition says of the same period, as known on <time datetime=${report.asOf}>${formatDay(report.asOf)}</time>. Nothing is joined, and no number is put in another’s place.</p>
      <ul class="caveats">${report.definitions.map(definitionItem)}</ul>
      ${periodsTable(report)}
    </article>`,
  });
}

/** Every idea that several definitions measure. */
export function variantsListPage(list: VariantsList, unconfirmedSince: string | null): string {
  return renderPage({
    title: `Definitions · ${list.title}`,
    description: `${list.ideas.length} ideas that several definitions measure.`,
    site: list.title,
    stamp: { ...list, dataThrough: null },
    unconfirmedSince,
    json: '/v1/variants',
    body: html`
      <p class="crumb"><a href="/">All targets</a> · <a href="/indicators">All indicators</a></p>
      <h1>One idea, several definitions</h1>
      <p class="lead">The same words can mean several numbers. Each is kept by itself; the periods they share are laid side by side.</p>
      <ul class="claims">${list.ideas.map(
        ({ id, name, periods, definitions }) => html`<li>
          <span class="claim-title"><a href=${addressOf(id)} dir="auto">${name}</a></span>
          <span class="claim-reason">${definitions.length} definitions, ${periods === 1 ? '1 shared period' : `${periods} shared periods`}.</span>
        </li>`,
      )}</ul>`,
  });
}
