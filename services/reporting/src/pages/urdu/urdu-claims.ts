import type { PastTargetRow, TargetReport } from '@hadaf/engine';
import { formatShare, quantityUnit } from '@hadaf/series';
import { html, type Markup } from '../markup.ts';
import { references, type SourceList } from '../sources.ts';
import { day, printed, quantity, type Reader } from './urdu-reader.ts';

function term(label: string, content: Markup): Markup {
  return content === null || content === '' ? null : html`<div><dt>${label}</dt><dd>${content}</dd></div>`;
}

const original = (words: string): Markup =>
  words === '' ? null : html`<span class="original" lang="en" dir="auto">${words}</span>`;

/** The claim itself: what stands on the page stays in the page's own words. */
export function urduClaimCard(report: TargetReport, read: Reader): Markup {
  const { announcedOn, dueReadings, wording, status, assumption } = report;
  return html`<section class="card" aria-labelledby="claim">
    <h2 id="claim">کیا کہا گیا</h2>
    <dl class="terms">
      ${term('کس نے', original(report.announcedBy))}
      ${term('کب', announcedOn === null ? 'بلا تاریخ' : day(announcedOn))}
      ${term('تاریخ، اصل الفاظ میں', original(wording.due))}
      ${term('مراد لی گئی تاریخ', dueReadings.length === 0 ? 'کوئی تاریخ نہیں بتائی گئی' : dueReadings.map((reading, i) => html`${i > 0 && '؛ '}${read(reading)}`))}
      ${term(status === 'not-measurable' ? 'جس چیز کا نام لیا گیا' : 'پیمائش کا سلسلہ', read(report.indicatorName))}
      ${term('مفروضہ', assumption === null ? null : read(assumption))}
    </dl>
  </section>`;
}

/** How the claim moved, oldest first, and the dates an event was promised for. */
export function urduHistorySection({ claimHistory, slips }: TargetReport, read: Reader, sources: SourceList): Markup {
  if (claimHistory.length === 0 && slips === null) return null;
  return html`<section aria-labelledby="history">
    <h2 id="history">دعویٰ کیسے بدلا</h2>
    ${slips && html`<p>${read(slips.sentence)}</p>`}
    <ul class="caveats">
      ${claimHistory.map((claim) => html`<li>${read(claim.sentence)} ${references({ citations: [claim.citation] }, sources)}</li>`)}
    </ul>
  </section>`;
}

function recordRow(row: PastTargetRow, read: Reader): Markup {
  const unit = quantityUnit(row.unit);
  return html`<tr role="row">
    <th role="rowheader" scope="row">${read(row.dueLabel)}<span class="sub">${original(row.announcedBy)}</span></th>
    <td role="cell" class="num" data-label="ہدف">${quantity(row.targetValue, unit)}</td>
    <td role="cell" class="num" data-label="نتیجہ">${quantity(row.outcome, unit)}</td>
    <td role="cell" class="num" data-label="حاصل">${row.share === null ? '–' : printed(formatShare(row.share, 0))}</td>
    <td role="cell" data-label="انجام" class=${`result ${row.reached ? 'reached' : 'missed'}`}>${row.reached ? 'پورا ہوا' : 'پورا نہیں ہوا'}</td>
  </tr>`;
}

/** Earlier targets of the same series beside what came of them. */
export function urduRecordSection({ trackRecord, trackRecordNotes }: TargetReport, read: Reader): Markup {
  if (trackRecord.length === 0) return null;
  return html`<section aria-labelledby="record">
    <h2 id="record">گزشتہ اہداف کا انجام</h2>
    <table role="table" class="record" aria-labelledby="record">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">سال</th>
          <th role="columnheader" scope="col" class="num">ہدف</th>
          <th role="columnheader" scope="col" class="num">نتیجہ</th>
          <th role="columnheader" scope="col" class="num">حاصل</th>
          <th role="columnheader" scope="col">انجام</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${trackRecord.map((row) => recordRow(row, read))}
      </tbody>
    </table>
    ${trackRecordNotes.map((note) => html`<p class="sub">${read(note)}</p>`)}
  </section>`;
}
