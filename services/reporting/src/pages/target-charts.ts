import {
  type ChartLook,
  type ChartTable,
  type ChartWords,
  fanChart,
  fanChartTable,
  narrowLook,
  rollOutChart,
  rollOutChartTable,
  wideLook,
  yearToDateChart,
  yearToDateChartTable,
} from '@hadaf/charts';
import type { TargetReport } from '@hadaf/engine';
import { drawing, html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';

function dataTable(table: ChartTable, id: string, { say, text, dir }: PageWords): Markup {
  const [, ...valueColumns] = table.columns;
  return html`<details>
    <summary>${say('The same as a table')}</summary>
    <div class="scroll" role="region" aria-label=${text(table.caption)} tabindex="0">
      <table id=${id}>
        <caption dir=${dir}>${say(table.caption)}</caption>
        <thead>
          <tr><th scope="col">${say(table.columns[0] ?? '')}</th>${valueColumns.map((column) => html`<th scope="col" class="num">${say(column)}</th>`)}</tr>
        </thead>
        <tbody>
          ${table.rows.map(
            ([head, ...cells]) =>
              html`<tr><th scope="row" dir=${dir}>${say(head ?? '')}</th>${cells.map((cell) => html`<td class="num">${say(cell)}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** How a chart is drawn, and what it shows as a table. */
export interface Drawn<View> {
  readonly draw: (view: View, look: ChartLook, words: ChartWords) => string;
  readonly tabulate: (view: View) => ChartTable;
  /** Wide and narrow, where the usual sizes do not suit. */
  readonly looks?: readonly [ChartLook, ChartLook];
}

/** A chart in both sizes, of which the stylesheet shows one, and its table. */
export function figure<View>(
  id: string,
  { draw, tabulate, looks = [wideLook, narrowLook] }: Drawn<View>,
  view: View,
  words: PageWords,
): Markup {
  const [wide, narrow] = looks.map((look) => draw(view, look, words.chart));
  return html`<figure class="figure">
    ${drawing(wide ?? '', 'wide')}${drawing(narrow ?? '', 'narrow')}${dataTable(tabulate(view), `${id}-table`, words)}
  </figure>`;
}

export function fanSection({ fan }: TargetReport, words: PageWords): Markup {
  if (fan === null) return null;
  return html`<section aria-labelledby="fan">
    <h2 id="fan">${words.say('Where it is heading')}</h2>
    ${figure('fan', { draw: fanChart, tabulate: fanChartTable }, fan, words)}
  </section>`;
}

/** A year without a total over the last five, with the sources of every sum drawn. */
export function yearToDateFigure(
  id: string,
  yearToDate: TargetReport['yearToDate'],
  sources: SourceList,
  words: PageWords,
): Markup {
  if (yearToDate === null) return null;
  const { chart } = yearToDate;
  return html`${figure(id, { draw: yearToDateChart, tabulate: yearToDateChartTable }, chart, words)}
    <p class="fine">${words.say('Reported sums from the first month of each year, by the newest report of each.')} ${references(yearToDate, sources, words)}</p>`;
}

export function rollOutSection({ rollOut }: TargetReport, words: PageWords): Markup {
  if (rollOut === null) return null;
  return html`<section aria-labelledby="roll-out">
    <h2 id="roll-out">${words.say('Planned against reported')}</h2>
    ${figure('roll-out', { draw: rollOutChart, tabulate: rollOutChartTable }, rollOut, words)}
  </section>`;
}
