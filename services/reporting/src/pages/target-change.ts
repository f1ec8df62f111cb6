import { narrowLook, type WaterfallChartView, waterfallChart, waterfallChartTable } from '@hadaf/charts';
import {
  amountChange,
  type ChangeCause,
  type ChangedReport,
  type ChangeReport,
  type ChangeSide,
  finePercent,
  points,
} from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { formatDay, withDays } from './day.ts';
import { html, type Markup } from './markup.ts';
import { figure } from './target-charts.ts';

const causeWords: Readonly<Record<ChangeCause, string>> = {
  'new-data': 'New data',
  revisions: 'Revision',
  'late-rows': 'Loaded late',
  readings: 'Read otherwise',
  target: 'Target',
  settings: 'Settings',
  code: 'Code, models',
};

function viewOf({ from, to, parts, unit, due }: ChangeReport): WaterfallChartView {
  const end = ({ asOf, probability, central }: ChangeSide) => ({
    label: `As known on ${formatDay(asOf)}`,
    value: probability,
    text: finePercent(probability),
    others: [formatQuantity(central, unit)],
  });
  return {
    title: 'Why the probability at the date moved',
    columns: ['Probability, points', `Median ${due}`],
    start: end(from),
    steps: parts.map(({ cause, label, probability, central }) => ({
      label: `${causeWords[cause]}: ${withDays(label)}`,
      change: probability,
      text: points(probability),
      others: [amountChange(central, unit)],
    })),
    end: end(to),
  };
}

function reportRow({ knownBy, period, value, unit, documentId, isRevision, isAdded }: ChangedReport): Markup {
  const remark = isAdded ? (isRevision ? 'reported again' : 'new') : 'no longer counted';
  return html`<tr>
    <th scope="row"><time datetime=${knownBy}>${formatDay(knownBy)}</time></th>
    <td dir="auto">${period}</td>
    <td class="num">${formatQuantity(value, unit)}</td>
    <td>${remark}</td>
    <td dir="auto">${documentId}</td>
  </tr>`;
}

function reportsTable({ parts }: ChangeReport): Markup {
  const reports = parts.flatMap((part) => part.reports).toSorted((a, b) => (a.knownBy < b.knownBy ? -1 : 1));
  if (reports.length === 0) return null;
  return html`<details>
    <summary>${reports.length === 1 ? 'The report that differs' : `The ${reports.length} reports that differ`}</summary>
    <div class="scroll" role="region" aria-label="Reports that differ" tabindex="0"><table>
      <thead>
        <tr><th scope="col">Known by</th><th scope="col">Period</th><th scope="col" class="num">Value</th><th scope="col">How</th><th scope="col">Document</th></tr>
      </thead>
      <tbody>${reports.map(reportRow)}</tbody>
    </table></div>
  </details>`;
}

/** Why its number moved since the run before, as a waterfall; nothing where there was no run before. */
export function changeSection(change: ChangeReport | null): Markup {
  if (change === null) return null;
  const { from, to, targetId, seedNoise, seeds, summary } = change;
  const ends = `?from=${from.runId ?? from.asOf}&to=${to.runId ?? to.asOf}`;
  const view = viewOf(change);
  const isMoved = change.parts.length > 0;
  return html`<section aria-labelledby="change">
    <h2 id="change">What changed since the last run</h2>
    <p class="lead" dir="auto">${withDays(summary)}</p>
    ${isMoved && figure('change', waterfallChart(view), waterfallChart(view, narrowLook), waterfallChartTable(view))}
    ${reportsTable(change)}
    <p class="fine">
      Compared with run <code>${from.runId ?? 'none'}</code>, as known on ${formatDay(from.asOf)}. The parts sum to the change
      and do not depend on their order. Another seed alone moves the probability by up to ${(seedNoise * 100).toFixed(2)} points
      (${seeds} tried). <a href=${`/v1/targets/${encodeURIComponent(targetId)}/change${ends}`}>As JSON, between any two runs or days</a>
    </p>
  </section>`;
}
