import type { IsoDate } from '@hadaf/series';
import { render } from 'preact-render-to-string';
import { html, type Markup } from './markup.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { PageWords } from './page-words.ts';

/** The run a page was made from: every page says how old its knowledge is. */
interface RunStamp {
  readonly runId: string;
  readonly asOf: IsoDate;
  readonly dataThrough: IsoDate | null;
}

interface Page {
  /** English where nothing is said. */
  readonly language?: PageWords['language'];
  /** The English address of a page that is there in both languages; none where it is in English alone. */
  readonly address?: string;
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

function staleNotice(since: string, { stale }: PageChrome): Markup {
  return html`<p class="notice" role="status">
    ${stale(html`<time datetime=${since} dir="ltr">${since.slice(0, 16).replace('T', ' ')} UTC</time>`)}
  </p>`;
}

/** The same page in each language, for those who look for one. */
function alternates({ address }: Page): Markup {
  if (address === undefined) return null;
  return (['en', 'ur'] as const).map(
    (language) => html`<link rel="alternate" hreflang=${language} href=${chromeOf[language].words.at(address)} />`,
  );
}

/** To the same page in the other language; from a page in English alone to the index in it. */
function languageSwitch({ address = '/' }: Page, { other: { language, dir, name } }: PageChrome): Markup {
  const { words } = chromeOf[language];
  return html`<a class="tongue" href=${words.at(address)} lang=${language} hreflang=${language} dir=${dir}>${name}</a>`;
}

function footer({ stamp, json }: Page, chrome: PageChrome): Markup {
  return html`<footer class="foot">
    ${
      stamp &&
      html`<p>
        ${chrome.asOf(stamp.asOf, stamp.dataThrough, stamp.runId)} <a href=${`?as_of=${stamp.asOf}`}>${chrome.permalink}</a>
      </p>`
    }
    <p>${json && html`<a href=${json}>${chrome.json}</a> · `}<a href="/v1/openapi.json">API</a> · ${chrome.about}</p>
  </footer>`;
}

/** A whole HTML document: no script, one stylesheet, readable without either. */
export function renderPage(page: Page): string {
  const language = page.language ?? 'en';
  const chrome = chromeOf[language];
  const tree = html`<html lang=${language} dir=${chrome.dir}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content=${page.description} />
      <title>${page.title}</title>
      <link rel="stylesheet" href="/style.css" />
      ${alternates(page)}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#main">${chrome.skip}</a>
      <header class="head">
        <a class="brand" href=${chrome.words.at('/')}><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"
          ><circle cx="10" cy="10" r="8.5" /><circle cx="10" cy="10" r="4.5" /><circle class="bull" cx="10" cy="10" r="1.5" /></svg
        >${chrome.brand}</a>
        <span class="site" dir="auto">${page.site}</span>
        ${languageSwitch(page, chrome)}
      </header>
      ${page.unconfirmedSince && staleNotice(page.unconfirmedSince, chrome)}
      <main id="main">${page.body}</main>
      ${footer(page, chrome)}
    </body>
  </html>`;
  return `<!doctype html>\n${render(tree)}\n`;
}
