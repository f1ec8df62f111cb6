import { renderPage } from './document.ts';
import { html } from './markup.ts';

/** What a person sees where a page should be. The words come from the code table's door, never from an exception. */
export function errorPage(status: number, title: string, detail: string): string {
  return renderPage({
    title: `${title} · Hadaf`,
    description: title,
    site: '',
    stamp: null,
    unconfirmedSince: null,
    json: null,
    body: html`<h1>${title}</h1>
      <p class="lead" dir="auto">${detail}</p>
      <p><a href="/">All targets</a> <span class="sub">Status ${status}</span></p>`,
  });
}
