import type { LandingCaseRow, LandingRecord, LandingScore } from '@hadaf/engine';
import { counted, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { reliabilitySection, table } from './record-tables.ts';

const others = ['Last year’s share', 'Equal months', 'Official number of the year'] as const;

/** Another's error; where it was scored on fewer landings than ours, on how many, and ours on these. */
function otherCell(own: LandingScore, score: LandingScore | undefined, { say }: PageWords): Markup {
  if (!score) return html`<td class="num">–</td>`;
  const { cases, error, oursOnSame } = score;
  const some = cases < own.cases && `${counted(cases, 'case')}; ours ${formatShare(oursOnSame)}`;
  return html`<td class="num">${say(formatShare(error))}${some && html`<span class="sub">${say(some)}</span>`}</td>`;
}

function scoreRow(name: string, scores: readonly LandingScore[], words: PageWords): Markup {
  const [own] = scores;
  if (!own) return null;
  const { say } = words;
  const share = (value: number | null, digits: number) => (value === null ? '–' : say(formatShare(value, digits)));
  return html`<tr>
    <th scope="row">${say(`${name}, ${counted(own.cases, 'case')}`)}</th>
    <td class="num"><b>${share(own.error, 1)}</b></td>
    ${others.map((other) =>
      otherCell(
        own,
        scores.find((score) => score.name === other),
        words,
      ),
    )}
    <td class="num">${share(own.crps, 1)}</td>
    <td class="num">${share(own.coverage80, 0)}</td>
    <td class="num">${share(own.coverage95, 0)}</td>
  </tr>`;
}

function caseRow(one: LandingCaseRow, { say, day }: PageWords): Markup {
  const unit = quantityUnit(one.unit);
  const amount = (value: number | null) => (value === null ? '–' : say(formatQuantity(value, unit)));
  return html`<tr>
    <th scope="row">${say(one.label)}<span class="sub">${one.seriesId.replaceAll('_', ' ')}</span></th>
    <td class="num">${one.months}<span class="sub">${day(one.asOf)}</span></td>
    <td class="num">${amount(one.median)}<span class="sub">${amount(one.lower80)} – ${amount(one.upper80)}</span></td>
    <td class="num">${amount(one.actual)}</td>
    <td class="num">${amount(one.sameShare)}</td>
    <td class="num">${amount(one.equalMonths)}</td>
    <td class="num">${one.official ? html`<a href=${`/targets/${encodeURIComponent(one.official.targetId)}`}>${amount(one.official.value)}</a>` : '–'}</td>
  </tr>`;
}

/** Scores of landings by the months known, beside simpler ways and official numbers. */
export function landingTable({ months, scores, sentence }: LandingRecord, words: PageWords): Markup {
  const { say } = words;
  const rows = [
    scoreRow('all months', scores, words),
    ...months.map((row) => scoreRow(`${counted(row.months, 'month')} known`, row.scores, words)),
  ];
  const columns = ['Missed by', 'Hadaf', ...others, 'CRPS', 'in 80 %', 'in 95 %'];
  return html`<p>${say(sentence)}</p>
    ${table('Landings by months known', columns, rows, words)}
    <p class="sub">${say('Mean errors and our CRPS as shares of the total that came; of a single number the CRPS is its error. The first landing at each number of months counts.')}</p>`;
}

/** Where years without a total were to land: scores, every landing whose total has come, and the milestones told with them. */
export function landingSection(id: string, landings: LandingRecord | null, words: PageWords): Markup {
  if (landings === null) return null;
  const { say } = words;
  const columns = ['Year', 'Months known', 'Ours', 'Came', 'Last year’s share', 'Equal months', 'Official'];
  const rows = landings.cases.map((one) => caseRow(one, words));
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>${say('Where the year lands, by months known')}</h3>
    ${landingTable(landings, words)}
    <details>
      <summary>${say('Every landing')}</summary>
      ${table('Landings whose total has come', columns, rows, words)}
    </details>
    ${reliabilitySection(`${id}-milestones`, 'Probabilities of milestones of years', landings.milestoneReliability, words)}
  </section>`;
}
