import { type MonthPoint, monthsChart, narrowLook } from '@hadaf/charts';
import type { IndicatorReport, MonthRow } from '@hadaf/engine';
import { counted, formatQuantity } from '@hadaf/series';
import { drawing, html, type Markup } from './markup.ts';
import { printed, reportLink } from './report-link.ts';

const labelWords: Readonly<Record<MonthRow['label'], string>> = {
  reported: 'Reported',
  derived: 'Derived by difference',
  estimated: 'Estimated',
  unknown: 'Unknown',
};

/** What the labels mean, once, above the table. */
export const labelMeaning =
  'Reported: a page prints the month. Derived: the difference of reported sums. Estimated: reported sums cover it, and the pattern of the other months shares them out; its standard deviation says how well. Unknown: no report covers it.';

function known({ months }: IndicatorReport): MonthPoint[] {
  return months.flatMap(({ end, period, value, standardDeviation, label }) =>
    value === null || label === 'unknown'
      ? []
      : [{ x: end, y: value, period, standardDeviation: standardDeviation ?? 0, label }],
  );
}

export function monthsFigure(report: IndicatorReport): Markup {
  const months = known(report);
  if (months.length < 2) return null;
  const { name, unit } = report.indicator;
  const view = { title: `${name} by month`, unit, months };
  return html`<figure class="figure">
    ${drawing(monthsChart(view), 'wide')}${drawing(monthsChart(view, narrowLook), 'narrow')}
  </figure>`;
}

/** The arithmetic of the reports behind a month, each with its page. */
function restsOn({ restsOn: basis, label }: MonthRow, { documents }: IndicatorReport): Markup {
  if (basis === null) return 'No report covers it.';
  const terms = basis.reports.map((one, i) => {
    const word = i === 0 ? '' : one.sign === 1 ? ' plus ' : ' less ';
    return html`${word}${one.period} <b>${printed(one)}</b> <span class="sub-inline">(${reportLink(one, documents)})</span>`;
  });
  const share = label === 'estimated' ? html`Its share of ${basis.period}: ` : null;
  return html`${share}${terms}`;
}

function monthRow(month: MonthRow, report: IndicatorReport): Markup {
  const { period, value, standardDeviation, label } = month;
  const { unit } = report.indicator;
  // Below what the page shows of the value a deviation only adds noise.
  const deviation = standardDeviation !== null && standardDeviation >= 0.05 ? `± ${standardDeviation.toFixed(1)}` : '';
  return html`<tr role="row" class=${`month-${label}`}>
    <th role="rowheader" scope="row">${period}</th>
    <td role="cell" class="num">
      ${value === null ? html`<span class="none">–</span>` : formatQuantity(Number(value.toFixed(1)), unit)}<span class="sub">${deviation}</span>
    </td>
    <td role="cell" class="fine">${labelWords[label]}</td>
    <td role="cell" class="fine">${restsOn(month, report)}</td>
  </tr>`;
}

function monthTable(label: string, months: readonly MonthRow[], report: IndicatorReport): Markup {
  return html`<table role="table" class="stack months" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Month</th>
        <th role="columnheader" scope="col" class="num">Value</th>
        <th role="columnheader" scope="col">How</th>
        <th role="columnheader" scope="col">What it rests on</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${months.map((month) => monthRow(month, report))}
    </tbody>
  </table>`;
}

/** Fiscal years shown open; the others unfold. */
const openYears = 2;

/** Every month, newest fiscal year first. */
export function monthsSection(report: IndicatorReport): Markup {
  const years = [...Map.groupBy(report.months, ({ fiscalYear }) => fiscalYear)].toReversed();
  return html`<section aria-labelledby="months">
    <h2 id="months">Month by month <span class="count">${report.months.length}</span></h2>
    <p class="lead">${labelMeaning}</p>
    ${years.map(
      ([year, months], i) => html`<details open=${i < openYears} id=${`months-${year}`}>
        <summary>${year}, ${counted(months.length, 'month')}</summary>
        ${monthTable(`Months of ${year}`, months, report)}
      </details>`,
    )}
  </section>`;
}
