import type { ExplanationStep, Figure, TargetReport } from '@hadaf/engine';
import { formatProbability, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from '../markup.ts';
import { references, type SourceList } from '../sources.ts';
import { printed, quantity, type Reader } from './urdu-reader.ts';

function keyNumber(label: string, value: string, note: Markup): Markup {
  return html`<div><dt>${label}</dt><dd><span class="big words">${value}</span>${note && html`<span class="sub">${note}</span>`}</dd></div>`;
}

/** The handful of numbers a reader quotes. */
export function urduKeyNumbers(report: TargetReport, read: Reader): Markup {
  const { probability, latest, requiredGrowth, achievedGrowth, unit } = report;
  const achieved = achievedGrowth === null ? null : `گزشتہ سال ${printed(formatShare(achievedGrowth))}`;
  return html`<dl class="keys">
    ${probability && keyNumber('مقررہ تاریخ پر امکان', printed(formatProbability(probability.atDate)), null)}
    ${latest && latest.value !== null && keyNumber('تازہ ترین قدر', quantity(latest.value, latest.unit), read(latest.period))}
    ${
      unit === 'event'
        ? html`<div><dt>مقررہ تاریخ</dt><dd><span class="big words">${read(report.dueLabel)}</span></dd></div>`
        : keyNumber('ہدف', quantity(report.targetValue, quantityUnit(unit)), read(report.dueLabel))
    }
    ${requiredGrowth !== null && keyNumber('سالانہ درکار نمو', printed(formatShare(requiredGrowth)), achieved)}
  </dl>`;
}

function figureRow(figure: Figure, read: Reader, sources: SourceList): Markup {
  const { label, value, unit, period, basis, note } = figure;
  return html`<tr role="row">
    <th role="rowheader" scope="row">${read(label)}</th>
    <td role="cell" class="num">${quantity(value, unit)}</td>
    <td role="cell" class="fine">${period && read(period)}</td>
    <td role="cell" class="fine">${basis && read(basis)} ${references(figure, sources)}${note && html`<span class="sub">${read(note)}</span>`}</td>
  </tr>`;
}

/** Figures with period, how they came about and sources, under a heading; nothing where there are none. */
export function urduFigures(
  { id, heading }: { readonly id: string; readonly heading: string },
  figures: readonly Figure[],
  read: Reader,
  sources: SourceList,
): Markup {
  if (figures.length === 0) return null;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${heading}</h2>
    <table role="table" class="stack" aria-labelledby=${id}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">عدد</th>
          <th role="columnheader" scope="col" class="num">قدر</th>
          <th role="columnheader" scope="col">مدت</th>
          <th role="columnheader" scope="col">کہاں سے</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${figures.map((figure) => figureRow(figure, read, sources))}
      </tbody>
    </table>
  </section>`;
}

function stepItem(step: ExplanationStep, read: Reader, sources: SourceList): Markup {
  const { title, formula, inputs, value, unit, period, note } = step;
  return html`<li>
    <b>${read(title)}</b>${value !== null && html` = ${quantity(value, unit)}`}${period && html` (${read(period)})`}${' '}${references(step, sources)}
    ${formula && html`<span class="sub">کیسے: ${read(formula)}</span>`}
    ${
      inputs.length > 0 &&
      html`<span class="sub">
        ان سے: ${inputs.map((one, i) => html`${i > 0 && '؛ '}${read(one.name)} ${quantity(one.value, one.unit)}${one.period && html` (${read(one.period)})`}`)}
      </span>`
    }
    ${note && html`<span class="sub">${read(note)}</span>`}
  </li>`;
}

/** The chain from source numbers to the verdict, each step with its formula and inputs. */
export function urduExplanationSection({ explanation }: TargetReport, read: Reader, sources: SourceList): Markup {
  if (explanation.length === 0) return null;
  return html`<section aria-labelledby="explanation">
    <h2 id="explanation">ماخذ کے اعداد سے فیصلے تک</h2>
    <ol class="steps">
      ${explanation.map((step) => stepItem(step, read, sources))}
    </ol>
  </section>`;
}
