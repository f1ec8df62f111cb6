import type { ClaimRow, SlipReport, TargetReport } from '@hadaf/engine';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { references, type SourceList } from './sources.ts';

/** More claims than this are told on request. */
const mostShown = 6;

/** The day a claim was made, or by which it was known. */
function claimDay({ announcedOn, knownBy }: ClaimRow, { say }: PageWords): Markup {
  const words = announcedOn === null ? `by ${knownBy}` : announcedOn;
  return html`<time datetime=${announcedOn ?? knownBy}>${say(words)}</time>`;
}

/** Whether what it does to an earlier claim is our reading of the numbers. */
const isInferred = ({ ground, relation }: ClaimRow): boolean =>
  ground === 'inferred' && (relation === 'revises-value' || relation === 'moves-date');

/** What is to be known of a claim besides its sentence. */
function claimRemarks(claim: ClaimRow): string[] {
  return [
    ...(claim.isSuperseded ? ['Later revised or moved.'] : []),
    ...(isInferred(claim) ? ['Read from value and date; no source says which claim it replaces.'] : []),
  ];
}

function claimItem(claim: ClaimRow, report: TargetReport, sources: SourceList, words: PageWords): Markup {
  const { say, at, dir } = words;
  const address = at(`/targets/${encodeURIComponent(claim.targetId)}`);
  const isThis = claim.targetId === report.targetId;
  return html`<li class=${claim.isSuperseded ? 'superseded' : ''} aria-current=${isThis ? 'true' : null}>
    ${claimDay(claim, words)}
    <span>
      <span dir=${dir}>${say(claim.sentence)}</span> ${references({ citations: [claim.citation] }, sources, words)}
      <span class="sub">
        ${isThis ? html`<b>${say('This target.')}</b>` : html`<a href=${address} dir=${dir}>${say(claim.title)}</a>`}
        ${claimRemarks(claim).map((remark) => html` ${say(remark)}`)}
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
  return `${claims.length} official claims since ${first}, ${moved}${meaning}.`;
}

function slipsTable({ dates, sentence }: SlipReport, { say, text, day, dir }: PageWords): Markup {
  if (dates.length < 2) return html`<p dir=${dir}>${say(sentence)}</p>`;
  return html`<p dir=${dir}>${say(sentence)}</p>
    <div class="scroll" role="region" aria-label=${text('Dates given')} tabindex="0">
      <table class="slips">
        <thead>
          <tr><th scope="col">${say('Date given')}</th><th scope="col">${say('Known by')}</th><th scope="col">${say('By whom')}</th><th scope="col" class="num">${say('Days later')}</th></tr>
        </thead>
        <tbody>
          ${dates.map(
            ({ dueOn, knownBy, announcedBy, slipDays }) => html`<tr>
              <th scope="row">${day(dueOn)}</th>
              <td>${day(knownBy)}</td>
              <td dir=${dir}>${say(announcedBy)}</td>
              <td class="num">${say(slipDays === 0 ? '–' : String(slipDays).replace('-', '−'))}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** How the claim came to read as it does: who named, revised, moved and repeated it. */
export function claimsSection(report: TargetReport, sources: SourceList, words: PageWords): Markup {
  const { say } = words;
  const { claimHistory, slips } = report;
  if (claimHistory.length < 2 && (slips === null || slips.dates.length === 0)) return null;
  const list = html`<ol class="history">${claimHistory.map((claim) => claimItem(claim, report, sources, words))}</ol>`;
  return html`<section aria-labelledby="history">
    <h2 id="history">${say('How the claim moved')}</h2>
    ${claimHistory.length > 1 && html`<p class="lead">${say(summaryWords(claimHistory))}</p>`}
    ${slips && slipsTable(slips, words)}
    ${claimHistory.length > mostShown ? html`<details><summary>${say('All claims, oldest first')}</summary>${list}</details>` : list}
  </section>`;
}
