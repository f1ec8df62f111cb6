import type { ClaimRow, SlipReport, TargetReport } from '@hadaf/engine';
import { formatDay, withDays } from './day.ts';
import { html, type Markup } from './markup.ts';
import { references, type SourceList } from './sources.ts';

/** More claims than this are told on request. */
const mostShown = 6;

/** The day a claim was made, or by which it was known. */
function claimDay({ announcedOn, knownBy }: ClaimRow): Markup {
  const day = announcedOn ?? knownBy;
  return html`<time datetime=${day}>${announcedOn === null && 'by '}${formatDay(day)}</time>`;
}

/** Whether what it does to an earlier claim is our reading of the numbers. */
const isInferred = ({ ground, relation }: ClaimRow): boolean =>
  ground === 'inferred' && (relation === 'revises-value' || relation === 'moves-date');

function claimItem(claim: ClaimRow, report: TargetReport, sources: SourceList): Markup {
  const isThis = claim.targetId === report.targetId;
  return html`<li class=${claim.isSuperseded ? 'superseded' : ''} aria-current=${isThis ? 'true' : null}>
    ${claimDay(claim)}
    <span>
      <span dir="auto">${withDays(claim.sentence)}</span> ${references({ citations: [claim.citation] }, sources)}
      <span class="sub">
        ${isThis ? html`<b>This target.</b>` : html`<a href=${`/targets/${encodeURIComponent(claim.targetId)}`} dir="auto">${claim.title}</a>`}${
          claim.isSuperseded && ' Later revised or moved.'
        }${isInferred(claim) && ' Read from value and date; no source says which claim it replaces.'}
      </span>
    </span>
  </li>`;
}

function summaryWords(claims: readonly ClaimRow[]): string {
  const superseded = claims.filter(({ isSuperseded }) => isSuperseded).length;
  const first = claims[0]?.announcedOn ?? claims[0]?.knownBy ?? '';
  const moved = superseded === 0 ? 'none was revised or moved' : `${superseded} of them later revised or moved`;
  const renamed = claims.filter(({ relation }) => relation === 'changes-scope').length;
  const meaning = renamed === 0 ? '' : `; ${renamed} gave the same size another meaning`;
  return `${claims.length} official claims since ${formatDay(first)}, ${moved}${meaning}.`;
}

function slipsTable({ dates, sentence }: SlipReport): Markup {
  if (dates.length < 2) return html`<p dir="auto">${withDays(sentence)}</p>`;
  return html`<p dir="auto">${withDays(sentence)}</p>
    <div class="scroll" role="region" aria-label="Dates given" tabindex="0">
      <table class="slips">
        <thead>
          <tr><th scope="col">Date given</th><th scope="col">Known by</th><th scope="col">By whom</th><th scope="col" class="num">Days later</th></tr>
        </thead>
        <tbody>
          ${dates.map(
            ({ dueOn, knownBy, announcedBy, slipDays }) => html`<tr>
              <th scope="row"><time datetime=${dueOn}>${formatDay(dueOn)}</time></th>
              <td><time datetime=${knownBy}>${formatDay(knownBy)}</time></td>
              <td dir="auto">${announcedBy}</td>
              <td class="num">${slipDays === 0 ? '–' : String(slipDays).replace('-', '−')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** How the claim came to read as it does: who named, revised, moved and repeated it. */
export function claimsSection(report: TargetReport, sources: SourceList): Markup {
  const { claimHistory, slips } = report;
  if (claimHistory.length < 2 && (slips === null || slips.dates.length === 0)) return null;
  const list = html`<ol class="history">${claimHistory.map((claim) => claimItem(claim, report, sources))}</ol>`;
  return html`<section aria-labelledby="history">
    <h2 id="history">How the claim moved</h2>
    ${claimHistory.length > 1 && html`<p class="lead">${summaryWords(claimHistory)}</p>`}
    ${slips && slipsTable(slips)}
    ${claimHistory.length > mostShown ? html`<details><summary>All claims, oldest first</summary>${list}</details>` : list}
  </section>`;
}
