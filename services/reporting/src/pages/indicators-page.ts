import type { IndicatorSummary, IndicatorsReport } from '@hadaf/engine';
import { counted, formatQuantity } from '@hadaf/series';
import { formatDay } from './day.ts';
import { renderPage } from './document.ts';
import { documentLink } from './document-link.ts';
import { html, type Markup } from './markup.ts';

function checksOf({ labels, conflicts, exceptions, observations }: IndicatorSummary): string {
  const reports = `${observations} report${observations === 1 ? '' : 's'}`;
  if (labels === null) return reports;
  const months = (['reported', 'derived', 'estimated'] as const)
    .filter((label) => labels[label] > 0)
    .map((label) => `${labels[label]} ${label}`)
    .join(', ');
  const apart =
    exceptions > 0 ? `; ${counted(exceptions, 'year differs from its months', 'years differ from their months')}` : '';
  return `${reports}; months: ${months}${conflicts > 0 ? `; ${conflicts} disagreements` : ''}${apart}`;
}

function changedWords({ changes = [] }: IndicatorSummary): string {
  return changes.map(({ validFrom, label }) => ` Since ${formatDay(validFrom)} measured as “${label}”.`).join('');
}

function indicatorItem(indicator: IndicatorSummary): Markup {
  const { id, name, unit, latest, labels, document } = indicator;
  const linked =
    labels === null
      ? html`<b dir="auto">${name}</b>`
      : html`<a href=${`/indicators/${encodeURIComponent(id)}`} dir="auto">${name}</a>`;
  return html`<li id=${id}>
    <span class="claim-title">${linked}<span class="sub">${documentLink(document ?? undefined, latest.document)}</span></span>
    <span class="claim-reason">${checksOf(indicator)}.${changedWords(indicator)}</span>
    <span class="claim-goal num">${latest.qualifier === 'over' ? 'over ' : ''}${formatQuantity(latest.value, unit)}<span class="sub">${latest.period}</span></span>
  </li>`;
}

function group(id: string, heading: string, meaning: string, indicators: readonly IndicatorSummary[]): Markup {
  if (indicators.length === 0) return null;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${heading} <span class="count">${indicators.length}</span></h2>
    <p class="lead">${meaning}</p>
    <ul class="claims">${indicators.map(indicatorItem)}</ul>
  </section>`;
}

/** Every indicator anything is reported of; those with a monthly series lead to it. */
export function indicatorsPage(report: IndicatorsReport, unconfirmedSince: string | null): string {
  const monthly = report.indicators.filter(({ labels }) => labels !== null);
  const others = report.indicators.filter(({ labels }) => labels === null);
  return renderPage({
    title: `Indicators · ${report.title}`,
    description: `${report.indicators.length} indicators with their newest value; ${monthly.length} of them month by month.`,
    site: report.title,
    stamp: { ...report, dataThrough: null },
    unconfirmedSince,
    json: '/v1/indicators',
    body: html`
      <p class="crumb"><a href="/">All targets</a></p>
      <h1>What is measured</h1>
      <p class="lead">
        ${report.indicators.length} indicators with the newest value known on <time datetime=${report.asOf}>${formatDay(report.asOf)}</time>. The
        same idea under another definition is another indicator: <a href="/variants">definitions side by side</a>.
      </p>
      ${group(
        'monthly',
        'Month by month',
        'Flows: one monthly series each, from every report.',
        monthly.toSorted((a, b) => b.observations - a.observations),
      )}
      ${group(
        'others',
        'Counted on a day',
        'Counts and shares have no months to add up.',
        others.toSorted((a, b) => b.observations - a.observations),
      )}
    `,
  });
}
