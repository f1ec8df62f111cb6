import type { IndicatorReport } from '@hadaf/engine';
import { counted, formatQuantity } from '@hadaf/series';
import { formatDay } from './day.ts';
import { definitionVersions } from './definition-versions.ts';
import { renderPage } from './document.ts';
import { conflictSections, yearsSection } from './indicator-checks.ts';
import { monthsFigure, monthsSection } from './indicator-months.ts';
import { html, type Markup } from './markup.ts';

function key(label: string, value: string, note: string): Markup {
  return html`<div><dt>${label}</dt><dd><span class="big">${value}</span><span class="sub">${note}</span></dd></div>`;
}

function keyNumbers({ months, years, conflicts, indicator }: IndicatorReport): Markup {
  const latest = months.findLast(({ value }) => value !== null);
  const count = (label: string) => months.filter((month) => month.label === label).length;
  const within = years.filter(({ isWithinPrint }) => isWithinPrint).length;
  return html`<dl class="keys">
    ${latest && key('Latest month', formatQuantity(Number((latest.value ?? Number.NaN).toFixed(1)), indicator.unit), `${latest.period}, ${latest.label}`)}
    ${key('Months', String(months.length), `${count('reported')} reported, ${count('derived')} derived, ${count('estimated')} estimated`)}
    ${years.length > 0 && key('Years met', `${within} of ${years.length}`, 'twelve months against the published total')}
    ${key('Disagreements', String(conflicts.length), 'among the reports, all kinds')}
  </dl>`;
}

function relatedLinks({ targets, indicator }: IndicatorReport, idea: string | null): Markup {
  const measured = targets.map(
    ({ targetId, title }) =>
      html`<li><a href=${`/targets/${encodeURIComponent(targetId)}`} dir="auto">${title}</a></li>`,
  );
  return html`${
    indicator.variantOf &&
    html`<p class="lead">Another definition of <a href=${`/indicators/${encodeURIComponent(indicator.variantOf)}`}><code>${indicator.variantOf}</code></a>; nothing joins the two.</p>`
  }${
    idea !== null &&
    html`<p class="lead"><a href=${`/variants/${encodeURIComponent(idea)}`}>Its definitions side by side</a>.</p>`
  }${
    measured.length > 0 &&
    html`<details><summary>Measures ${measured.length} ${measured.length === 1 ? 'target' : 'targets'}</summary><ul class="caveats">${measured}</ul></details>`
  }`;
}

/**
 * One indicator month by month: chart, months with what they rest on, years against them, disagreements.
 *
 * @param idea  the indicator whose definitions, this one among them, stand side by side; null where it has one alone
 */
export function indicatorPage(report: IndicatorReport, unconfirmedSince: string | null, idea: string | null): string {
  const { indicator, asOf, title } = report;
  return renderPage({
    title: `${indicator.name} by month · ${title}`,
    description: `${indicator.name}: ${counted(report.months.length, 'month')}, each with the reports it rests on.`,
    site: title,
    stamp: report,
    unconfirmedSince,
    json: `/v1/indicators/${encodeURIComponent(indicator.id)}`,
    body: html`<article>
      <p class="crumb"><a href="/">All targets</a> · <a href="/indicators">All indicators</a></p>
      <h1 dir="auto">${indicator.name}, month by month</h1>
      <p class="lead"><span dir="auto">${indicator.changes?.at(-1)?.definition ?? indicator.definition}</span> In ${indicator.unit}; one series from every report known on <time datetime=${asOf}>${formatDay(asOf)}</time>.</p>
      ${relatedLinks(report, idea)}
      ${keyNumbers(report)}
      ${definitionVersions(indicator)}
      <section aria-labelledby="chart">
        <h2 id="chart">The series</h2>
        ${monthsFigure(report) ?? html`<p class="lead">Fewer than two months are known.</p>`}
      </section>
      ${yearsSection(report)}
      ${conflictSections(report)}
      ${monthsSection(report)}
    </article>`,
  });
}
