import type { ChangeReport, TargetReport } from '@hadaf/engine';
import type { StandingRecord } from '../published/run-record.ts';
import { renderPage } from './document.ts';
import { html, type Markup } from './markup.ts';
import { type PageWords, wordsOf } from './page-words.ts';
import { SourceList, sourcesSection } from './sources.ts';
import { standingBadge } from './status.ts';
import { changeSection } from './target-change.ts';
import { fanSection, rollOutSection } from './target-charts.ts';
import { claimCard } from './target-claim-card.ts';
import { claimsSection } from './target-claims.ts';
import { explanationSection } from './target-explanation.ts';
import { forecastRecordSection } from './target-forecast-record.ts';
import { intervalSection } from './target-interval.ts';
import { matrixSection } from './target-matrix.ts';
import { alertsSection, caveatsSection, modelsSection } from './target-method.ts';
import { keyNumbers, numbersSection, whatItTakesSection, yearSection } from './target-numbers.ts';
import { recordSection } from './target-record.ts';
import { scenarioSection } from './target-scenarios.ts';

/** Whether a sentence already says the reason, so that no reader meets it twice. */
const isSaidBy = (sentence: string, reason: string) => sentence.toLowerCase().includes(reason.toLowerCase());

/** The sentence in Urdu, on the English page. */
function urduSentence({ verdictUrdu }: TargetReport, { language }: PageWords): Markup {
  if (language === 'ur' || verdictUrdu === '') return null;
  return html`<p class="urdu" lang="ur" dir="rtl">${verdictUrdu}</p>`;
}

function verdict(report: TargetReport, words: PageWords): Markup {
  const { say, dir, at } = words;
  return html`<header class="verdict">
    <p class="crumb"><a href=${at('/')}>${say('All targets')}</a></p>
    <h1 dir=${dir}>${say(report.title)}</h1>
    <p class="standing">${standingBadge(report, words)}</p>
    <p class="sentence" dir=${dir}>${say(report.verdict)}</p>
    ${urduSentence(report, words)}
    ${!isSaidBy(report.verdict, report.reason) && html`<p class="reason-line" dir=${dir}>${say(report.reason)}</p>`}
    ${report.staleness && html`<p class="staleness" dir=${dir}>${say(report.staleness)}</p>`}
    ${keyNumbers(report, words)}
  </header>`;
}

function citeSection(report: TargetReport, { say, dir, at }: PageWords): Markup {
  const id = encodeURIComponent(report.targetId);
  const permalink = `${at(`/targets/${id}`)}?as_of=${report.asOf}`;
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${say('How to cite')}</h2>
    <p class="cite" dir=${dir}>
      ${say('Hadaf,')} “${say(report.title)}”${say(',')} ${say(`as known on ${report.asOf}`)}${say(',')} ${say('run')}${' '}
      <code dir="ltr">${report.runId}</code>${say(',')} <a href=${permalink} dir="ltr">${permalink}</a>${say('.')}
    </p>
    <p>
      ${say('Take the numbers along:')} <a href=${`/v1/targets/${id}.csv`}>${say('every figure as CSV')}</a>${say(',')}${' '}
      ${say('with units, periods, sources and the day each became known')}${say('; ')}<a href=${`/v1/targets/${id}`}>${say('the whole report as JSON')}</a>${say('; ')}
      <a href="/v1/targets.csv">${say('all targets as CSV')}</a>${say('.')}
    </p>
  </section>`;
}

/** What a page of a target is made from; change is null until the job that makes it is done, record before the first. */
interface TargetPageParts {
  readonly report: TargetReport;
  readonly change: ChangeReport | null;
  readonly record: StandingRecord | null;
}

/** A section: the anchor of its heading, its short name, and what it says; null where it has nothing to say. */
type Part = readonly [id: string, name: string, markup: Markup];

/**
 * In the order people ask: where it is heading, what to mind before quoting it, what was said, what this year and the last
 * release did, by whose rule, what it would take; then the evidence, the record and the sources.
 */
function targetParts({ report, change, record }: TargetPageParts, sources: SourceList, words: PageWords): Part[] {
  const parts: Part[] = [
    ['fan', 'Forecast', fanSection(report, words)],
    ['roll-out', 'Plan and reports', rollOutSection(report, words)],
    ['interval', 'What is likely', intervalSection(report, record, words)],
    ['caveats', 'Before quoting', caveatsSection(report, words)],
    ['claim', 'What was said', claimCard(report, words)],
    ['change', 'What changed', changeSection(change, words)],
    ['alerts', 'Alerts', alertsSection(report, words)],
    ['numbers', 'The numbers', numbersSection(report, sources, words)],
    ['this-year', 'This year', yearSection(report, sources, words)],
    ['matrix', 'By whose rule', matrixSection(report, sources, words)],
    ['takes', 'Even odds', whatItTakesSection(report, sources, words)],
    ['scenarios', 'What if', scenarioSection(report, sources, words)],
    ['history', 'History', claimsSection(report, sources, words)],
    ['record', 'Earlier targets', recordSection(report, sources, words)],
    ['forecast-record', 'Our record', forecastRecordSection(report.targetId, record, words)],
    ['explanation', 'Step by step', explanationSection(report, sources, words)],
    ['models', 'Models', modelsSection(report, words)],
  ];
  return [...parts, ['sources', 'Sources', sourcesSection(sources, words)] as const].filter(
    ([, , part]) => part !== null,
  );
}

/** The way to each section of a page too long to leaf through. */
function contents(parts: readonly Part[], { say, text }: PageWords): Markup {
  const entries = parts.map(([id, name]) => html`<li><a href=${`#${id}`}>${say(name)}</a></li>`);
  return html`<nav class="contents" aria-label=${text('On this page')}><ul>${entries}</ul></nav>`;
}

/** One target on a page. */
export function targetPage(
  { report, change, record }: TargetPageParts,
  site: string,
  unconfirmedSince: string | null,
  language: PageWords['language'],
): string {
  const sources = new SourceList(report);
  const words = wordsOf(language, report);
  const parts = targetParts({ report, change, record }, sources, words);
  return renderPage({
    language,
    title: words.text(`${report.title} · Hadaf`),
    description: words.text(report.verdict),
    site: words.text(site),
    stamp: report,
    unconfirmedSince,
    address: `/targets/${encodeURIComponent(report.targetId)}`,
    json: `/v1/targets/${encodeURIComponent(report.targetId)}`,
    body: html`<article>
      ${verdict(report, words)}
      ${contents(parts, words)}
      ${parts.map(([, , part]) => part)}
      ${citeSection(report, words)}
    </article>`,
  });
}
