import type { TargetReport } from '@hadaf/engine';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';

/** The indicator, leading to its months where these are published. */
function measuredBy({ indicatorName, monthsOf }: TargetReport, { say }: PageWords): Markup {
  if (monthsOf === null) return say(indicatorName);
  return html`${say(indicatorName)} (<a href=${`/indicators/${encodeURIComponent(monthsOf)}`}>${say('month by month')}</a>)`;
}

/** The target under which a promise that several documents repeat is listed. */
function samePromise({ samePromiseAs }: TargetReport, { at }: PageWords): Markup {
  if (samePromiseAs === null) return null;
  return html`<a href=${at(`/targets/${encodeURIComponent(samePromiseAs)}`)}>${samePromiseAs}</a>`;
}

function readAs({ dueReadings }: TargetReport, { say }: PageWords): Markup {
  if (dueReadings.length === 0) return say('No date stated');
  return dueReadings.map((reading, i) => html`${i > 0 && say('; ')}${say(reading)}`);
}

/** The claim itself: what stands on a page stands in the page's own words. */
export function claimCard(report: TargetReport, words: PageWords): Markup {
  const { say, quote, day, dir } = words;
  const { wording, announcedOn, assumption } = report;
  const term = (label: string, content: Markup): Markup =>
    content === null || content === '' ? null : html`<div><dt>${say(label)}</dt><dd dir=${dir}>${content}</dd></div>`;
  return html`<section class="card" aria-labelledby="claim">
    <h2 id="claim">${say('What was said')}</h2>
    <dl class="terms">
      ${term('Word for word', wording.claim === undefined ? null : html`“${quote(wording.claim)}”`)}
      ${term('Who', say(report.announcedBy))}
      ${term('When', announcedOn === null ? say('Undated') : day(announcedOn))}
      ${term('Due, as worded', quote(wording.due))}
      ${term('Read as', readAs(report, words))}
      ${term('Baseline, as worded', quote(wording.baseline))}
      ${term(report.status === 'not-measurable' ? 'Indicator named' : 'Measured by', measuredBy(report, words))}
      ${term('Assumption', assumption === null ? null : say(assumption))}
      ${term('The same promise as', samePromise(report, words))}
      ${term('Note', wording.note === '' ? null : say(wording.note))}
    </dl>
  </section>`;
}
