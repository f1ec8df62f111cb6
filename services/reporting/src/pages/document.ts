import type { IsoDate } from '@hadaf/series';
import { render } from 'preact-render-to-string';
import { formatDay } from './day.ts';
import { html, type Markup } from './markup.ts';

/** The run a page was made from: every page says how old its knowledge is. */
interface RunStamp {
  readonly runId: string;
  readonly asOf: IsoDate;
  readonly dataThrough: IsoDate | null;
}

interface Page {
  readonly title: string;
  readonly description: string;
  readonly site: string;
  /** Null on a page that shows no run. */
  readonly stamp: RunStamp | null;
  /** Since when the store has not confirmed that this run is the newest; null while it answers. */
  readonly unconfirmedSince: string | null;
  readonly json: string | null;
  readonly body: Markup;
}

function staleNotice(since: string): Markup {
  return html`<p class="notice" role="status">
    The database has not answered since <time datetime=${since}>${since.slice(0, 16).replace('T', ' ')} UTC</time>. This is the
    last published run; there may be a newer one.
  </p>`;
}

function footer({ stamp, json }: Page): Markup {
  return html`<footer class="foot">
    ${
      stamp &&
      html`<p>
        As known on <time datetime=${stamp.asOf}>${formatDay(stamp.asOf)}</time>${
          stamp.dataThrough &&
          html`, data through <time datetime=${stamp.dataThrough}>${formatDay(stamp.dataThrough)}</time>`
        }. Run <code>${stamp.runId}</code>.
      </p>`
    }
    <p>
      ${json && html`<a href=${json}>This page as JSON</a> · `}<a href="/v1/openapi.json">API</a> · Hadaf (<span lang="ur" dir="rtl">ہدف</span>, “target”)
      keeps public targets honest. It publishes what it knew, when it knew it, and how far off it was.
    </p>
  </footer>`;
}

/** A whole HTML document: no script, one stylesheet, readable without either. */
export function renderPage(page: Page): string {
  const tree = html`<html lang="en" dir="ltr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content=${page.description} />
      <title>${page.title}</title>
      <link rel="stylesheet" href="/style.css" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="head">
        <a class="brand" href="/"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"
          ><circle cx="10" cy="10" r="8.5" /><circle cx="10" cy="10" r="4.5" /><circle class="bull" cx="10" cy="10" r="1.5" /></svg
        >Hadaf</a>
        <span class="site" dir="auto">${page.site}</span>
      </header>
      ${page.unconfirmedSince && staleNotice(page.unconfirmedSince)}
      <main id="main">${page.body}</main>
      ${footer(page)}
    </body>
  </html>`;
  return `<!doctype html>\n${render(tree)}\n`;
}
