import { type WaterfallChartView, waterfallChart, waterfallChartTable } from '@hadaf/charts';
import {
  amountChange,
  type ChangeCause,
  type ChangedReport,
  type ChangeReport,
  type ChangeSide,
  finePercent,
  points,
} from '@hadaf/engine';
import { describeDay, formatQuantity } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
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
    label: `As known on ${describeDay(asOf)}`,
    value: probability,
    text: finePercent(probability),
    others: [formatQuantity(central, unit)],
  });
  return {
    title: 'Why the probability at the date moved',
    columns: ['Probability, points', `Median ${due}`],
    start: end(from),
    steps: parts.map(({ cause, label, probability, central }) => ({
      label: `${causeWords[cause]}: ${label}`,
      change: probability,
      text: points(probability),
      others: [amountChange(central, unit)],
    })),
    end: end(to),
  };
}

function reportRow(report: ChangedReport, { say, day, quote, dir }: PageWords): Markup {
  const { knownBy, period, value, unit, documentId, isRevision, isAdded } = report;
  const remark = isAdded ? (isRevision ? 'reported again' : 'new') : 'no longer counted';
  return html`<tr>
    <th scope="row">${day(knownBy)}</th>
    <td dir=${dir}>${say(period)}</td>
    <td class="num">${say(formatQuantity(value, unit))}</td>
    <td>${say(remark)}</td>
    <td dir=${dir}>${quote(documentId)}</td>
  </tr>`;
}

function reportsTable({ parts }: ChangeReport, words: PageWords): Markup {
  const { say, text } = words;
  const reports = parts.flatMap((part) => part.reports).toSorted((a, b) => (a.knownBy < b.knownBy ? -1 : 1));
  if (reports.length === 0) return null;
  return html`<details>
    <summary>${say(reports.length === 1 ? 'The report that differs' : `The ${reports.length} reports that differ`)}</summary>
    <div class="scroll" role="region" aria-label=${text('Reports that differ')} tabindex="0"><table>
      <thead>
        <tr><th scope="col">${say('Known by')}</th><th scope="col">${say('Period')}</th><th scope="col" class="num">${say('Value')}</th><th scope="col">${say('How')}</th><th scope="col">${say('Document')}</th></tr>
      </thead>
      <tbody>${reports.map((report) => reportRow(report, words))}</tbody>
    </table></div>
  </details>`;
}

/** What the comparison rests on: the other run, how the parts add up, what chance alone would do. */
function comparisonWords({ from, seedNoise, seeds }: ChangeReport, { say, quote }: PageWords): Markup {
  const tried = `${seeds} ${seeds === 1 ? 'seed' : 'seeds'} tried`;
  const other =
    from.runId === null
      ? say(`Compared with what was known on ${from.asOf}, replayed by today’s code.`)
      : html`${say(`Compared with the run as known on ${from.asOf}:`)} <code>${quote(from.runId)}</code>${say('.')}`;
  return html`${other}${' '}
    ${say('The parts sum to the change and do not depend on their order.')}${' '}
    ${say(`Another seed alone moves the probability by up to ${(seedNoise * 100).toFixed(2)} points (${tried}).`)}`;
}

/** Why its number moved since the run before, as a waterfall; nothing where there was no run before. */
export function changeSection(change: ChangeReport | null, words: PageWords): Markup {
  if (change === null) return null;
  const { say, dir } = words;
  const { from, to, targetId, summary } = change;
  const ends = `?from=${from.runId ?? from.asOf}&to=${to.runId ?? to.asOf}`;
  const view = viewOf(change);
  const isMoved = change.parts.length > 0;
  return html`<section aria-labelledby="change">
    <h2 id="change">${say('What changed since the last run')}</h2>
    <p class="lead" dir=${dir}>${say(summary)}</p>
    ${isMoved && figure('change', { draw: waterfallChart, tabulate: waterfallChartTable }, view, words)}
    ${reportsTable(change, words)}
    <p class="fine">
      ${comparisonWords(change, words)}${' '}
      <a href=${`/v1/targets/${encodeURIComponent(targetId)}/change${ends}`}>${say('As JSON, between any two runs or days')}</a>
    </p>
  </section>`;
}
