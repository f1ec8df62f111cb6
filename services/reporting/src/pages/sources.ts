import type { Citation, Figure, TargetReport } from '@hadaf/engine';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';

const keyOf = (citation: Citation) =>
  [citation.url, citation.publisher, citation.agency, citation.publishedOn].join('\n');

/** Every source of a page once, numbered in the order of first use. */
export class SourceList {
  readonly #numbers = new Map<string, number>();
  readonly #citations: Citation[] = [];
  readonly #agencies: Readonly<Record<string, string>>;

  constructor(report: TargetReport) {
    this.#agencies = report.agencies ?? {};
    const asked = report.scenarios;
    const cited = [
      report.latest,
      ...report.figures,
      ...report.endedYear,
      report.endedYearToDate,
      ...report.yearInProgress,
      report.yearToDate,
      ...(report.matrix?.definitions ?? []),
      ...asked,
      ...report.explanation.flatMap((step) => [step, ...step.inputs]),
    ];
    const told = [...report.claimHistory, ...report.trackRecord].map(({ citation }) => citation);
    const shown = [...report.citations, ...cited.flatMap((one) => one?.citations ?? []), ...told];
    for (const citation of shown) this.#add(citation);
  }

  #add(citation: Citation): void {
    const key = keyOf(citation);
    if (this.#numbers.has(key)) return;
    this.#citations.push(citation);
    this.#numbers.set(key, this.#citations.length);
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /** Whose number it is: as the page names the agency, with its full name where that is another. */
  agencyWords({ agency }: Citation): string {
    const name = this.#agencies[agency];
    return name === undefined ? agency : `${agency} (${name})`;
  }

  /** The numbers of a figure's sources, ascending. */
  numbersOf(citations: readonly Citation[]): number[] {
    const numbers = citations.flatMap((citation) => this.#numbers.get(keyOf(citation)) ?? []);
    return [...new Set(numbers)].sort((a, b) => a - b);
  }
}

/** More references than this behind one number say less than the count of them. */
const shownReferences = 3;

/** Links from a number to its sources: `[1] [4] [5] + 12`. */
export function references({ citations }: Pick<Figure, 'citations'>, sources: SourceList, { text }: PageWords): Markup {
  const numbers = sources.numbersOf(citations);
  if (numbers.length === 0) return null;
  const more = numbers.length - shownReferences;
  return html`<span class="refs"
    >${numbers
      .slice(0, shownReferences)
      .map((n) => html`<a href=${`#source-${n}`} aria-label=${text(`Source ${n}`)}>[${n}]</a>`)}${
      more > 0 &&
      html`<a href="#sources" aria-label=${text(more === 1 ? 'and 1 more source' : `and ${more} more sources`)}>+${more}</a>`
    }</span
  >`;
}

/** Only web addresses become links: a pack may hold anything. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol);
}

/** The day a page was printed on, or by which it was public, and why that day. */
function publishedWords({ publishedOn, knownBy, knownByBasis }: Citation, { say, day }: PageWords): Markup {
  if (publishedOn) return html`${say('Published')} ${day(publishedOn)}${say('.')}`;
  return html`${say('Undated; public by')} ${day(knownBy)} ${say('at the latest')} (${say(knownByBasis)})${say('.')}`;
}

function sourceItem(citation: Citation, index: number, sources: SourceList, words: PageWords): Markup {
  const { publisher, agency, url } = citation;
  const name = publisher || agency || url;
  return html`<li class="source" id=${`source-${index + 1}`}>
    ${isWebAddress(url) ? html`<a href=${url} rel="noreferrer external" dir="auto">${name}</a>` : html`<bdi>${name}</bdi>`}${
      agency && agency !== publisher && html`${words.say(',')} <bdi>${sources.agencyWords(citation)}</bdi>`
    }${words.say('.')}${' '}
    <span class="sub-inline">${publishedWords(citation, words)}</span>
  </li>`;
}

export function sourcesSection(sources: SourceList, words: PageWords): Markup {
  if (sources.citations.length === 0) return null;
  return html`<section class="sources" aria-labelledby="sources">
    <h2 id="sources">${words.say('Sources')} <span class="count">${sources.citations.length}</span></h2>
    <ol>
      ${sources.citations.map((citation, i) => sourceItem(citation, i, sources, words))}
    </ol>
  </section>`;
}
