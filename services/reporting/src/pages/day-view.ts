import { render } from 'preact-render-to-string';
import type { DayStamp } from '../published/days.ts';
import { html, type Markup } from './markup.ts';
import { englishWords, urduWords } from './page-words.ts';

const { day } = englishWords;
const { day: urduDay } = urduWords();

/** Ids named where run and replay differ; more are counted. */
const idsShown = 12;

/** The ids, few enough for a sentence and for a header line. */
export function idsOf(differing: readonly string[]): string {
  const left = differing.length - idsShown;
  return `${differing.slice(0, idsShown).join(', ')}${left > 0 ? ` +${left}` : ''}`;
}

function agreement({ comparison }: DayStamp): string {
  if (comparison === null) return '';
  const { targets, differing } = comparison;
  if (differing.length === 0) return ` Run and replay agree on every figure of its ${targets} targets.`;
  return ` Run and replay differ on ${differing.length} of ${targets} targets: ${idsOf(differing)}.`;
}

function urduAgreement({ comparison }: DayStamp): string {
  if (comparison === null) return '';
  const { targets, differing } = comparison;
  if (differing.length === 0) return ` رن اور دوبارہ حساب اس کے تمام ${targets} اہداف پر متفق ہیں۔`;
  return ` رن اور دوبارہ حساب میں ${targets} میں سے ${differing.length} اہداف پر فرق ہے: ${idsOf(differing)}۔`;
}

const nameOf = ({ runId, codeVersion }: DayStamp): Markup =>
  html`<code dir="ltr">${runId}</code>${codeVersion && html`, <code dir="ltr">${codeVersion.slice(0, 8)}</code>`}`;

function banner(stamp: DayStamp): Markup {
  const { kind, asOf, knownOn, madeAt, hasOther } = stamp;
  const made = day(madeAt.slice(0, 10));
  const since =
    knownOn === asOf ? html`As known on ${day(asOf)}` : html`As shown on ${day(asOf)}: as known on ${day(knownOn)}`;
  const how =
    kind === 'published'
      ? html`${since}, as published on ${made}`
      : html`As known on ${day(asOf)}, replayed on ${made} by today’s code: this is what it would have said, not what was said`;
  const other =
    kind === 'published'
      ? html`<a href=${`?as_of=${asOf}&replay=1`}>Replayed by today’s code</a> · `
      : hasOther && html`<a href=${`?as_of=${asOf}`}>As published</a> · `;
  return html`<p class="notice" role="status">
    ${how} (${nameOf(stamp)}).${agreement(stamp)} ${other}<a href="?">The present page</a>
  </p>`;
}

function urduBanner(stamp: DayStamp): Markup {
  const { kind, asOf, knownOn, madeAt, hasOther } = stamp;
  const made = urduDay(madeAt.slice(0, 10));
  const since =
    knownOn === asOf
      ? html`${urduDay(asOf)} تک معلوم`
      : html`${urduDay(asOf)} کو دکھایا گیا: ${urduDay(knownOn)} تک معلوم`;
  const how =
    kind === 'published'
      ? html`${since}، ${made} کو شائع شدہ`
      : html`${urduDay(asOf)} تک معلوم، ${made} کو آج کے کوڈ سے دوبارہ حساب کردہ: یہ وہ ہے جو کہا جاتا، وہ نہیں جو کہا گیا`;
  const other =
    kind === 'published'
      ? html`<a href=${`?as_of=${asOf}&replay=1`}>آج کے کوڈ سے دوبارہ حساب</a> · `
      : hasOther && html`<a href=${`?as_of=${asOf}`}>جیسا شائع ہوا</a> · `;
  return html`<p class="notice" role="status">
    ${how} (${nameOf(stamp)})۔${urduAgreement(stamp)} ${other}<a href="?">موجودہ صفحہ</a>
  </p>`;
}

/** Addresses that are the same on every day. */
const timeless = new Set(['/style.css', '/icon.svg', '/v1/openapi.json']);

/**
 * A finished page as the view of a day: it says so at its head, and its links stay on that day. Every text of a page is
 * escaped, so that `href="/` stands in markup only.
 */
export function dayView(page: string, stamp: DayStamp | null): string {
  if (stamp === null) return page;
  const said = page.includes('<html lang="ur"') ? urduBanner(stamp) : banner(stamp);
  const query = stamp.query.replaceAll('&', '&amp;');
  const onDay = page.replaceAll(
    /href="(\/[^"?#]*)(\?[^"#]*)?(#[^"]*)?"/g,
    (link, path: string, own = '', anchor = '') => {
      if (timeless.has(path) || own.includes('as_of=')) return link;
      return `href="${path}${own === '' ? '?' : `${own}&amp;`}${query}${anchor}"`;
    },
  );
  return onDay.replace('<main id="main"', () => `${render(html`<div>${said}</div>`)}<main id="main"`);
}
