import type { ChangeReport, TargetReport } from '@hadaf/engine';
import type { StandingRecord } from '../published/run-record.ts';
import { formatDay, withDays } from './day.ts';
import { renderPage } from './document.ts';
import { html, type Markup } from './markup.ts';
import { SourceList, sourcesSection } from './sources.ts';
import { standingBadge } from './status.ts';
import { changeSection } from './target-change.ts';
import { fanSection, intervalSection, rollOutSection } from './target-charts.ts';
import { claimsSection } from './target-claims.ts';
import { forecastRecordSection } from './target-forecast-record.ts';
import { matrixSection } from './target-matrix.ts';
import { alertsSection, caveatsSection, modelsSection } from './target-method.ts';
import { keyNumbers, numbersSection, whatItTakesSection, yearSection } from './target-numbers.ts';
import { recordSection } from './target-record.ts';
import { scenarioSection } from './target-scenarios.ts';

/** Whether a sentence already says the reason, so that no reader meets it twice. */
const isSaidBy = (sentence: string, reason: string) => sentence.toLowerCase().includes(reason.toLowerCase());

const urduAddress = ({ targetId }: TargetReport): string => `/ur/targets/${encodeURIComponent(targetId)}`;

function verdict(report: TargetReport): Markup {
  return html`<header class="verdict">
    <p class="crumb"><a href="/">All targets</a> · <a href=${urduAddress(report)} lang="ur" hreflang="ur" dir="rtl">اردو</a></p>
    <h1 dir="auto">${report.title}</h1>
    <p class="standing">${standingBadge(report)}</p>
    <p class="sentence" dir="auto">${withDays(report.verdict)}</p>
    ${report.verdictUrdu && html`<p class="urdu" lang="ur" dir="rtl">${report.verdictUrdu}</p>`}
    ${!isSaidBy(report.verdict, report.reason) && html`<p class="reason-line" dir="auto">${withDays(report.reason)}</p>`}
    ${report.staleness && html`<p class="staleness" dir="auto">${report.staleness}</p>`}
    ${keyNumbers(report)}
  </header>`;
}

function term(label: string, content: Markup): Markup {
  return content === null || content === '' ? null : html`<div><dt>${label}</dt><dd dir="auto">${content}</dd></div>`;
}

/** The indicator, leading to its months where these are published. */
function measuredBy({ indicatorName, monthsOf }: TargetReport): Markup {
  if (monthsOf === null) return indicatorName;
  return html`${indicatorName} (<a href=${`/indicators/${encodeURIComponent(monthsOf)}`}>month by month</a>)`;
}

/** The target under which a promise that several documents repeat is listed. */
function samePromise({ samePromiseAs }: TargetReport): Markup {
  if (samePromiseAs === null) return null;
  return html`<a href=${`/targets/${encodeURIComponent(samePromiseAs)}`}>${samePromiseAs}</a>`;
}

/** The claim itself, in its own words. */
function targetCard(report: TargetReport): Markup {
  const { wording, announcedOn, dueReadings } = report;
  return html`<section class="card" aria-labelledby="claim">
    <h2 id="claim">What was said</h2>
    <dl class="terms">
      ${term('Who', report.announcedBy)}
      ${term('When', announcedOn === null ? 'Undated' : html`<time datetime=${announcedOn}>${formatDay(announcedOn)}</time>`)}
      ${term('Due, as worded', wording.due)}
      ${term('Read as', dueReadings.length === 0 ? 'No date stated' : withDays(dueReadings.join('; ')))}
      ${term('Baseline, as worded', wording.baseline)}
      ${term(report.status === 'not-measurable' ? 'Indicator named' : 'Measured by', measuredBy(report))}
      ${term('Assumption', report.assumption)}
      ${term('The same promise as', samePromise(report))}
      ${term('Note', wording.note)}
    </dl>
  </section>`;
}

function citeSection(report: TargetReport): Markup {
  const id = encodeURIComponent(report.targetId);
  return html`<section aria-labelledby="cite">
    <h2 id="cite">How to cite</h2>
    <p class="cite" dir="auto">
      Hadaf, “${report.title}”, as known on ${formatDay(report.asOf)}, run <code>${report.runId}</code>, ${' '}
      <a href=${`/targets/${id}?as_of=${report.asOf}`}>/targets/${id}?as_of=${report.asOf}</a>.
    </p>
    <p>
      Take the numbers along: <a href=${`/v1/targets/${id}.csv`}>every figure as CSV</a>, with units, periods, sources and the
      day each became known; <a href=${`/v1/targets/${id}`}>the whole report as JSON</a>; ${' '}
      <a href="/v1/targets.csv">all targets as CSV</a>.
    </p>
  </section>`;
}

/** What a page of a target is made from; change is null until the job that makes it is done, record before the first. */
interface TargetPageParts {
  readonly report: TargetReport;
  readonly change: ChangeReport | null;
  readonly record: StandingRecord | null;
}

/** One target, in the order people ask: verdict, claim, numbers, forecast, record, what it takes, method, sources. */
export function targetPage(
  { report, change, record }: TargetPageParts,
  site: string,
  unconfirmedSince: string | null,
): string {
  const sources = new SourceList(report);
  return renderPage({
    title: `${report.title} · Hadaf`,
    description: report.verdict,
    site,
    stamp: report,
    unconfirmedSince,
    urduAddress: urduAddress(report),
    json: `/v1/targets/${encodeURIComponent(report.targetId)}`,
    body: html`<article>
      ${verdict(report)}
      ${targetCard(report)}
      ${claimsSection(report, sources)}
      ${numbersSection(report, sources)}
      ${yearSection(report, sources)}
      ${matrixSection(report, sources)}
      ${fanSection(report)}
      ${intervalSection(report)}
      ${changeSection(change)}
      ${alertsSection(report)}
      ${recordSection(report, sources)}
      ${forecastRecordSection(report.targetId, record)}
      ${whatItTakesSection(report, sources)}
      ${scenarioSection(report, sources)}
      ${rollOutSection(report)}
      ${modelsSection(report)}
      ${caveatsSection(report)}
      ${sourcesSection(sources)}
      ${citeSection(report)}
    </article>`,
  });
}
