import type { MatrixReport, TargetReport } from '@hadaf/engine';
import { formatProbability } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';
import { statusBadge, statusMark } from './status.ts';

type Cell = MatrixReport['cells'][number];
type Definition = MatrixReport['definitions'][number];
type Method = MatrixReport['methods'][number];

interface Columns {
  readonly windows: readonly number[];
  /** Whether any rule fixes its own window. */
  readonly hasFixed: boolean;
}

/** Best first; what could not be given last. */
const bestFirst = ['achieved', 'on-track', 'at-risk', 'off-track', 'not-assessable', 'not-measurable'] as const;

const isGiven = ({ status }: Cell): boolean => !status.startsWith('not-');

const twoFigures = new Intl.NumberFormat('en', { minimumSignificantDigits: 2, maximumSignificantDigits: 2 });

/** The figure a method laid its bands on, in its own measure. */
function metricWords({ methodId, metric }: Cell, { say }: PageWords): Markup {
  if (metric === null) return null;
  const words = methodId === 'probability' ? formatProbability(metric) : twoFigures.format(metric).replace('-', '−');
  return html` <span class="metric">${say(words)}</span>`;
}

function verdictCell(cell: Cell | undefined, words: PageWords): Markup {
  if (!cell) return html`<td></td>`;
  return html`<td class="verdict-cell" title=${words.text(cell.sentence)}>
    ${isGiven(cell) ? html`${statusMark(cell.status, words)}${metricWords(cell, words)}` : html`<span class="none">–<span class="unseen"> ${words.say(cell.sentence)}</span></span>`}
  </td>`;
}

/** A rule that fixes its own window stands in a column of its own, under no number of years. */
function methodRow(method: Method, cells: readonly Cell[], { windows, hasFixed }: Columns, words: PageWords): Markup {
  const own = cells.filter(({ methodId }) => methodId === method.id);
  const fixed = own.find(({ windowYears }) => windowYears === null);
  return html`<tr>
    <th scope="row">${words.say(method.name)}</th>
    ${
      fixed
        ? html`${windows.length > 0 && html`<td colspan=${windows.length}></td>`}${verdictCell(fixed, words)}`
        : html`${windows.map((years) =>
            verdictCell(
              own.find((cell) => cell.windowYears === years),
              words,
            ),
          )}${hasFixed && html`<td></td>`}`
    }
  </tr>`;
}

const yearsWords = (years: number): string => `${years} ${years === 1 ? 'year' : 'years'}`;

/** All methods on one definition, a column for each window over which anything could be said. */
function definitionTable(matrix: MatrixReport, definition: Definition, sources: SourceList, words: PageWords): Markup {
  const { say, dir } = words;
  const cells = matrix.cells.filter(({ definitionId }) => definitionId === definition.id);
  const windows = matrix.windows.filter((years) => cells.some((cell) => cell.windowYears === years && isGiven(cell)));
  const hasFixed = cells.some(({ windowYears }) => windowYears === null);
  const id = `matrix-${definition.id}`;
  return html`<div>
    <h3 id=${id} dir=${dir}>${say(definition.name)}</h3>
    <p class="sub">
      ${say(definition.isMeasure ? 'The target is assessed on this.' : 'Another definition of the same idea.')} ${references(definition, sources, words)}
    </p>
    <div class="scroll" role="group" aria-labelledby=${id} tabindex="0"><table class="matrix" aria-labelledby=${id}>
      <thead>
        <tr>
          <th scope="col">${say('Method')}</th>
          ${windows.map((years) => html`<th scope="col" class="verdict-cell">${say(yearsWords(years))}</th>`)}
          ${hasFixed && html`<th scope="col" class="verdict-cell">${say('Own window')}</th>`}
        </tr>
      </thead>
      <tbody>
        ${matrix.methods.map((method) => methodRow(method, cells, { windows, hasFixed }, words))}
      </tbody>
    </table></div>
  </div>`;
}

function tally({ cells }: MatrixReport, words: PageWords): Markup {
  const counts = Map.groupBy(cells, ({ status }) => status);
  return html`<ul class="tally" aria-label=${words.text('Verdicts by status')}>
    ${bestFirst
      .filter((status) => counts.has(status))
      .map((status) => html`<li><b>${counts.get(status)?.length}</b>${statusBadge(status, words)}</li>`)}
  </ul>`;
}

function methodReasons(method: Method, matrix: MatrixReport, { say, quote, dir }: PageWords): Markup {
  const own = matrix.cells.filter(({ methodId }) => methodId === method.id);
  const given = own.filter(isGiven);
  const [silent] = own.filter((cell) => !isGiven(cell));
  return html`<div class="method">
    <h3>${say(method.name)} <span class="count">${say(`version ${method.version}${method.variant === 'corrected' ? ', corrected' : ''}`)}</span></h3>
    <p class="sub">${quote(`${method.formula}. ${method.bands}. ${method.source}.`)}</p>
    <ul class="caveats">
      ${given.map(({ sentence }) => html`<li dir=${dir}>${say(sentence)}</li>`)}
      ${silent && html`<li class="sub-inline" dir=${dir}>${say(silent.sentence)}${own.length - given.length > 1 && html` ${say(`So too ${own.length - given.length - 1} more.`)}`}</li>`}
    </ul>
  </div>`;
}

/** Why the verdict of the page may differ from the most frequent one of its rules: the question is another. */
function questionWords({ matrix, status, probability }: TargetReport, { say }: PageWords): Markup {
  if (probability === null || matrix === null || matrix.majority === status || status.startsWith('not-')) return null;
  const words = status.replace('-', ' ');
  return html`<p>${say(`The status above, ${words}, follows the calibrated probability of reaching it; most of these rules compare growth so far with the growth required instead.`)}</p>`;
}

/** What recognised rules say of the target, by definition and by window, and where the difference comes from. */
export function matrixSection(report: TargetReport, sources: SourceList, words: PageWords): Markup {
  const { matrix } = report;
  const { say, dir } = words;
  if (matrix === null) return null;
  return html`<section aria-labelledby="matrix">
    <h2 id="matrix">${say('By whose rule, on which definition')}</h2>
    <p class="lead">
      ${say('Recognised status rules on one target, with growth measured over windows of one year and more.')}${' '}
      ${say(matrix.summary)} ${say('The number beside a mark is what that rule measures.')}
    </p>
    ${questionWords(report, words)}
    ${tally(matrix, words)}
    ${matrix.contrast && html`<p class="contrast" dir=${dir}>${say(matrix.contrast.sentence)}</p>`}
    <div class="matrices">${matrix.definitions.map((definition) => definitionTable(matrix, definition, sources, words))}</div>
    <details>
      <summary>${say('Why each says so')}</summary>
      ${matrix.methods.map((method) => methodReasons(method, matrix, words))}
    </details>
  </section>`;
}
