import { html, type Markup } from './markup.ts';
import { englishWords, type PageWords, urduWords } from './page-words.ts';

/** What surrounds a page's body, in its language. */
export interface PageChrome {
  readonly dir: 'ltr' | 'rtl';
  readonly words: PageWords;
  readonly skip: string;
  readonly brand: string;
  /** The other language by its own name. */
  readonly other: { readonly language: PageWords['language']; readonly dir: 'ltr' | 'rtl'; readonly name: string };
  /** Said while the store does not answer, since an instant in UTC. */
  readonly stale: (since: Markup) => Markup;
  readonly asOf: (asOf: string, dataThrough: string | null, runId: string) => Markup;
  readonly json: string;
  readonly permalink: string;
  readonly about: Markup;
}

const english: PageChrome = {
  dir: 'ltr',
  words: englishWords,
  skip: 'Skip to the content',
  brand: 'Hadaf',
  other: { language: 'ur', dir: 'rtl', name: 'اردو' },
  stale: (since) =>
    html`The database has not answered since ${since}. This is the last published run; there may be a newer one.`,
  asOf: (asOf, dataThrough, runId) =>
    html`As known on ${englishWords.day(asOf)}${dataThrough && html`, data through ${englishWords.day(dataThrough)}`}. Run <code>${runId}</code>.`,
  json: 'This page as JSON',
  permalink: 'Permalink to this day',
  about: html`Hadaf (<span lang="ur" dir="rtl">ہدف</span>, “target”) keeps public targets honest. It publishes what it knew,
    when it knew it, and how far off it was.`,
};

const inUrdu = urduWords();

const urdu: PageChrome = {
  dir: 'rtl',
  words: inUrdu,
  skip: 'متن پر جائیں',
  brand: 'ہدف',
  other: { language: 'en', dir: 'ltr', name: 'English' },
  stale: (since) => html`${since} سے ڈیٹا بیس جواب نہیں دے رہا۔ یہ آخری شائع شدہ رن ہے؛ اس سے نیا موجود ہو سکتا ہے۔`,
  asOf: (asOf, dataThrough, runId) =>
    html`${inUrdu.day(asOf)} تک معلوم اعداد و شمار${
      dataThrough && html`، آخری قدر ${inUrdu.day(dataThrough)} تک کی`
    }۔ رن <code dir="ltr">${runId}</code>۔`,
  json: 'یہی صفحہ JSON میں',
  permalink: 'اس دن کا مستقل پتہ',
  about: 'ہدف عوامی اہداف کو پرکھتا ہے: کیا معلوم تھا، کب معلوم تھا، اور اندازہ کتنا درست نکلا۔',
};

export const chromeOf: Readonly<Record<PageWords['language'], PageChrome>> = { en: english, ur: urdu };
