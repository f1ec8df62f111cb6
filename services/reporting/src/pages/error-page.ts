import { renderPage } from './document.ts';
import { html } from './markup.ts';
import { type PageWords, wordsIn } from './page-words.ts';

/** What a person sees where a page should be. The words come from the code table's door, never from an exception. */
export function errorPage(
  status: number,
  title: string,
  detail: string,
  language: PageWords['language'] = 'en',
): string {
  const { say, text, at, dir } = wordsIn(language);
  return renderPage({
    language,
    title: text(`${title} · Hadaf`),
    description: text(title),
    site: '',
    stamp: null,
    unconfirmedSince: null,
    json: null,
    body: html`<h1>${say(title)}</h1>
      <p class="lead" dir=${dir}>${say(detail)}</p>
      <p><a href=${at('/')}>${say('All targets')}</a> <span class="sub">${say(`Status ${status}`)}</span></p>`,
  });
}
