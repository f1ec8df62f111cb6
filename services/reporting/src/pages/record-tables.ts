import { reliabilityChart, reliabilityChartTable } from '@hadaf/charts';
import type { HorizonScores, Movement, PastTargetScoreRow, Reliability } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import { englishWords, type PageWords } from './page-words.ts';
import { figure } from './target-charts.ts';

/** A reliability diagram is square: wider says no more. */
const diagram = {
  draw: reliabilityChart,
  tabulate: reliabilityChartTable,
  looks: [
    { width: 720, height: 420 },
    { width: 340, height: 360 },
  ],
} as const;

const decimal = (value: number): string => value.toFixed(2).replace('-', '−');
const shareOrNone = (value: number | null): string => (value === null ? '–' : formatShare(value, 0));

/** A table of scores: the first column names the row. */
export function table(
  label: string,
  columns: readonly string[],
  rows: readonly Markup[],
  { say, text }: PageWords,
): Markup {
  const [first = '', ...numeric] = columns;
  return html`<div class="scroll" role="region" aria-label=${text(label)} tabindex="0"><table class="scores">
    <caption>${say(label)}</caption>
    <thead>
      <tr><th scope="col">${say(first)}</th>${numeric.map((column) => html`<th scope="col" class="num">${say(column)}</th>`)}</tr>
    </thead>
    <tbody>${rows}</tbody>
  </table></div>`;
}

/** Ours and the benchmarks by years ahead; null where no year has come. */
export function horizonTable(horizons: readonly HorizonScores[], words: PageWords): Markup {
  const { say } = words;
  if (horizons.length === 0) return null;
  const rows = horizons.flatMap(({ horizon, years, scores }) =>
    scores.map(
      (
        { name, mase, mape, bias, skill, crps, coverage80, coverage95, brier },
        i,
      ) => html`<tr class=${i === 0 ? 'ours' : null}>
        <th scope="row">${say(name)}<span class="sub">${say(`${horizon} ${horizon === 1 ? 'year' : 'years'} ahead, ${years} ${years === 1 ? 'case' : 'cases'}`)}</span></th>
        <td class="num">${decimal(mase)}</td>
        <td class="num">${say(shareOrNone(mape))}</td>
        <td class="num">${say(shareOrNone(bias))}</td>
        <td class="num">${skill === null ? '–' : decimal(skill)}</td>
        <td class="num">${decimal(crps)}</td>
        <td class="num">${say(formatShare(coverage80, 0))}</td>
        <td class="num">${say(formatShare(coverage95, 0))}</td>
        <td class="num">${brier.toFixed(3)}</td>
      </tr>`,
    ),
  );
  return html`${table('Scores by years ahead', ['Who', 'MASE', 'MAPE', 'Bias', 'Skill', 'CRPS', 'in 80 %', 'in 95 %', 'Brier'], rows, words)}
    <p class="sub">${say('MASE and CRPS in mean yearly changes known on the day of the forecast; Brier of five standard thresholds a forecast. Lower is better; “in 80 %” should be 80 %.')}
    ${say('Bias above 0 says too much; skill is 1 − MASE ÷ the drift’s: above 0 is better than the drift.')}</p>`;
}

const thirds = (value: number): string => value.toFixed(3).replace('-', '−');

/** What the Brier score consists of, and the other scores of the same questions. */
function scoreSentence({ brier, logScore, calibrationError, parts }: Reliability): string {
  const sum = `reliability ${thirds(parts.reliability)} − resolution ${thirds(parts.resolution)} + uncertainty ${thirds(parts.uncertainty)} + within bins ${thirds(parts.withinBins)}`;
  return `Brier ${thirds(brier)} = ${sum}; log score ${thirds(logScore)}; calibration error ${thirds(calibrationError)}.`;
}

/** The diagram, its table and the parts of its Brier score. */
export function reliabilitySection(
  id: string,
  heading: string,
  reliability: Reliability | null,
  words: PageWords,
): Markup {
  if (reliability === null) return null;
  const { say } = words;
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>${say(heading)}</h3>
    <p>${say(reliability.sentence)}</p>
    ${figure(id, diagram, reliability.chart, words)}
    <p class="sub">${say(scoreSentence(reliability))}</p>
  </section>`;
}

function pastRow(row: PastTargetScoreRow): Markup {
  const unit = quantityUnit(row.unit);
  const { comparison, vintages, missVisibleSince, missVisibleDays } = row;
  const [first, last] = [vintages.at(0), vintages.at(-1)];
  const error = (pick: 'errorOfTarget' | 'errorOfOurs' | 'errorOfBenchmark') =>
    comparison === null ? '–' : decimal(comparison[pick]);
  return html`<tr>
    <th scope="row">
      <a href=${`/targets/${encodeURIComponent(row.targetId)}`} dir="auto">${formatQuantity(row.targetValue, unit)} in ${row.dueLabel}</a>
      <span class="sub" dir="auto">${row.announcedBy}${row.standing === 'projection' && ' (a projection)'}</span>
    </th>
    <td class="num">${formatQuantity(row.outcome, unit)}<span class="sub">${row.reached ? 'reached' : 'missed'}${row.share !== null && `, ${formatShare(row.share, 0)}`}</span></td>
    <td class="num">${comparison === null ? '–' : formatQuantity(comparison.ours, unit)}<span class="sub">${comparison && englishWords.say(comparison.asOf)}</span></td>
    <td class="num">${error('errorOfTarget')}</td>
    <td class="num">${error('errorOfOurs')}</td>
    <td class="num">${error('errorOfBenchmark')}</td>
    <td class="num">${first && last ? `${formatProbability(first.probability)} → ${formatProbability(last.probability)}` : '–'}</td>
    <td class="num">${missVisibleDays === null ? '–' : `${missVisibleDays} ${missVisibleDays === 1 ? 'day' : 'days'} before`}<span class="sub">${missVisibleSince && englishWords.say(missVisibleSince)}</span></td>
  </tr>`;
}

/** Settled targets as forecasts of their year, beside ours and the drift's, with what P said. */
export function pastTargetTable(rows: readonly PastTargetScoreRow[]): Markup {
  if (rows.length === 0) return null;
  const columns = ['Target', 'Came', 'Ours then', 'Its error', 'Our error', 'Drift’s error', 'Our P', 'Miss visible'];
  return html`<h3>Official targets and projections as forecasts</h3>
    ${table('Targets whose year is over', columns, rows.map(pastRow), englishWords)}
    <p class="sub">Errors in mean yearly changes known on the day. Our P at the first and the last vintage before the period ended; a miss is visible since P stayed below 25 %.</p>`;
}

export function movementSection(id: string, movement: Movement | null): Markup {
  if (movement === null) return null;
  const { meanChange, correlation, movement: moved, uncertaintyReduction, z, sentence } = movement;
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>Did the probabilities move as honest ones do?</h3>
    <p>${sentence}</p>
    <p class="sub">
      Movement ${moved.toFixed(3)} for ${uncertaintyReduction.toFixed(3)} of uncertainty resolved${z !== null && `, z = ${decimal(z)}`}; mean change${' '}
      ${meanChange.toFixed(3)}${correlation !== null && `, correlation of successive changes ${decimal(correlation)}`} (Augenblick and Rabin 2021).
    </p>
  </section>`;
}
