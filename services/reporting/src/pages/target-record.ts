import type { PastTargetRow, TargetReport } from '@hadaf/engine';
import { formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';

function recordRow(row: PastTargetRow, targetId: string, sources: SourceList, words: PageWords): Markup {
  const { say, text, at } = words;
  const unit = quantityUnit(row.unit);
  const isThis = row.targetId === targetId;
  return html`<tr role="row" aria-current=${isThis ? 'true' : null}>
    <th role="rowheader" scope="row">
      ${isThis ? say(row.dueLabel) : html`<a href=${at(`/targets/${encodeURIComponent(row.targetId)}`)}>${say(row.dueLabel)}</a>`}
      <span class="sub" dir=${words.dir}>${say(row.announcedBy)}${row.standing === 'projection' && html` ${say('(a projection, no promise)')}`} ${references({ citations: [row.citation] }, sources, words)}</span>
    </th>
    <td role="cell" class="num" data-label=${text('Target')}>${say(formatQuantity(row.targetValue, unit))}</td>
    <td role="cell" class="num" data-label=${text('Outcome')}>${say(formatQuantity(row.outcome, unit))}</td>
    <td role="cell" class="num" data-label=${text('Attained')}>${say(row.share === null ? '–' : formatShare(row.share, 0))}</td>
    <td role="cell" data-label=${text('Result')} class=${`result ${row.reached ? 'reached' : 'missed'}`}>${say(row.reached ? 'Reached' : 'Missed')}</td>
  </tr>`;
}

function scoreWords(rows: readonly PastTargetRow[]): string {
  const official = rows.filter(({ standing }) => standing === 'official');
  const reached = official.filter((row) => row.reached).length;
  if (official.length === 0) return '';
  if (official.length === 1) {
    return `The 1 official target of this series whose year is over was ${reached === 1 ? 'reached' : 'missed'}.`;
  }
  return `${reached} of ${official.length} official targets of this series were reached when their year was over.`;
}

/** Earlier targets of the same series beside what came of them. */
export function recordSection(
  { trackRecord, trackRecordNotes, targetId }: TargetReport,
  sources: SourceList,
  words: PageWords,
): Markup {
  const { say, dir } = words;
  const scored = scoreWords(trackRecord);
  if (trackRecord.length === 0) return null;
  return html`<section aria-labelledby="record">
    <h2 id="record">${say('What became of earlier targets')}</h2>
    ${scored !== '' && html`<p class="lead">${say(scored)}</p>`}
    <table role="table" class="record" aria-labelledby="record">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${say('Year')}</th>
          <th role="columnheader" scope="col" class="num">${say('Target')}</th>
          <th role="columnheader" scope="col" class="num">${say('Outcome')}</th>
          <th role="columnheader" scope="col" class="num">${say('Attained')}</th>
          <th role="columnheader" scope="col">${say('Result')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${trackRecord.map((row) => recordRow(row, targetId, sources, words))}
      </tbody>
    </table>
    ${trackRecordNotes.map((note) => html`<p class="sub" dir=${dir}>${say(note)}</p>`)}
  </section>`;
}
