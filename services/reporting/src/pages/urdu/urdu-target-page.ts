import type { Citation, TargetReport } from '@hadaf/engine';
import { renderPage } from '../document.ts';
import { html, type Markup } from '../markup.ts';
import { isWebAddress, SourceList } from '../sources.ts';
import { urduClaimCard, urduHistorySection, urduRecordSection } from './urdu-claims.ts';
import { urduExplanationSection, urduFigures, urduKeyNumbers } from './urdu-figures.ts';
import { urduMatrixSection } from './urdu-matrix.ts';
import { day, type Reader, readerOf } from './urdu-reader.ts';
import { urduStanding } from './urdu-status.ts';

function verdict(report: TargetReport, read: Reader): Markup {
  const english = `/targets/${encodeURIComponent(report.targetId)}`;
  return html`<header class="verdict">
    <p class="crumb"><a href=${english} lang="en" hreflang="en" dir="ltr">English, with the charts</a></p>
    <h1>${read(report.title)}</h1>
    <p class="standing">${urduStanding(report)}</p>
    <p class="sentence">${read(report.verdict)}</p>
    ${report.staleness && html`<p class="staleness">${read(report.staleness)}</p>`}
    ${urduKeyNumbers(report, read)}
  </header>`;
}

function caveatsSection({ caveats }: TargetReport, read: Reader): Markup {
  if (caveats.length === 0) return null;
  return html`<section aria-labelledby="caveats">
    <h2 id="caveats">احتیاط</h2>
    <ul class="caveats">${caveats.map((caveat) => html`<li>${read(caveat)}</li>`)}</ul>
  </section>`;
}

function sourceItem({ publisher, agency, url, publishedOn, knownBy }: Citation, index: number): Markup {
  const name = publisher || agency || url;
  return html`<li class="source" id=${`source-${index + 1}`}>
    <span lang="en" dir="ltr">${isWebAddress(url) ? html`<a href=${url} rel="noreferrer external">${name}</a>` : name}</span>${'، '}
    <span class="sub-inline">${publishedOn ? html`اشاعت ${day(publishedOn)}` : html`بلا تاریخ؛ ${day(knownBy)} تک منظرِ عام پر`}</span>
  </li>`;
}

function sourcesSection({ citations }: SourceList): Markup {
  if (citations.length === 0) return null;
  return html`<section class="sources" aria-labelledby="sources">
    <h2 id="sources">ماخذ <span class="count">${citations.length}</span></h2>
    <ol>${citations.map(sourceItem)}</ol>
  </section>`;
}

/**
 * One target in Urdu, from the document of the English page: the same run, the same digits. What the sources say in their
 * own words stays in them; charts are on the English page.
 */
export function urduTargetPage(report: TargetReport, unconfirmedSince: string | null): string {
  const read = readerOf(report);
  const sources = new SourceList(report);
  const title = report.urdu[report.title] ?? report.title;
  return renderPage({
    language: 'ur',
    title: `${title} · ہدف`,
    description: report.verdictUrdu,
    site: '',
    stamp: report,
    unconfirmedSince,
    json: `/v1/targets/${encodeURIComponent(report.targetId)}`,
    body: html`<article>
      ${verdict(report, read)}
      ${urduClaimCard(report, read)}
      ${urduHistorySection(report, read, sources)}
      ${urduFigures({ id: 'numbers', heading: 'اعداد' }, report.figures, read, sources)}
      ${urduFigures({ id: 'this-year', heading: 'جاری سال' }, report.yearInProgress, read, sources)}
      ${urduMatrixSection(report, read)}
      ${urduRecordSection(report, read)}
      ${urduFigures({ id: 'takes', heading: 'برابر امکان کے لیے کیا درکار ہے' }, report.whatItTakes, read, sources)}
      ${urduExplanationSection(report, read, sources)}
      ${caveatsSection(report, read)}
      ${sourcesSection(sources)}
    </article>`,
  });
}
