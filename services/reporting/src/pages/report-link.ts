import type { IndicatorReport, ReportRow } from '@hadaf/engine';
import { formatDay } from './day.ts';
import { html, type Markup } from './markup.ts';
import { isWebAddress } from './sources.ts';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** A number as it was printed: `over 3,000`, `3,800 ± 50`. */
export function printed({ value, halfWidth, qualifier }: Pick<ReportRow, 'value' | 'halfWidth' | 'qualifier'>): string {
  const over = qualifier === 'over' ? 'over ' : '';
  return `${over}${grouped.format(value)}${halfWidth > 0 ? ` ± ${grouped.format(halfWidth)}` : ''}`;
}

/** Who printed a value, on which page, and when it was public: `Profit, 6 Jan 2026`. */
export function reportLink(
  report: Pick<ReportRow, 'document' | 'agency' | 'knownBy'>,
  documents: IndicatorReport['documents'],
): Markup {
  const document = documents[report.document];
  const name = document?.publisher || report.agency || report.document;
  const day = document?.publishedOn ?? null;
  const when =
    day === null
      ? html`undated, public by <time datetime=${report.knownBy}>${formatDay(report.knownBy)}</time>`
      : html`<time datetime=${day}>${formatDay(day)}</time>`;
  const link =
    document && isWebAddress(document.url)
      ? html`<a href=${document.url} rel="noreferrer external" dir="auto" title=${document.title}>${name}</a>`
      : html`<bdi>${name}</bdi>`;
  return html`${link}, ${when}`;
}
