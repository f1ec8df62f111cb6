import type { PastTargetRow, TargetReport } from '@hadaf/engine';
import { formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import { references, type SourceList } from './sources.ts';

function recordRow(row: PastTargetRow, targetId: string, sources: SourceList): Markup {
  const unit = quantityUnit(row.unit);
  const isThis = row.targetId === targetId;
  return html`<tr role="row" aria-current=${isThis ? 'true' : null}>
    <th role="rowheader" scope="row">
      ${isThis ? row.dueLabel : html`<a href=${`/targets/${encodeURIComponent(row.targetId)}`}>${row.dueLabel}</a>`}
      <span class="sub" dir="auto">${row.announcedBy}${row.standing === 'projection' && ' (a projection, no promise)'} ${references({ citations: [row.citation] }, sources)}</span>
    </th>
    <td role="cell" class="num" data-label="Target">${formatQuantity(row.targetValue, unit)}</td>
    <td role="cell" class="num" data-label="Outcome">${formatQuantity(row.outcome, unit)}</td>
    <td role="cell" class="num" data-label="Attained">${row.share === null ? '–' : formatShare(row.share, 0)}</td>
    <td role="cell" data-label="Result" class=${`result ${row.reached ? 'reached' : 'missed'}`}>${row.reached ? 'Reached' : 'Missed'}</td>
  </tr>`;
}

function scoreWords(rows: readonly PastTargetRow[]): string {
  const official = rows.filter(({ standing }) => standing === 'official');
  const reached = official.filter((row) => row.reached).length;
  return `${reached} of ${official.length} official targets of this series were reached when their year was over.`;
}

/** Earlier targets of the same series beside what came of them. */
export function recordSection({ trackRecord, trackRecordNotes, targetId }: TargetReport, sources: SourceList): Markup {
  if (trackRecord.length === 0) return null;
  return html`<section aria-labelledby="record">
    <h2 id="record">What became of earlier targets</h2>
    <p class="lead">${scoreWords(trackRecord)}</p>
    <table role="table" class="record" aria-labelledby="record">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Year</th>
          <th role="columnheader" scope="col" class="num">Target</th>
          <th role="columnheader" scope="col" class="num">Outcome</th>
          <th role="columnheader" scope="col" class="num">Attained</th>
          <th role="columnheader" scope="col">Result</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${trackRecord.map((row) => recordRow(row, targetId, sources))}
      </tbody>
    </table>
    ${trackRecordNotes.map((note) => html`<p class="sub" dir="auto">${note}</p>`)}
  </section>`;
}
