import type { Figure, TargetReport } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';
import { yearToDateFigure } from './target-charts.ts';

function keyNumber([label, value, note]: readonly [string, string, string | null], { say }: PageWords): Markup {
  return html`<div><dt>${say(label)}</dt><dd><span class="big">${say(value)}</span>${note && html`<span class="sub"><bdi>${say(note)}</bdi></span>`}</dd></div>`;
}

/** An event has a date and no size. */
function targetNumber({ targetValue, unit, dueLabel }: TargetReport, words: PageWords): Markup {
  const { say, dir } = words;
  if (unit === 'event') {
    return html`<div><dt>${say('Due')}</dt><dd><span class="big words" dir=${dir}>${say(dueLabel)}</span></dd></div>`;
  }
  return keyNumber(['Target', formatQuantity(targetValue, quantityUnit(unit)), dueLabel], words);
}

/** The handful of numbers a reader quotes, largest first. */
export function keyNumbers(report: TargetReport, words: PageWords): Markup {
  const { probability, latest, requiredGrowth, achievedGrowth } = report;
  const numbers: Markup[] = [];
  if (probability) {
    const [at, by] = [formatProbability(probability.atDate), formatProbability(probability.byDate)];
    const before = at === by ? null : `${by} at some point before`;
    numbers.push(keyNumber(['Probability at the date', at, before], words));
  }
  if (latest?.value != null) {
    numbers.push(keyNumber(['Latest', formatQuantity(latest.value, latest.unit), latest.period], words));
  }
  numbers.push(targetNumber(report, words));
  if (requiredGrowth !== null) {
    const achieved = achievedGrowth === null ? null : `${formatShare(achievedGrowth)} a year achieved`;
    numbers.push(keyNumber(['Growth needed a year', formatShare(requiredGrowth), achieved], words));
  }
  return html`<dl class="keys">${numbers}</dl>`;
}

/** How a number came about; a number that does not exist has only its reason. */
function basisOf({ value, basis }: Figure): string {
  if (basis !== 'reported') return basis;
  return value === null ? '' : 'Reported';
}

function figureValue({ value, unit }: Figure, { say }: PageWords): Markup {
  if (value === null) return html`<span class="none">${say('not available')}</span>`;
  return say(formatQuantity(value, unit));
}

function figureRow(figure: Figure, sources: SourceList, words: PageWords): Markup {
  const { say, dir } = words;
  const basis = basisOf(figure);
  return html`<tr role="row">
    <th role="rowheader" scope="row" dir=${dir}>${say(figure.label)}</th>
    <td role="cell" class="num">${figureValue(figure, words)}</td>
    <td role="cell" class="fine" dir=${dir}>${figure.period && say(figure.period)}</td>
    <td role="cell" class="fine"><span dir=${dir}>${basis && say(basis)}</span> ${references(figure, sources, words)}${figure.note && html`<span class="sub" dir=${dir}>${say(figure.note)}</span>`}</td>
  </tr>`;
}

/** Figures with their period, how they came about, and their sources; `heading` names the table. */
function figureTable(heading: string, figures: readonly Figure[], sources: SourceList, words: PageWords): Markup {
  const { say } = words;
  return html`<table role="table" class="stack" aria-labelledby=${heading}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${say('Number')}</th>
        <th role="columnheader" scope="col" class="num">${say('Value')}</th>
        <th role="columnheader" scope="col">${say('Period')}</th>
        <th role="columnheader" scope="col">${say('Where it comes from')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${figures.map((figure) => figureRow(figure, sources, words))}
    </tbody>
  </table>`;
}

/** Every number with its period, how it came about, and its sources. */
export function numbersSection({ latest, figures }: TargetReport, sources: SourceList, words: PageWords): Markup {
  const rows = latest ? [latest, ...figures.filter((figure) => figure.label !== latest.label)] : figures;
  if (rows.length === 0) return null;
  return html`<section aria-labelledby="numbers">
    <h2 id="numbers">${words.say('The numbers')}</h2>
    ${figureTable('numbers', rows, sources, words)}
  </section>`;
}

const stateWords = { over: 'is over', running: 'in progress' } as const;

/** How a year stands in sentences, drawn, and in figures. */
function yearState(report: TargetReport, state: 'over' | 'running', sources: SourceList, words: PageWords): Markup {
  const year = report.years.find((one) => one.state === state);
  if (!year) return null;
  const [id, figures, drawn] =
    state === 'over'
      ? (['ended-year', report.endedYear, report.endedYearToDate] as const)
      : (['running-year', report.yearInProgress, report.yearToDate] as const);
  return html`<h3 id=${id} dir=${words.dir}>${words.say(`${year.label} ${stateWords[state]}`)}</h3>
    <p class="lead" dir=${words.dir}>${year.sentences.map((sentence) => html`${words.say(sentence)} `)}</p>
    ${yearToDateFigure(`${id}-to-date`, drawn, sources, words)}
    ${figures.length > 0 && figureTable(id, figures, sources, words)}`;
}

/** The years whose total is not out yet: what is known, where each lands, what it takes or took. */
export function yearSection(report: TargetReport, sources: SourceList, words: PageWords): Markup {
  const { yearInProgress, yearToDate, years } = report;
  if (yearInProgress.length === 0 && years.length === 0) return null;
  const told = years.map(({ state }) => yearState(report, state, sources, words));
  return html`<section aria-labelledby="this-year">
    <h2 id="this-year">${words.say('The year in progress')}</h2>
    ${
      years.length > 0
        ? told
        : html`${yearToDateFigure('year-to-date', yearToDate, sources, words)}${figureTable('this-year', yearInProgress, sources, words)}`
    }
  </section>`;
}

/** What would make the target as likely as not. */
export function whatItTakesSection({ whatItTakes }: TargetReport, sources: SourceList, words: PageWords): Markup {
  if (whatItTakes.length === 0) return null;
  return html`<section aria-labelledby="takes">
    <h2 id="takes">${words.say('What even odds would take')}</h2>
    <p class="lead">${words.say('Each line alone would bring the probability at the date to 50 %, everything else as forecast.')}</p>
    ${figureTable('takes', whatItTakes, sources, words)}
  </section>`;
}
