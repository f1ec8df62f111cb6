import { withDays } from './day.ts';
import { renderPage } from './document.ts';
import { html } from './markup.ts';

/** What a person sees while a worker computes: the answer comes by itself, without a script. */
export function pendingPage(what: string): string {
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
      <p><a href="/">All targets as published</a></p>`,
  });
}
