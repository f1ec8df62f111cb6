import type { Citation, OthersForecastRow, OthersScores, SideBySide } from '@hadaf/engine';
import { formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { withDays } from './day.ts';
import { html, type Markup } from './markup.ts';
import { englishWords } from './page-words.ts';
import { table } from './record-tables.ts';
import { isWebAddress } from './sources.ts';

const none = '–';
const decimal = (value: number): string => value.toFixed(2).replace('-', '−');
const sign = (value: number): string => `${value > 0 ? '+' : ''}${formatShare(value, 0)}`;

/** Years ahead in words: 0 is the year in progress. */
function ahead(horizon: number | null): string {
  if (horizon === null) return 'all together';
  if (horizon === 0) return 'in the year itself';
  return `${horizon} ${horizon === 1 ? 'year' : 'years'} ahead`;
}

function scoreRows({ horizon, cases, unit, scores }: OthersScores): Markup[] {
  return scores.map(
    ({ who, mae, mape, bias, skill }) => html`<tr class=${who === 'Hadaf' ? 'ours' : null}>
      <th scope="row">${who}<span class="sub">${ahead(horizon)}, ${cases} ${cases === 1 ? 'case' : 'cases'}</span></th>
      <td class="num">${mae === null || unit === null ? none : formatQuantity(mae, quantityUnit(unit))}</td>
      <td class="num">${formatShare(mape, 0)}</td>
      <td class="num">${sign(bias)}</td>
      <td class="num">${skill === null ? none : decimal(skill)}</td>
    </tr>`,
  );
}

function sourceLine(label: string, { publisher, url, knownBy }: Citation): Markup {
  const page = isWebAddress(url) ? html`<a href=${url} rel="noreferrer external">${publisher}</a>` : publisher;
  return html`<span class="sub" dir="auto">${label}: ${page}, ${withDays(knownBy)}</span>`;
}

function caseRow(row: OthersForecastRow): Markup {
  const quantity = (value: number) => formatQuantity(value, quantityUnit(row.unit));
  const { beside, outcome, source, outcomeSource } = row;
  const missed = (said: number) => (outcome === null ? none : sign((said - outcome) / Math.abs(outcome)));
  const said = (value: number | undefined) =>
    html`<td class="num">${value === undefined ? none : quantity(value)}<span class="sub">${value !== undefined && missed(value)}</span></td>`;
  return html`<tr>
    <th scope="row">
      <a href=${`/targets/${encodeURIComponent(row.targetId)}`} dir="auto">${row.announcedBy}</a>, ${row.dueLabel}
      ${sourceLine(row.standing === 'projection' ? 'projection' : 'target', source)}
      ${outcomeSource && sourceLine('came', outcomeSource)}
    </th>
    <td class="num">${outcome === null ? none : quantity(outcome)}</td>
    ${said(row.said)}
    ${said(beside?.ours)}
    ${said(beside?.drift)}
    <td>${beside ? html`${ahead(beside.horizon)}, ours of ${withDays(beside.asOf)}` : row.absent}</td>
  </tr>`;
}

/** What others said of years that are over, case by case with its pages, and mean errors beside ours and the drift's. */
export function othersSection(id: string, others: SideBySide | null): Markup {
  if (others === null || others.rows.length === 0) return null;
  if (others.scores.length === 0)
    return html`<section aria-labelledby=${id}><h3 id=${id}>Others’ forecasts beside ours</h3><p>${others.sentence}</p></section>`;
  const scores = ['Who', 'MAE', 'MAPE', 'Bias', 'Skill'];
  const cases = ['Who, and for when', 'Came', 'They said', 'We said', 'Drift said', 'Compared'];
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>Others’ forecasts beside ours</h3>
    <p>${others.sentence}</p>
    ${table('Errors by years ahead, on the same years', scores, others.scores.flatMap(scoreRows), englishWords)}
    ${table('Every forecast by others of a year that is over', cases, others.rows.map(caseRow), englishWords)}
    <p class="sub">
      Errors are said less came; bias above 0 says too much; skill is 1 − MAPE ÷ the drift’s on the same years. A target is no
      forecast by its maker’s word; it is scored as one because it is read as one.
    </p>
  </section>`;
}
