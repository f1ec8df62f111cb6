import { render } from 'preact-render-to-string';
import type { DayStamp } from '../published/days.ts';
import { html, type Markup } from './markup.ts';
import { englishWords, urduWords } from './page-words.ts';

const { day } = englishWords;
const { day: urduDay } = urduWords();

function banner({ kind, asOf, madeAt, runId }: DayStamp): Markup {
  const made = day(madeAt.slice(0, 10));
  const how =
    kind === 'published'
      ? html`as published on ${made}`
      : html`replayed on ${made} by today’s code: this is what it would have said, not what was said`;
  return html`<p class="notice" role="status">
    As known on ${day(asOf)}, ${how} (<code>${runId}</code>). <a href="/">The present page</a>
  </p>`;
}

function urduBanner({ kind, asOf, madeAt, runId }: DayStamp): Markup {
  const made = urduDay(madeAt.slice(0, 10));
  const how = kind === 'published' ? html`${made} کو شائع شدہ` : html`${made} کو آج کے کوڈ سے دوبارہ حساب کردہ`;
  return html`<p class="notice" role="status">
    ${urduDay(asOf)} تک معلوم، ${how} (<code dir="ltr">${runId}</code>)۔ <a href="/ur">موجودہ صفحہ</a>
  </p>`;
}

/** Addresses that are the same on every day, and the record, which a day without a run has none of. */
const timeless = new Set(['/style.css', '/icon.svg', '/v1/openapi.json', '/track-record', '/v1/track-record']);

/**
 * A finished page as the view of a day: it says so at its head, and its links stay on that day. Every text of a page is
 * escaped, so that `href="/` stands in markup only.
 */
export function dayView(page: string, stamp: DayStamp | null): string {
  if (stamp === null) return page;
  const said = page.includes('<html lang="ur"') ? urduBanner(stamp) : banner(stamp);
  const onDay = page.replaceAll(
    /href="(\/[^"?#]*)(\?[^"#]*)?(#[^"]*)?"/g,
    (link, path: string, query = '', anchor = '') => {
      if (timeless.has(path) || query.includes('as_of=')) return link;
      return `href="${path}${query === '' ? '?' : `${query}&amp;`}as_of=${stamp.asOf}${anchor}"`;
    },
  );
  return onDay.replace('<main id="main"', () => `${render(html`<div>${said}</div>`)}<main id="main"`);
}
