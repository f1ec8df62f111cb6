import { formatDay } from './day.ts';
import { html, type Markup } from './markup.ts';
import { day } from './urdu/urdu-reader.ts';

/** What surrounds a page's body, in its language. */
export interface PageChrome {
  readonly dir: 'ltr' | 'rtl';
  readonly skip: string;
  readonly brand: string;
  /** Said while the store does not answer, since an instant in UTC. */
  readonly stale: (since: Markup) => Markup;
  readonly asOf: (asOf: string, dataThrough: string | null, runId: string) => Markup;
  readonly json: string;
  readonly permalink: string;
  readonly about: Markup;
}

const english: PageChrome = {
  dir: 'ltr',
  skip: 'Skip to the content',
  brand: 'Hadaf',
  stale: (since) =>
    html`The database has not answered since ${since}. This is the last published run; there may be a newer one.`,
  asOf: (asOf, dataThrough, runId) =>
    html`As known on <time datetime=${asOf}>${formatDay(asOf)}</time>${
      dataThrough && html`, data through <time datetime=${dataThrough}>${formatDay(dataThrough)}</time>`
    }. Run <code>${runId}</code>.`,
  json: 'This page as JSON',
  permalink: 'Permalink to this day',
  about: html`Hadaf (<span lang="ur" dir="rtl">ہدف</span>, “target”) keeps public targets honest. It publishes what it knew,
    when it knew it, and how far off it was.`,
};

const urdu: PageChrome = {
  dir: 'rtl',
  skip: 'متن پر جائیں',
  brand: 'ہدف',
  stale: (since) => html`${since} سے ڈیٹا بیس جواب نہیں دے رہا۔ یہ آخری شائع شدہ رن ہے؛ اس سے نیا موجود ہو سکتا ہے۔`,
  asOf: (asOf, dataThrough, runId) =>
    html`${day(asOf)} تک معلوم اعداد و شمار${
      dataThrough && html`، آخری قدر ${day(dataThrough)} تک کی`
    }۔ رن <code dir="ltr">${runId}</code>۔`,
  json: 'یہی صفحہ JSON میں',
  permalink: 'اس دن کا مستقل پتہ',
  about: 'ہدف عوامی اہداف کو پرکھتا ہے: کیا معلوم تھا، کب معلوم تھا، اور اندازہ کتنا درست نکلا۔',
};

export const chromeOf: Readonly<Record<'en' | 'ur', PageChrome>> = { en: english, ur: urdu };
