import type { TargetReport } from '@hadaf/engine';
import { formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import type { StandingRecord } from '../published/run-record.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';

const level = 0.8;
/** Within this of the level a handful of outcomes says nothing against an interval. */
const tolerance = 0.1;
/** Fewer outcomes than this judge no interval. */
const fewest = 10;

function coverageJudgement(share: number, outcomes: number): string {
  if (outcomes < fewest) return 'too few to judge it';
  if (share < level - tolerance) return 'so far it was too narrow for this series';
  return share > level + tolerance ? 'so far it was wider than it had to be' : 'about as many as it should';
}

/** How many outcomes the 80 % interval of a series held, over all the years ahead that can be judged: a line a stream. */
function pastCoverage(targetId: string, standing: StandingRecord | null): string[] {
  const series = standing?.report.series.find(({ targetIds }) => targetIds.includes(targetId));
  return (series?.streams ?? []).flatMap(({ kind, horizons }) => {
    const held = horizons.map(({ years, scores }) => years * (scores[0]?.coverage80 ?? 0)).reduce((a, b) => a + b, 0);
    const outcomes = horizons.reduce((sum, { years }) => sum + years, 0);
    if (outcomes === 0) return [];
    const furthest = Math.max(...horizons.map(({ horizon }) => horizon));
    const reach = furthest === 1 ? '1 year ahead' : `up to ${furthest} years ahead`;
    const whose = kind === 'published' ? 'As published' : 'Replayed from what was known on earlier days';
    const cases = `${outcomes} ${outcomes === 1 ? 'outcome' : 'outcomes'}`;
    const share = held / outcomes;
    return [
      `${whose}, the 80 % interval held ${formatShare(share, 0)} of ${cases}, ${reach}: ${coverageJudgement(share, outcomes)}.`,
    ];
  });
}

/** The forecast at the deadline as intervals, narrow to wide, and how such intervals did on this series. */
export function intervalSection(
  { targetId, interval, unit }: TargetReport,
  standing: StandingRecord | null,
  { say, text, dir }: PageWords,
): Markup {
  if (interval.length === 0) return null;
  const rows = [...interval].sort((a, b) => a.level - b.level);
  return html`<section aria-labelledby="interval">
    <h2 id="interval">${say('What is likely at the date')}</h2>
    <div class="scroll" role="region" aria-label=${text('Prediction intervals')} tabindex="0"><table class="intervals">
      <thead>
        <tr><th scope="col">${say('Prediction interval')}</th><th scope="col">${say('Period')}</th><th scope="col" class="num">${say('From')}</th><th scope="col" class="num">${say('To')}</th></tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${say(`${Math.round(row.level * 100)} %`)}</th>
            <td dir=${dir}>${say(row.period)}</td>
            <td class="num">${say(formatQuantity(row.lower, quantityUnit(unit)))}</td>
            <td class="num">${say(formatQuantity(row.upper, quantityUnit(unit)))}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>
    ${pastCoverage(targetId, standing).map((line) => html`<p class="lead" dir=${dir}>${say(line)}</p>`)}
  </section>`;
}
