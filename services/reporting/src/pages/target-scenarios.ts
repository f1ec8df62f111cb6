import { narrowLook, type ScenarioChartView, scenarioChart } from '@hadaf/charts';
import type { ScenarioOutcome, ScenarioReport, TargetReport } from '@hadaf/engine';
import { formatProbability, formatQuantity, quantityUnit } from '@hadaf/series';
import { withDays } from './day.ts';
import { drawing, html, type Markup } from './markup.ts';
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

function probabilityCell({ probability }: ScenarioOutcome): Markup {
  if (!probability) return none;
  const [at, by] = [formatProbability(probability.atDate), formatProbability(probability.byDate)];
  return html`${at}${at !== by && html`<span class="sub">${by} at some point before</span>`}`;
}

function medianCell({ median, interval }: ScenarioOutcome, unit: string): Markup {
  const between = interval && `80 %: ${quantity(interval.lower, unit)} to ${quantity(interval.upper, unit)}`;
  return html`${quantity(median, unit)}${between && html`<span class="sub">${between}</span>`}`;
}

function outcomeCells(outcome: ScenarioOutcome, change: string, unit: string): Markup {
  const { probability, arrival, arrivalLimit } = outcome;
  return html`
    ${
      probability &&
      html`<td role="cell" class="num" data-label="Probability">${probabilityCell(outcome)}</td>
    <td role="cell" class="num" data-label="Change">${change}</td>
    <td role="cell" class="num" data-label="Median">${medianCell(outcome, unit)}</td>`
    }
    <td role="cell" data-label="Arrival">${withDays(arrival ?? `beyond ${arrivalLimit}`)}</td>`;
}

function scenarioRow(report: ScenarioReport, due: string, sources: SourceList): Markup {
  const { name, assumes, outcome, reason, difference, unit, note, origin, by } = report;
  const later = outcome && outcome.due !== due ? [`told for ${outcome.due}`] : [];
  const words = [...assumes, ...later, ...(origin === 'person' ? [`asked by ${by}`] : [])].join('; ');
  return html`<tr role="row">
    <th role="rowheader" scope="row" dir="auto">${name}
      <span class="sub" dir="auto">${words && withDays(words)} ${references(report, sources)}</span>
      ${note && html`<span class="sub" dir="auto">${note}</span>`}
    </th>
    ${outcome ? outcomeCells(outcome, points(difference.atDate), unit) : html`<td role="cell" colspan="4" dir="auto">${reason}</td>`}
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
export function scenarioSection(report: TargetReport, sources: SourceList): Markup {
  const { scenarios, targetId } = report;
  const base = scenarios.find((scenario) => scenario.base !== null);
  if (scenarios.length === 0) return null;
  const chart = base ? chartOf(report, base) : null;
  const hasOdds = base?.base?.probability != null;
  return html`<section aria-labelledby="scenarios">
    <h2 id="scenarios">What if</h2>
    <p class="lead">Each line changes only what it says; the forecast’s uncertainty stays. Assumptions, not forecasts.</p>
    <table role="table" class="record" aria-labelledby="scenarios">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Assumed</th>
          ${
            hasOdds &&
            html`<th role="columnheader" scope="col" class="num">Probability${base?.base && ` in ${base.base.due}`}</th>
          <th role="columnheader" scope="col" class="num">Change</th>
          <th role="columnheader" scope="col" class="num">Median</th>`
          }
          <th role="columnheader" scope="col">Arrival</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${
          base?.base &&
          html`<tr role="row"><th role="rowheader" scope="row">${hasOdds ? 'As forecast' : 'At the pace so far'}</th>${outcomeCells(base.base, none, base.unit)}</tr>`
        }
        ${scenarios.map((scenario) => scenarioRow(scenario, base?.base?.due ?? '', sources))}
      </tbody>
    </table>
    ${chart && html`<figure class="figure">${drawing(scenarioChart(chart), 'wide')}${drawing(scenarioChart(chart, narrowLook), 'narrow')}</figure>`}
    <p class="sub">Ask your own: <code>hadaf scenario new ${targetId} "my question" ${hasOdds ? '--growth 25' : '--accelerate 2'}</code></p>
  </section>`;
}
