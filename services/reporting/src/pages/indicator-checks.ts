import type { IndicatorReport, MonthConflict, YearRow } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { withDays } from './day.ts';
import { html, type Markup } from './markup.ts';
import { printed, reportLink } from './report-link.ts';

function signed(difference: number | null): string {
  if (difference === null) return '–';
  const rounded = Number(difference.toFixed(1));
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

const labelOrder = ['reported', 'derived', 'estimated', 'unknown'] as const;

function monthsOf({ labels }: YearRow): string {
  return labelOrder
    .filter((label) => labels[label] > 0)
    .map((label) => `${labels[label]} ${label}`)
    .join(', ');
}

/** Totals that were printed for the year at other times. */
function otherPrints({ others }: YearRow, { documents }: IndicatorReport): Markup {
  if (others.length === 0) return null;
  return html`<span class="sub">Also printed: ${others.map(
    (other, i) =>
      html`${i > 0 && '; '}${printed(other)} (${reportLink(other, documents)}${!other.isWithinPrint && `; months sum to ${signed(other.difference)}`})`,
  )}</span>`;
}

function yearRow(year: YearRow, report: IndicatorReport): Markup {
  const { fiscalYear, published, sum, difference, isWithinPrint, explanation } = year;
  return html`<tr role="row">
    <th role="rowheader" scope="row">${fiscalYear}</th>
    <td role="cell" class="num" data-label="Published">${printed(published)}</td>
    <td role="cell" class="num" data-label="Twelve months">${sum === null ? '–' : Number(sum.toFixed(1)).toLocaleString('en')}</td>
    <td role="cell" class="num" data-label="Difference">${signed(difference)}</td>
    <td role="cell" class="fine">
      <span class=${isWithinPrint ? 'result reached' : 'result missed'}>${isWithinPrint ? 'Within print.' : 'Another number.'}</span>${' '}
      ${explanation && html`<span dir="auto">${withDays(explanation)}. </span>`}${monthsOf(year)}.
      Total by ${reportLink(published, report.documents)}.${otherPrints(year, report)}
    </td>
  </tr>`;
}

/** Published fiscal years beside the sums of their twelve months. */
export function yearsSection(report: IndicatorReport): Markup {
  const { years, indicator } = report;
  if (years.length === 0) return null;
  const apart = years.filter(({ isWithinPrint }) => !isWithinPrint).length;
  const verdict =
    apart === 0
      ? `All ${years.length} published years are the sums of their months, within what was printed.`
      : `${years.length - apart} of ${years.length} published years are the sums of their months, within what was printed; ${apart} not, with the reason.`;
  return html`<section aria-labelledby="years">
    <h2 id="years">Years against their months</h2>
    <p class="lead">${verdict} In ${indicator.unit}.</p>
    <table role="table" class="record years" aria-labelledby="years">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Year</th>
          <th role="columnheader" scope="col" class="num">Published</th>
          <th role="columnheader" scope="col" class="num">Twelve months</th>
          <th role="columnheader" scope="col" class="num">Difference</th>
          <th role="columnheader" scope="col">Check</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${years.toReversed().map((year) => yearRow(year, report))}
      </tbody>
    </table>
  </section>`;
}

const kinds: readonly (readonly [MonthConflict['kind'], heading: string, meaning: string])[] = [
  [
    'sums',
    'Reports that cannot hold together',
    'Each is a smallest set: without any one of its reports the others agree. The likeliest to be wrong or outdated is set aside; nothing is averaged.',
  ],
  ['suspect', 'Reports left out', 'Judged doubtful, and what they contradict.'],
  [
    'revision',
    'Revised, or printed differently',
    'One period, several values. The newest that others do not refute stands.',
  ],
];

/** Reports a hair apart are not $0m apart. */
const smallestShown = 0.1;

function apart(excess: number, unit: string): string {
  if (excess === 0) return '–';
  return excess < smallestShown ? `under ${formatQuantity(smallestShown, unit)}` : formatQuantity(excess, unit);
}

function conflictItem(conflict: MonthConflict, report: IndicatorReport): Markup {
  const { reports, excess, impliesNegative, likelyCulprit, reason } = conflict;
  const isCulprit = (one: MonthConflict['reports'][number]) =>
    one.document === likelyCulprit.document && one.period === likelyCulprit.period && one.value === likelyCulprit.value;
  return html`<li>
    <span class="claim-title"
      >${reports.map(
        (one) => html`<span class="side"
          >${one.period} <b>${printed(one)}</b>${isCulprit(one) && html` <span class="missed">likely wrong or outdated</span>`}
          <span class="sub">${reportLink(one, report.documents)}</span></span
        >`,
      )}</span
    >
    <span class="claim-reason" dir="auto">${withDays(reason)}${impliesNegative && ' A month between them would be negative: a sign of a revision.'}</span>
    <span class="claim-goal num">${apart(excess, report.indicator.unit)}<span class="sub">apart</span></span>
  </li>`;
}

/** Where reports of this indicator disagree, by kind. */
export function conflictSections(report: IndicatorReport): Markup {
  return kinds.map(([kind, heading, meaning]) => {
    const own = report.conflicts.filter((conflict) => conflict.kind === kind);
    if (own.length === 0) return null;
    return html`<section aria-labelledby=${`conflicts-${kind}`}>
      <h2 id=${`conflicts-${kind}`}>${heading} <span class="count">${own.length}</span></h2>
      <p class="lead">${meaning}</p>
      <ul class="claims">${own.map((conflict) => conflictItem(conflict, report))}</ul>
    </section>`;
  });
}
