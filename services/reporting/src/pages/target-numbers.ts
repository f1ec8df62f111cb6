import type { Figure, TargetReport } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { withDays } from './day.ts';
import { html, type Markup } from './markup.ts';
import { references, type SourceList } from './sources.ts';
import { yearToDateFigure } from './target-charts.ts';

function keyNumber(label: string, value: string, note: Markup): Markup {
  return html`<div><dt>${label}</dt><dd><span class="big">${value}</span>${note && html`<span class="sub">${note}</span>`}</dd></div>`;
}

/** An event has a date and no size. */
function targetNumber({ targetValue, unit, dueLabel }: TargetReport): Markup {
  if (unit === 'event') {
    return html`<div><dt>Due</dt><dd><span class="big words" dir="auto">${withDays(dueLabel)}</span></dd></div>`;
  }
  return keyNumber('Target', formatQuantity(targetValue, quantityUnit(unit)), html`<bdi>${dueLabel}</bdi>`);
}

/** The handful of numbers a reader quotes, largest first. */
export function keyNumbers(report: TargetReport): Markup {
  const { probability, latest, requiredGrowth, achievedGrowth } = report;
  const numbers: Markup[] = [];
  if (probability) {
    const [at, by] = [formatProbability(probability.atDate), formatProbability(probability.byDate)];
    numbers.push(keyNumber('Probability at the date', at, at === by ? null : `${by} at some point before`));
  }
  if (latest?.value != null) {
    numbers.push(keyNumber('Latest', formatQuantity(latest.value, latest.unit), html`<bdi>${latest.period}</bdi>`));
  }
  numbers.push(targetNumber(report));
  if (requiredGrowth !== null) {
    const achieved = achievedGrowth === null ? null : `${formatShare(achievedGrowth)} a year achieved`;
    numbers.push(keyNumber('Growth needed a year', formatShare(requiredGrowth), achieved));
  }
  return html`<dl class="keys">${numbers}</dl>`;
}

/** How a number came about; a number that does not exist has only its reason. */
function basisOf({ value, basis }: Figure): string {
  if (basis !== 'reported') return basis;
  return value === null ? '' : 'Reported';
}

function figureValue({ value, unit }: Figure): Markup {
  if (value === null) return html`<span class="none">not available</span>`;
  return formatQuantity(value, unit);
}

function figureRow(figure: Figure, sources: SourceList): Markup {
  return html`<tr role="row">
    <th role="rowheader" scope="row" dir="auto">${figure.label}</th>
    <td role="cell" class="num">${figureValue(figure)}</td>
    <td role="cell" class="fine" dir="auto">${withDays(figure.period)}</td>
    <td role="cell" class="fine"><span dir="auto">${basisOf(figure)}</span> ${references(figure, sources)}${figure.note && html`<span class="sub" dir="auto">${figure.note}</span>`}</td>
  </tr>`;
}

/** Figures with their period, how they came about, and their sources; `heading` names the table. */
function figureTable(heading: string, figures: readonly Figure[], sources: SourceList): Markup {
  return html`<table role="table" class="stack" aria-labelledby=${heading}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Number</th>
        <th role="columnheader" scope="col" class="num">Value</th>
        <th role="columnheader" scope="col">Period</th>
        <th role="columnheader" scope="col">Where it comes from</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${figures.map((figure) => figureRow(figure, sources))}
    </tbody>
  </table>`;
}

/** Every number with its period, how it came about, and its sources. */
export function numbersSection({ latest, figures }: TargetReport, sources: SourceList): Markup {
  const rows = latest ? [latest, ...figures.filter((figure) => figure.label !== latest.label)] : figures;
  if (rows.length === 0) return null;
  return html`<section aria-labelledby="numbers">
    <h2 id="numbers">The numbers</h2>
    ${figureTable('numbers', rows, sources)}
  </section>`;
}

/** The year whose total is not out yet: what is known, where it lands, what the rest must bring. */
export function yearSection(report: TargetReport, sources: SourceList): Markup {
  const { yearInProgress } = report;
  if (yearInProgress.length === 0) return null;
  return html`<section aria-labelledby="this-year">
    <h2 id="this-year">The year in progress</h2>
    ${yearToDateFigure(report, sources)}
    ${figureTable('this-year', yearInProgress, sources)}
  </section>`;
}

/** What would make the target as likely as not. */
export function whatItTakesSection({ whatItTakes }: TargetReport, sources: SourceList): Markup {
  if (whatItTakes.length === 0) return null;
  return html`<section aria-labelledby="takes">
    <h2 id="takes">What even odds would take</h2>
    <p class="lead">Each line alone would bring the probability at the date to 50 %, everything else as forecast.</p>
    ${figureTable('takes', whatItTakes, sources)}
  </section>`;
}
