import { withDays } from './day.ts';
import { renderPage } from './document.ts';
import { html, type Markup } from './markup.ts';

function waiting(since: string): Markup {
  return html`<p class="notice" role="status">
    No worker has taken it up since <time datetime=${since}>${since.slice(0, 19).replace('T', ' ')} UTC</time>: all are busy,
    or none runs. The question is kept, and answered once one is free; what is published stands as it is.
  </p>`;
}

/** What a person sees while a worker computes: the answer comes by itself, without a script. */
export function pendingPage(what: string, waitingSince: string | null = null): string {
  return renderPage({
    title: 'Being computed · Hadaf',
    description: `Hadaf computes ${what}`,
    site: '',
    stamp: null,
    unconfirmedSince: null,
    json: null,
    body: html`<h1>Being computed</h1>
      <p class="lead" role="status">
        Nobody has asked for this before: ${withDays(what)}, worked out anew by today’s code. It takes some seconds; this page
        looks again every two seconds by itself, and the next reader gets the answer at once.
      </p>
      ${waitingSince && waiting(waitingSince)}
      <p><a href="/">All targets as published</a></p>`,
  });
}
