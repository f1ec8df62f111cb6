import { type ChartWords, english as englishChart } from '@hadaf/charts';
import { isolated, urduSpeaker } from '@hadaf/targets';
import { formatDay, withDays } from './day.ts';
import { html, type Markup } from './markup.ts';

/**
 * The language of a page. Templates are written once, in English, and say every text of theirs and of a report through it:
 * what a page says in Urdu is a function of what it says in English, digits and all.
 */
export interface PageWords {
  readonly language: 'en' | 'ur';
  /** Of an element that may hold words of either direction; null where foreign words are marked one by one. */
  readonly dir: 'auto' | null;
  /** A text of the product or of a report; what has no translation stands in the original, marked as such. */
  readonly say: (english: string) => Markup;
  /** The same as characters alone, for attributes. */
  readonly text: (english: string) => string;
  /** The words of a source, which nobody translates. */
  readonly quote: (words: string) => Markup;
  readonly day: (iso: string) => Markup;
  /** The address of the same page in this language; pages in English alone keep theirs. */
  readonly at: (address: string) => string;
  readonly chart: ChartWords;
}

export const englishWords: PageWords = {
  language: 'en',
  dir: 'auto',
  say: withDays,
  text: withDays,
  quote: (words) => words,
  day: (iso) => html`<time datetime=${iso}>${formatDay(iso)}</time>`,
  at: (address) => address,
  chart: englishChart,
};

const speak = urduSpeaker();
const arabicLetter = /[\u0600-\u06ff]/;

/** An English text in Urdu where it has one. */
export const inUrdu = (english: string): string | null => speak(english);

const isTranslated = (path: string): boolean => path === '/' || path.startsWith('/targets/');

/**
 * @param known  the Urdu a report was published with, by its English; what it lacks is said anew
 */
export function urduWords(known: Readonly<Record<string, string>> = {}): PageWords {
  const urduOf = (english: string): string | null => known[english] ?? inUrdu(english);
  const text = (english: string) => urduOf(english) ?? isolated(withDays(english));
  const sayOnce = (words: string) => (arabicLetter.test(words) ? words : text(words));
  return {
    language: 'ur',
    dir: null,
    say: (english) => urduOf(english) ?? html`<span class="original" lang="en" dir="auto">${withDays(english)}</span>`,
    text,
    quote: (words) => (words === '' ? '' : html`<span class="original" lang="en" dir="auto">${words}</span>`),
    day: (iso) => html`<time datetime=${iso}>${text(formatDay(iso))}</time>`,
    at: (address) => (isTranslated(address) ? `/ur${address === '/' ? '' : address}` : address),
    chart: { say: sayOnce, direction: 'rtl', letterWidth: 5.4, lineHeight: 26, tickWidth: 78 },
  };
}

const urdu = urduWords();

/** The language of a page that shows no report. */
export const wordsIn = (language: PageWords['language']): PageWords => (language === 'ur' ? urdu : englishWords);

/** The language of a report's page with what the report knows in it. */
export const wordsOf = (
  language: PageWords['language'],
  { urdu }: { readonly urdu: Readonly<Record<string, string>> },
) => (language === 'ur' ? urduWords(urdu) : englishWords);
