import { sparkline } from '@hadaf/charts';
import type { IndexReport, TargetSummary } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { renderPage } from './document.ts';
import { drawing, html, type Markup } from './markup.ts';
import { type PageWords, wordsOf } from './page-words.ts';
import { standingBadge, statusBadge, statusWords } from './status.ts';

type Status = TargetSummary['status'];

const assessable: readonly Status[] = ['off-track', 'at-risk', 'on-track', 'achieved'];
const statusOrder: readonly Status[] = [...assessable, 'not-assessable', 'not-measurable'];

/** A promise with the other targets of the pack that repeat it. */
interface Promised extends TargetSummary {
  readonly repeatedBy: readonly TargetSummary[];
}

/** Each promise once: targets that repeat a listed one are found under it. */
function promisesOf(targets: readonly TargetSummary[]): Promised[] {
  const ids = new Set(targets.map(({ targetId }) => targetId));
  return targets
    .filter(({ samePromiseAs }) => samePromiseAs === null || !ids.has(samePromiseAs))
    .map((target) => ({
      ...target,
      repeatedBy: targets.filter(({ samePromiseAs }) => samePromiseAs === target.targetId),
    }));
}

const addressOf = ({ targetId }: TargetSummary) => `/targets/${encodeURIComponent(targetId)}`;

function targetLink(target: Promised, { say, at, dir }: PageWords): Markup {
  return html`<a href=${at(addressOf(target))} dir=${dir}>${say(target.title)}</a>`;
}

/** The other targets that repeat the promise. */
function repeatsLine({ repeatedBy }: Promised, { say, text, at }: PageWords): Markup {
  if (repeatedBy.length === 0) return null;
  const links = repeatedBy.map(
    (target, i) =>
      html`${i > 0 && say(', ')}<a href=${at(addressOf(target))} title=${text(target.title)}>${target.targetId}</a>`,
  );
  return html`<span class="sub">${say('The same promise in')} ${links}</span>`;
}

/** Who said it and when, as far as the claim tells, and who else. */
function announcement(target: Promised, words: PageWords): Markup {
  const { say, day } = words;
  const { announcedBy, announcedOn } = target;
  return html`<span class="sub"
    ><bdi>${say(announcedBy)}</bdi>${announcedOn && html`${say(', ')}${day(announcedOn)}`}</span
  >${repeatsLine(target, words)}`;
}

/** P at the date; the second line only where reaching it earlier and losing it again makes a difference a reader can see. */
function probabilityCell({ probability }: TargetSummary, { say }: PageWords): Markup {
  if (probability === null) return html`<span class="none">–</span>`;
  const [at, by] = [formatProbability(probability.atDate), formatProbability(probability.byDate)];
  return html`<b>${say(at)}</b>${at !== by && html`<span class="sub">${say(`${by} at some point before`)}</span>`}`;
}

/** The due period stands beside it, so `a year` is left out. */
const goal = ({ targetValue, unit }: TargetSummary) => formatQuantity(targetValue, quantityUnit(unit));

/** Growth a year: needed, and achieved below it. */
function growthCell({ requiredGrowth, achievedGrowth }: TargetSummary, { say }: PageWords): Markup {
  return html`${requiredGrowth === null ? html`<span class="none">–</span>` : say(formatShare(requiredGrowth))}${
    achievedGrowth !== null && html`<span class="sub">${say(`${formatShare(achievedGrowth)} achieved`)}</span>`
  }`;
}

function assessableRow(target: Promised, words: PageWords): Markup {
  const { say, text, dir } = words;
  const { latest, sparkline: line } = target;
  return html`<tr role="row" class=${`row-${target.status}`}>
    <th role="rowheader" scope="row" class="cell-title">${targetLink(target, words)}${announcement(target, words)}</th>
    <td role="cell" class="num" data-label=${text('Goal')}>${say(goal(target))}<span class="sub" dir=${dir}>${say(target.dueLabel)}</span></td>
    <td role="cell" class="num" data-label=${text('Latest')}>
      ${latest?.value == null ? '–' : say(formatQuantity(latest.value, latest.unit))}<span class="sub">${latest && say(latest.period)}</span>
    </td>
    <td role="cell" class="num" data-label=${text('Growth needed')}>${growthCell(target, words)}</td>
    <td role="cell" class="num" data-label=${text('Probability')}>${probabilityCell(target, words)}</td>
    <td role="cell" class="cell-spark" data-label=${text('History')}>${line && drawing(sparkline({ ...line, label: text(line.label) }), 'spark')}</td>
    <td role="cell" class="cell-status" data-label=${text('Status')}>${standingBadge(target, words)}</td>
  </tr>`;
}

function assessableTable(targets: readonly Promised[], words: PageWords): Markup {
  const columns = [
    ['Target', ''],
    ['Goal', 'num'],
    ['Latest', 'num'],
    ['Growth needed a year', 'num'],
    ['Probability', 'num'],
    ['History', ''],
    ['Status', ''],
  ] as const;
  return html`<table role="table" class="targets" aria-labelledby="assessed">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(([name, kind]) => html`<th role="columnheader" scope="col" class=${kind}>${words.say(name)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${targets.map((target) => assessableRow(target, words))}
    </tbody>
  </table>`;
}

/** The goal with its date; an event has a date and no size. */
function goalCell(target: Promised, { say, dir }: PageWords): Markup {
  const due = say(target.dueLabel);
  if (target.unit === 'event') return html`<span class="claim-goal num" dir=${dir}>${due}</span>`;
  return html`<span class="claim-goal num">${say(goal(target))}<span class="sub" dir=${dir}>${due}</span></span>`;
}

/** A target without a status: the claim, why it has none, and its goal. */
function claimRow(target: Promised, words: PageWords): Markup {
  return html`<li>
    <span class="claim-title">${targetLink(target, words)}${announcement(target, words)}</span>
    <span class="claim-reason" dir=${words.dir}>${words.say(target.reason)}</span>
    ${goalCell(target, words)}
  </li>`;
}

const unassessedWords = {
  'not-assessable': 'A series exists, but it does not answer the question yet.',
  'not-measurable': 'No statistic tracks these. They stay listed until somebody publishes one.',
} as const;

function unassessedSection(
  status: 'not-assessable' | 'not-measurable',
  targets: readonly Promised[],
  words: PageWords,
): Markup {
  if (targets.length === 0) return null;
  return html`<section id=${status} aria-labelledby=${`${status}-heading`}>
    <h2 id=${`${status}-heading`} class="group">${statusBadge(status, words)} <span class="count">${targets.length}</span></h2>
    <p class="lead">${words.say(unassessedWords[status])}</p>
    <ul class="claims">${targets.map((target) => claimRow(target, words))}</ul>
  </section>`;
}

/** How the targets whose period is over ended, and by how much. */
function outcomeRow(target: Promised, words: PageWords): Markup {
  return html`<li>
    <span class="claim-title">${targetLink(target, words)}${announcement(target, words)}</span>
    <span class="claim-reason">${standingBadge(target, words)}<span class="sub" dir=${words.dir}>${words.say(target.reason)}</span></span>
    ${goalCell(target, words)}
  </li>`;
}

function settledSection(targets: readonly Promised[], words: PageWords): Markup {
  const { say } = words;
  if (targets.length === 0) return null;
  const reached = targets.filter(({ status }) => status === 'achieved').length;
  return html`<section id="settled" aria-labelledby="settled-heading">
    <h2 id="settled-heading">${say('How past targets ended')} <span class="count">${targets.length}</span></h2>
    <p class="lead">${say(`${reached} of ${targets.length} reached.`)}</p>
    <ul class="claims">${targets.map((target) => outcomeRow(target, words))}</ul>
  </section>`;
}

/** A target whose date has passed while nothing says what came of it. */
const isUnpublished =
  (asOf: string) =>
  ({ dueEnd, status }: TargetSummary): boolean =>
    dueEnd !== null && dueEnd < asOf && assessable.includes(status);

function unpublishedRow(target: Promised, words: PageWords): Markup {
  const badge =
    target.label === 'overdue' ? statusBadge(target.status, words, 'Overdue') : standingBadge(target, words);
  return html`<li>
    <span class="claim-title">${targetLink(target, words)}${announcement(target, words)}</span>
    <span class="claim-reason">${badge}<span class="sub" dir=${words.dir}>${words.say(target.reason)}</span></span>
    ${goalCell(target, words)}
  </li>`;
}

function unpublishedSection(targets: readonly Promised[], words: PageWords): Markup {
  const { say } = words;
  if (targets.length === 0) return null;
  return html`<section id="unpublished" aria-labelledby="unpublished-heading">
    <h2 id="unpublished-heading">${say('Due, outcome not published')} <span class="count">${targets.length}</span></h2>
    <p class="lead">${say('Their date has passed, and no report says yet what came of them.')}</p>
    <ul class="claims">${targets.map((target) => unpublishedRow(target, words))}</ul>
  </section>`;
}

/** How many targets stand where, best known first; those whose date has passed are counted apart. */
function tally(targets: readonly Promised[], words: PageWords): Markup {
  const counts = Map.groupBy(targets, (target) => target.status);
  return html`<ul class="tally" aria-label=${words.text('Targets by status')}>
    ${statusOrder
      .filter((status) => counts.has(status))
      .map((status) => html`<li><b>${counts.get(status)?.length}</b>${statusBadge(status, words)}</li>`)}
  </ul>`;
}

/** How many targets, in how many claims, known when, by data of when. */
function leadWords({ targets, asOf, dataThrough }: IndexReport, promised: number): string {
  const count = `${promised} public ${promised === 1 ? 'target' : 'targets'}`;
  const claims = `${targets.length} ${targets.length === 1 ? 'claim' : 'claims'}`;
  const through = dataThrough === null ? '' : `, with data through ${dataThrough}`;
  return `${count}, stated in ${claims}, as known on ${asOf}${through}.`;
}

function describe(promised: number, withStatus: (status: Status) => readonly Promised[]): string {
  const counts = statusOrder.map((status) => `${withStatus(status).length} ${statusWords[status].toLowerCase()}`);
  return `${promised} public ${promised === 1 ? 'target' : 'targets'}: ${counts.join(', ')}.`;
}

/** The index of one published run: assessed targets first, then those that cannot be assessed, each with its reason. */
export function indexPage(
  report: IndexReport,
  unconfirmedSince: string | null,
  language: PageWords['language'],
): string {
  const words = wordsOf(language, report);
  const { say, text } = words;
  const promises = promisesOf(report.targets);
  const settled = promises.filter(({ isSettled }) => isSettled);
  const unsettled = promises.filter(({ isSettled }) => !isSettled);
  const unpublished = unsettled.filter(isUnpublished(report.asOf));
  const open = unsettled.filter((target) => !unpublished.includes(target));
  const withStatus = (...statuses: Status[]) => open.filter((target) => statuses.includes(target.status));
  const assessed = withStatus(...assessable);
  return renderPage({
    language,
    address: '/',
    title: text(`${report.title} · Hadaf`),
    description: text(describe(promises.length, withStatus)),
    site: text(report.title),
    stamp: report,
    unconfirmedSince,
    json: '/v1/targets',
    body: html`
      <h1 dir=${words.dir}>${say(report.title)}</h1>
      <p class="lead">${say(leadWords(report, promises.length))} ${say('Each links to what was said, what was reported, and how likely it is.')}</p>
      ${tally(open, words)}
      <section aria-labelledby="assessed">
        <h2 id="assessed">${say('Where they stand')} <span class="count">${assessed.length}</span></h2>
        ${assessed.length > 0 ? assessableTable(assessed, words) : html`<p>${say('No target of this pack could be assessed.')}</p>`}
      </section>
      ${unpublishedSection(unpublished, words)}
      ${settledSection(settled, words)}
      ${unassessedSection('not-assessable', withStatus('not-assessable'), words)}
      ${unassessedSection('not-measurable', withStatus('not-measurable'), words)}
      <p class="lead">
        ${say('How far the numbers can be trusted:')} <a href="/indicators">${say('every series, month by month')}</a>${say(', ')}
        <a href="/claims">${say('what the documents claim, checked')}</a>${say(', ')}
        <a href="/track-record">${say('how our forecasts did')}</a>${say(', ')}
        <a href="/conflicts">${say('where the sources disagree')}</a>${say('.')}
      </p>
    `,
  });
}
