import { sparkline } from '@hadaf/charts';
import type { IndexReport, TargetSummary } from '@hadaf/engine';
import { formatProbability, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { formatDay, withDays } from './day.ts';
import { renderPage } from './document.ts';
import { drawing, html, type Markup } from './markup.ts';
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

function targetLink(target: Promised): Markup {
  return html`<a href=${`/targets/${encodeURIComponent(target.targetId)}`} dir="auto">${target.title}</a>`;
}

/** The other targets that repeat the promise. */
function repeatsLine({ repeatedBy }: Promised): Markup {
  if (repeatedBy.length === 0) return null;
  const links = repeatedBy.map(
    ({ targetId, title }, i) =>
      html`${i > 0 && ', '}<a href=${`/targets/${encodeURIComponent(targetId)}`} title=${title}>${targetId}</a>`,
  );
  return html`<span class="sub">The same promise in ${links}</span>`;
}

/** Who said it and when, as far as the claim tells, and who else. */
function announcement(target: Promised): Markup {
  const { announcedBy, announcedOn } = target;
  return html`<span class="sub"
    ><bdi>${announcedBy}</bdi>${announcedOn && html`, <time datetime=${announcedOn}>${formatDay(announcedOn)}</time>`}</span
  >${repeatsLine(target)}`;
}

/** P at the date; the second line only where reaching it earlier and losing it again makes a difference a reader can see. */
function probabilityCell({ probability }: TargetSummary): Markup {
  if (probability === null) return html`<span class="none">–</span>`;
  const [at, by] = [formatProbability(probability.atDate), formatProbability(probability.byDate)];
  return html`<b>${at}</b>${at !== by && html`<span class="sub">${by} at some point</span>`}`;
}

/** The due period stands beside it, so `a year` is left out. */
const goal = ({ targetValue, unit }: TargetSummary) => formatQuantity(targetValue, quantityUnit(unit));

/** Growth a year: needed, and achieved below it. */
function growthCell({ requiredGrowth, achievedGrowth }: TargetSummary): Markup {
  return html`${requiredGrowth === null ? html`<span class="none">–</span>` : formatShare(requiredGrowth)}${
    achievedGrowth !== null && html`<span class="sub">${formatShare(achievedGrowth)} achieved</span>`
  }`;
}

function assessableRow(target: Promised): Markup {
  const { latest } = target;
  return html`<tr role="row" class=${`row-${target.status}`}>
    <th role="rowheader" scope="row" class="cell-title">${targetLink(target)}${announcement(target)}</th>
    <td role="cell" class="num" data-label="Goal">${goal(target)}<span class="sub" dir="auto">${target.dueLabel}</span></td>
    <td role="cell" class="num" data-label="Latest">
      ${latest?.value == null ? '–' : formatQuantity(latest.value, latest.unit)}<span class="sub">${latest?.period}</span>
    </td>
    <td role="cell" class="num" data-label="Growth needed">${growthCell(target)}</td>
    <td role="cell" class="num" data-label="Probability">${probabilityCell(target)}</td>
    <td role="cell" class="cell-spark" data-label="History">${target.sparkline && drawing(sparkline(target.sparkline), 'spark')}</td>
    <td role="cell" class="cell-status" data-label="Status">${standingBadge(target)}</td>
  </tr>`;
}

function assessableTable(targets: readonly Promised[]): Markup {
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
        ${columns.map(([name, kind]) => html`<th role="columnheader" scope="col" class=${kind}>${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${targets.map(assessableRow)}
    </tbody>
  </table>`;
}

/** The goal with its date; an event has a date and no size. */
function goalCell(target: Promised): Markup {
  const due = withDays(target.dueLabel);
  if (target.unit === 'event') return html`<span class="claim-goal num" dir="auto">${due}</span>`;
  return html`<span class="claim-goal num">${goal(target)}<span class="sub" dir="auto">${due}</span></span>`;
}

/** A target without a status: the claim, why it has none, and its goal. */
function claimRow(target: Promised): Markup {
  return html`<li>
    <span class="claim-title">${targetLink(target)}${announcement(target)}</span>
    <span class="claim-reason" dir="auto">${target.reason}</span>
    ${goalCell(target)}
  </li>`;
}

function unassessedSection(status: Status, explanation: string, targets: readonly Promised[]): Markup {
  if (targets.length === 0) return null;
  return html`<section id=${status} aria-labelledby=${`${status}-heading`}>
    <h2 id=${`${status}-heading`} class="group">${statusBadge(status)} <span class="count">${targets.length}</span></h2>
    <p class="lead">${explanation}</p>
    <ul class="claims">${targets.map(claimRow)}</ul>
  </section>`;
}

/** How the targets whose period is over ended, and by how much. */
function outcomeRow(target: Promised): Markup {
  return html`<li>
    <span class="claim-title">${targetLink(target)}${announcement(target)}</span>
    <span class="claim-reason">${standingBadge(target)}<span class="sub" dir="auto">${target.reason}</span></span>
    ${goalCell(target)}
  </li>`;
}

function settledSection(targets: readonly Promised[]): Markup {
  if (targets.length === 0) return null;
  const reached = targets.filter(({ status }) => status === 'achieved').length;
  return html`<section id="settled" aria-labelledby="settled-heading">
    <h2 id="settled-heading">How past targets ended <span class="count">${targets.length}</span></h2>
    <p class="lead">${reached} of ${targets.length} were reached.</p>
    <ul class="claims">${targets.map(outcomeRow)}</ul>
  </section>`;
}

/** A target whose date has passed while nothing says what came of it. */
const isUnpublished =
  (asOf: string) =>
  ({ dueEnd, status }: TargetSummary): boolean =>
    dueEnd !== null && dueEnd < asOf && assessable.includes(status);

function unpublishedRow(target: Promised): Markup {
  const badge = target.label === 'overdue' ? statusBadge(target.status, 'Overdue') : standingBadge(target);
  return html`<li>
    <span class="claim-title">${targetLink(target)}${announcement(target)}</span>
    <span class="claim-reason">${badge}<span class="sub" dir="auto">${withDays(target.reason)}</span></span>
    ${goalCell(target)}
  </li>`;
}

function unpublishedSection(targets: readonly Promised[]): Markup {
  if (targets.length === 0) return null;
  return html`<section id="unpublished" aria-labelledby="unpublished-heading">
    <h2 id="unpublished-heading">Due, outcome not published <span class="count">${targets.length}</span></h2>
    <p class="lead">Their date has passed, and no report says yet what came of them.</p>
    <ul class="claims">${targets.map(unpublishedRow)}</ul>
  </section>`;
}

/** How many targets stand where, best known first; those whose date has passed are counted apart. */
function tally(targets: readonly Promised[]): Markup {
  const counts = Map.groupBy(targets, (target) => target.status);
  return html`<ul class="tally" aria-label="Targets by status">
    ${statusOrder
      .filter((status) => counts.has(status))
      .map((status) => html`<li><b>${counts.get(status)?.length}</b>${statusBadge(status)}</li>`)}
  </ul>`;
}

/** The index of one published run: assessed targets first, then those that cannot be assessed, each with its reason. */
export function indexPage(report: IndexReport, unconfirmedSince: string | null): string {
  const promises = promisesOf(report.targets);
  const settled = promises.filter(({ isSettled }) => isSettled);
  const unsettled = promises.filter(({ isSettled }) => !isSettled);
  const unpublished = unsettled.filter(isUnpublished(report.asOf));
  const open = unsettled.filter((target) => !unpublished.includes(target));
  const withStatus = (...statuses: Status[]) => open.filter((target) => statuses.includes(target.status));
  const assessed = withStatus(...assessable);
  return renderPage({
    title: `${report.title} · Hadaf`,
    description: `${promises.length} public targets: ${statusOrder.map((status) => `${withStatus(status).length} ${statusWords[status].toLowerCase()}`).join(', ')}.`,
    site: report.title,
    stamp: report,
    unconfirmedSince,
    json: '/v1/targets',
    body: html`
      <h1 dir="auto">${report.title}</h1>
      <p class="lead">
        ${promises.length} public targets, stated in ${report.targets.length} claims, as known on <time datetime=${report.asOf}>${formatDay(report.asOf)}</time>${
          report.dataThrough &&
          html`, with data through <time datetime=${report.dataThrough}>${formatDay(report.dataThrough)}</time>`
        }. Each links to what was said, what was reported, and how likely it is.
      </p>
      ${tally(open)}
      <section aria-labelledby="assessed">
        <h2 id="assessed">Where they stand <span class="count">${assessed.length}</span></h2>
        ${assessed.length > 0 ? assessableTable(assessed) : html`<p>No target of this pack could be assessed.</p>`}
      </section>
      ${unpublishedSection(unpublished)}
      ${settledSection(settled)}
      ${unassessedSection('not-assessable', 'A series exists, but it does not answer the question yet.', withStatus('not-assessable'))}
      ${unassessedSection('not-measurable', 'No statistic tracks these. They stay listed until somebody publishes one.', withStatus('not-measurable'))}
      <p class="lead">
        How far the numbers can be trusted: <a href="/indicators">every series, month by month</a>, <a href="/claims">what the documents claim, checked</a>,${' '}
        <a href="/track-record">how our forecasts did</a>, and${' '}
        <a href="/conflicts">where the sources disagree</a>.
      </p>
    `,
  });
}
