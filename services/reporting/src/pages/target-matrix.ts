import type { MatrixReport, TargetReport } from '@hadaf/engine';
import { formatProbability } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
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
function metricWords({ methodId, metric }: Cell): Markup {
  if (metric === null) return null;
  const words = methodId === 'probability' ? formatProbability(metric) : twoFigures.format(metric).replace('-', '−');
  return html` <span class="metric">${words}</span>`;
}

function verdictCell(cell: Cell | undefined): Markup {
  if (!cell) return html`<td></td>`;
  return html`<td class="verdict-cell" title=${cell.sentence}>
    ${isGiven(cell) ? html`${statusMark(cell.status)}${metricWords(cell)}` : html`<span class="none">–<span class="unseen"> ${cell.sentence}</span></span>`}
  </td>`;
}

/** A rule that fixes its own window stands in a column of its own, under no number of years. */
function methodRow(method: Method, cells: readonly Cell[], { windows, hasFixed }: Columns): Markup {
  const own = cells.filter(({ methodId }) => methodId === method.id);
  const fixed = own.find(({ windowYears }) => windowYears === null);
  return html`<tr>
    <th scope="row">${method.name}</th>
    ${
      fixed
        ? html`${windows.length > 0 && html`<td colspan=${windows.length}></td>`}${verdictCell(fixed)}`
        : html`${windows.map((years) => verdictCell(own.find((cell) => cell.windowYears === years)))}${hasFixed && html`<td></td>`}`
    }
  </tr>`;
}

const yearsWords = (years: number): string => `${years} ${years === 1 ? 'year' : 'years'}`;

/** All methods on one definition, a column for each window over which anything could be said. */
function definitionTable(matrix: MatrixReport, definition: Definition, sources: SourceList): Markup {
  const cells = matrix.cells.filter(({ definitionId }) => definitionId === definition.id);
  const windows = matrix.windows.filter((years) => cells.some((cell) => cell.windowYears === years && isGiven(cell)));
  const hasFixed = cells.some(({ windowYears }) => windowYears === null);
  const id = `matrix-${definition.id}`;
  return html`<div>
    <h3 id=${id} dir="auto">${definition.name}</h3>
    <p class="sub">
      ${definition.isMeasure ? 'The target is assessed on this. ' : 'Another definition of the same idea. '}${references(definition, sources)}
    </p>
    <div class="scroll" role="group" aria-labelledby=${id} tabindex="0"><table class="matrix" aria-labelledby=${id}>
      <thead>
        <tr>
          <th scope="col">Method</th>
          ${windows.map((years) => html`<th scope="col" class="verdict-cell">${yearsWords(years)}</th>`)}
          ${hasFixed && html`<th scope="col" class="verdict-cell">Own window</th>`}
        </tr>
      </thead>
      <tbody>
        ${matrix.methods.map((method) => methodRow(method, cells, { windows, hasFixed }))}
      </tbody>
    </table></div>
  </div>`;
}

function tally({ cells }: MatrixReport): Markup {
  const counts = Map.groupBy(cells, ({ status }) => status);
  return html`<ul class="tally" aria-label="Verdicts by status">
    ${bestFirst
      .filter((status) => counts.has(status))
      .map((status) => html`<li><b>${counts.get(status)?.length}</b>${statusBadge(status)}</li>`)}
  </ul>`;
}

function methodReasons(method: Method, matrix: MatrixReport): Markup {
  const own = matrix.cells.filter(({ methodId }) => methodId === method.id);
  const given = own.filter(isGiven);
  const [silent] = own.filter((cell) => !isGiven(cell));
  return html`<div class="method">
    <h3>${method.name} <span class="count">version ${method.version}${method.variant === 'corrected' ? ', corrected' : ''}</span></h3>
    <p class="sub">${method.formula}. ${method.bands}. ${method.source}.</p>
    <ul class="caveats">
      ${given.map(({ sentence }) => html`<li dir="auto">${sentence}</li>`)}
      ${silent && html`<li class="sub-inline" dir="auto">${silent.sentence}${own.length - given.length > 1 && ` So too ${own.length - given.length - 1} more.`}</li>`}
    </ul>
  </div>`;
}

/** What recognised rules say of the target, by definition and by window, and where the difference comes from. */
export function matrixSection({ matrix }: TargetReport, sources: SourceList): Markup {
  if (matrix === null) return null;
  return html`<section aria-labelledby="matrix">
    <h2 id="matrix">By whose rule, on which definition</h2>
    <p class="lead">
      Recognised status rules on one target, with growth measured over windows of one year and more. ${matrix.summary} The
      number beside a mark is what that rule measures.
    </p>
    ${tally(matrix)}
    ${matrix.contrast && html`<p class="contrast" dir="auto">${matrix.contrast.sentence}</p>`}
    <div class="matrices">${matrix.definitions.map((definition) => definitionTable(matrix, definition, sources))}</div>
    <details>
      <summary>Why each says so</summary>
      ${matrix.methods.map((method) => methodReasons(method, matrix))}
    </details>
  </section>`;
}
