import {
  type ChartTable,
  fanChart,
  fanChartTable,
  narrowLook,
  rollOutChart,
  rollOutChartTable,
  yearToDateChart,
  yearToDateChartTable,
} from '@hadaf/charts';
import type { TargetReport } from '@hadaf/engine';
import { formatQuantity, quantityUnit } from '@hadaf/series';
import { drawing, html, type Markup } from './markup.ts';
import { references, type SourceList } from './sources.ts';

function dataTable(table: ChartTable, id: string): Markup {
  const [, ...valueColumns] = table.columns;
  return html`<details>
    <summary>The same as a table</summary>
    <div class="scroll" role="region" aria-label=${table.caption} tabindex="0">
      <table id=${id}>
        <caption dir="auto">${table.caption}</caption>
        <thead>
          <tr><th scope="col">${table.columns[0]}</th>${valueColumns.map((column) => html`<th scope="col" class="num">${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${table.rows.map(
            ([head, ...cells]) =>
              html`<tr><th scope="row" dir="auto">${head}</th>${cells.map((cell) => html`<td class="num">${cell}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** A chart in both sizes, of which the stylesheet shows one, and its table. */
export function figure(id: string, wide: string, narrow: string, table: ChartTable): Markup {
  return html`<figure class="figure">
    ${drawing(wide, 'wide')}${drawing(narrow, 'narrow')}${dataTable(table, `${id}-table`)}
  </figure>`;
}

export function fanSection({ fan }: TargetReport): Markup {
  if (fan === null) return null;
  return html`<section aria-labelledby="fan">
    <h2 id="fan">Where it is heading</h2>
    ${figure('fan', fanChart(fan), fanChart(fan, narrowLook), fanChartTable(fan))}
  </section>`;
}

/** The year in progress over the last five, with the sources of every sum drawn. */
export function yearToDateFigure({ yearToDate }: TargetReport, sources: SourceList): Markup {
  if (yearToDate === null) return null;
  const { chart } = yearToDate;
  return html`${figure('year-to-date', yearToDateChart(chart), yearToDateChart(chart, narrowLook), yearToDateChartTable(chart))}
    <p class="fine">Reported sums from the first month of each year, by the newest report of each. ${references(yearToDate, sources)}</p>`;
}

export function rollOutSection({ rollOut }: TargetReport): Markup {
  if (rollOut === null) return null;
  return html`<section aria-labelledby="roll-out">
    <h2 id="roll-out">Planned against reported</h2>
    ${figure('roll-out', rollOutChart(rollOut), rollOutChart(rollOut, narrowLook), rollOutChartTable(rollOut))}
  </section>`;
}

/** The forecast at the deadline as intervals, narrow to wide. */
export function intervalSection({ interval, unit }: TargetReport): Markup {
  if (interval.length === 0) return null;
  const rows = [...interval].sort((a, b) => a.level - b.level);
  return html`<section aria-labelledby="interval">
    <h2 id="interval">What is likely at the date</h2>
    <div class="scroll" role="region" aria-label="Prediction intervals" tabindex="0"><table class="intervals">
      <thead>
        <tr><th scope="col">Prediction interval</th><th scope="col">Period</th><th scope="col" class="num">From</th><th scope="col" class="num">To</th></tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${Math.round(row.level * 100)} %</th>
            <td dir="auto">${row.period}</td>
            <td class="num">${formatQuantity(row.lower, quantityUnit(unit))}</td>
            <td class="num">${formatQuantity(row.upper, quantityUnit(unit))}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>
  </section>`;
}
