import type { SourceDocument } from '@hadaf/series';
import { formatDay } from './day.ts';
import { html, type Markup } from './markup.ts';
import { isWebAddress } from './sources.ts';

/** A document by its publisher and day, as a link where it has an address. */
export function documentLink(document: SourceDocument | undefined, id: string): Markup {
  if (!document) return html`<bdi>${id}</bdi>`;
  const { title, publisher, url, publishedOn } = document;
  const name = title === publisher ? publisher : `${title}, ${publisher}`;
  const link = isWebAddress(url)
    ? html`<a href=${url} rel="noreferrer external" dir="auto">${name}</a>`
    : html`<span dir="auto">${name}</span>`;
  return html`${link}${publishedOn ? html`, <time datetime=${publishedOn}>${formatDay(publishedOn)}</time>` : ', undated'}`;
}
