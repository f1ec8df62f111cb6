import { renderPage } from './document.ts';
import { html, type Markup } from './markup.ts';
import { type PageWords, wordsIn } from './page-words.ts';

function waiting(since: string, { say }: PageWords): Markup {
  return html`<p class="notice" role="status">
    ${say('No worker has taken it up since')} <time datetime=${since} dir="ltr">${since.slice(0, 19).replace('T', ' ')} UTC</time>${say(':')}
    ${say('all are busy, or none runs. The question is kept, and answered once one is free; what is published stands as it is.')}
  </p>`;
}

interface Waiting {
  /** The instant since which no worker took it up; null where none is missing. */
  readonly waitingSince?: string | null;
  readonly language?: PageWords['language'];
}

/** What a person sees while a worker computes: the answer comes by itself, without a script. */
export function pendingPage(what: string, { waitingSince = null, language = 'en' }: Waiting = {}): string {
  const words = wordsIn(language);
  const { say, text, at } = words;
  return renderPage({
    language,
    title: text('Being computed · Hadaf'),
    description: text(`Hadaf computes ${what}`),
    site: '',
    stamp: null,
    unconfirmedSince: null,
    json: null,
    body: html`<h1>${say('Being computed')}</h1>
      <p class="lead" role="status">
        ${say(`Nobody has asked for this before: ${what}, worked out anew by today’s code.`)}${' '}
        ${say('It takes some seconds; this page looks again every two seconds by itself, and the next reader gets the answer at once.')}
      </p>
      ${waitingSince && waiting(waitingSince, words)}
      <p><a href=${at('/')}>${say('All targets as published')}</a></p>`,
  });
}
