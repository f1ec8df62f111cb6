import { narrowLook, type ScenarioChartView, scenarioChart, wideLook } from '@hadaf/charts';
import type { ScenarioOutcome, ScenarioReport, TargetReport } from '@hadaf/engine';
import { formatProbability, formatQuantity, quantityUnit } from '@hadaf/series';
import { drawing, html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';

const none = '–';

function quantity(value: number | null, unit: string): string {
  return value === null ? none : formatQuantity(value, quantityUnit(unit));
}

/** `+13.6 points`: a change of a probability. */
function points(change: number | null): string {
  if (change === null) return none;
  return `${change > 0 ? '+' : ''}${(change * 100).toFixed(1).replace('-', '−')} points`;
}

function probabilityCell({ probability }: ScenarioOutcome, { say }: PageWords): Markup {
  if (!probability) return none;
  const [at, by] = [formatProbability(probability.atDate), formatProbability(probability.byDate)];
  return html`${say(at)}${at !== by && html`<span class="sub">${say(`${by} at some point before`)}</span>`}`;
}

function medianCell({ median, interval }: ScenarioOutcome, unit: string, { say }: PageWords): Markup {
  const between = interval && `80 %: ${quantity(interval.lower, unit)} to ${quantity(interval.upper, unit)}`;
  return html`${say(quantity(median, unit))}${between && html`<span class="sub">${say(between)}</span>`}`;
}

function outcomeCells(outcome: ScenarioOutcome, change: string, unit: string, words: PageWords): Markup {
  const { say, text } = words;
  const { probability, arrival, arrivalLimit } = outcome;
  return html`
    ${
      probability &&
      html`<td role="cell" class="num" data-label=${text('Probability')}>${probabilityCell(outcome, words)}</td>
    <td role="cell" class="num" data-label=${text('Change')}>${say(change)}</td>
    <td role="cell" class="num" data-label=${text('Median')}>${medianCell(outcome, unit, words)}</td>`
    }
    <td role="cell" data-label=${text('Arrival')}>${say(arrival ?? `beyond ${arrivalLimit}`)}</td>`;
}

function scenarioRow(report: ScenarioReport, due: string, sources: SourceList, words: PageWords): Markup {
  const { say, dir } = words;
  const { name, assumes, outcome, reason, difference, unit, note, origin, by } = report;
  const later = outcome && outcome.due !== due ? [`told for ${outcome.due}`] : [];
  const told = [...assumes, ...later, ...(origin === 'person' ? [`asked by ${by}`] : [])];
  return html`<tr role="row">
    <th role="rowheader" scope="row" dir=${dir}>${say(name)}
      <span class="sub" dir=${dir}>${told.map((one, i) => html`${i > 0 && say('; ')}${say(one)}`)} ${references(report, sources, words)}</span>
      ${note && html`<span class="sub" dir=${dir}>${say(note)}</span>`}
    </th>
    ${outcome ? outcomeCells(outcome, points(difference.atDate), unit, words) : html`<td role="cell" colspan="4" dir=${dir}>${say(reason ?? '')}</td>`}
  </tr>`;
}

/** Answers told for one date, one below the other. */
function chartOf({ title, scenarios, fan, targetValue }: TargetReport, base: ScenarioReport): ScenarioChartView | null {
  const due = base.base?.due;
  const plain = fan?.forecast.find(({ label }) => label === due);
  const rows = scenarios.flatMap(({ name, outcome, periods }) => {
    const at = outcome?.due === due ? periods.find(({ label }) => label === due) : undefined;
    return at ? [{ label: name, median: at.median, intervals: at.intervals }] : [];
  });
  if (!plain || rows.length === 0) return null;
  const { median, intervals } = plain;
  return {
    title: `${title}: ${due} by scenario`,
    unit: base.unit,
    target: targetValue,
    rows: [{ label: 'As forecast', median, intervals }, ...rows],
  };
}

/** What-if questions about the target, with what would become of it. */
export function scenarioSection(report: TargetReport, sources: SourceList, words: PageWords): Markup {
  const { say } = words;
  const { scenarios, targetId } = report;
  const base = scenarios.find((scenario) => scenario.base !== null);
  if (scenarios.length === 0) return null;
  const chart = base ? chartOf(report, base) : null;
  const hasOdds = base?.base?.probability != null;
  return html`<section aria-labelledby="scenarios">
    <h2 id="scenarios">${say('What if')}</h2>
    <p class="lead">${say('Each line changes only what it says; the forecast’s uncertainty stays. Assumptions, not forecasts.')}${hasOdds && html` ${say('Arrival is the first year by which it is reached as likely as not.')}`}</p>
    <table role="table" class="record" aria-labelledby="scenarios">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${say('Assumed')}</th>
          ${
            hasOdds &&
            html`<th role="columnheader" scope="col" class="num">${say(`Probability in ${base?.base?.due}`)}</th>
          <th role="columnheader" scope="col" class="num">${say('Change')}</th>
          <th role="columnheader" scope="col" class="num">${say('Median')}</th>`
          }
          <th role="columnheader" scope="col">${say('Arrival')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${
          base?.base &&
          html`<tr role="row"><th role="rowheader" scope="row">${say(hasOdds ? 'As forecast' : 'At the pace so far')}</th>${outcomeCells(base.base, none, base.unit, words)}</tr>`
        }
        ${scenarios.map((scenario) => scenarioRow(scenario, base?.base?.due ?? '', sources, words))}
      </tbody>
    </table>
    ${chart && html`<figure class="figure">${drawing(scenarioChart(chart, wideLook, words.chart), 'wide')}${drawing(scenarioChart(chart, narrowLook, words.chart), 'narrow')}</figure>`}
    <p class="sub">${say('Ask your own:')} <code>hadaf scenario new ${targetId} "my question" ${hasOdds ? '--growth 25' : '--accelerate 2'}</code></p>
  </section>`;
}
