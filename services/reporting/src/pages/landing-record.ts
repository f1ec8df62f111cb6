import type { LandingCaseRow, LandingRecord, LandingScore } from '@hadaf/engine';
import { counted, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { reliabilitySection, table } from './record-tables.ts';

const shareOrNone = (share: number | null, { say }: PageWords): Markup =>
  share === null ? '–' : say(formatShare(share, 0));

function scoreRow(score: LandingScore, months: string, words: PageWords): Markup {
  const { name, cases, error, oursOnSame, crps, coverage80, coverage95 } = score;
  const { say } = words;
  return html`<tr class=${name === 'Hadaf' ? 'ours' : null}>
    <th scope="row">${say(name)}<span class="sub">${say(months)}, ${say(counted(cases, 'case'))}</span></th>
    <td class="num">${say(formatShare(error))}</td>
    <td class="num">${say(formatShare(oursOnSame))}</td>
    <td class="num">${say(formatShare(crps))}</td>
    <td class="num">${shareOrNone(coverage80, words)}</td>
    <td class="num">${shareOrNone(coverage95, words)}</td>
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

/** Where years without a total were to land, by the months known, beside simpler ways and official numbers. */
export function landingSection(id: string, landings: LandingRecord | null, words: PageWords): Markup {
  if (landings === null) return null;
  const { say } = words;
  const { months, scores, cases, sentence, milestoneReliability } = landings;
  const rows = [
    ...scores.map((score) => scoreRow(score, 'all months', words)),
    ...months.flatMap((row) =>
      row.scores.map((score) => scoreRow(score, `${counted(row.months, 'month')} known`, words)),
    ),
  ];
  const columns = ['Who', 'Missed by', 'Ours on the same', 'CRPS', 'in 80 %', 'in 95 %'];
  const told = ['Year', 'Months known', 'Ours', 'Came', 'Last year’s share', 'Equal months', 'Official'];
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>${say('Where the year lands, by months known')}</h3>
    <p>${say(sentence)}</p>
    ${table('Landings by months known', columns, rows, words)}
    <p class="sub">${say('Errors and CRPS as shares of the total that came; of a single number the CRPS is its error. The first landing at each number of months counts.')}</p>
    <details>
      <summary>${say('Every landing')}</summary>
      ${table(
        'Landings whose total has come',
        told,
        cases.map((one) => caseRow(one, words)),
        words,
      )}
    </details>
    ${reliabilitySection(`${id}-milestones`, 'Probabilities of milestones of years', milestoneReliability, words)}
  </section>`;
}
