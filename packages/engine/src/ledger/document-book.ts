import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { IsoDate, SourceDocument } from '@hadaf/series';

/** A page that states a value, as whoever enters the value names it. */
export interface Source {
  readonly url: string;
  readonly publisher: string;
  readonly publishedOn: IsoDate | null;
}

/** A file that names more pages than this is not a table of reports. */
const mostNewDocuments = 10_000;
const slugCharacters = 40;

function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug.slice(0, slugCharacters) || 'page';
}

function keyOf({ url, publishedOn }: Pick<Source, 'url' | 'publishedOn'>): string {
  return `${publishedOn ?? ''} ${url}`;
}

/** A text of its own: a part of a larger one keeps all of that in memory, and a file brings 10,000 pages. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

/** The documents on record, and those that new values bring. A page on record keeps its id. */
export class DocumentBook {
  readonly #byId: Map<string, SourceDocument>;
  readonly #byPage: Map<string, SourceDocument>;
  readonly #added: SourceDocument[] = [];

  constructor(documents: readonly SourceDocument[]) {
    this.#byId = new Map(documents.map((document) => [document.id, document]));
    this.#byPage = new Map(documents.map((document) => [keyOf(document), document]));
  }

  find(id: string): SourceDocument | undefined {
    return this.#byId.get(id);
  }

  /** The document of a page, made where it is not on record; null where the book is full. */
  enter(source: Source): SourceDocument | null {
    const key = keyOf(source);
    const found = this.#byPage.get(key);
    if (found) return found;
    if (this.#added.length >= mostNewDocuments) return null;
    const { publishedOn } = source;
    const [url, publisher] = [ownCopy(source.url), ownCopy(source.publisher)];
    const digest = createHash('sha256').update(key).digest('hex').slice(0, 8);
    const id = `${slugOf(publisher)}-${publishedOn ?? 'undated'}-${digest}`;
    const document: SourceDocument = { id, title: publisher, publisher, url, publishedOn };
    this.#byId.set(id, document);
    this.#byPage.set(ownCopy(key), document);
    this.#added.push(document);
    return document;
  }

  /** What was not on record. */
  get added(): readonly SourceDocument[] {
    return this.#added;
  }
}
