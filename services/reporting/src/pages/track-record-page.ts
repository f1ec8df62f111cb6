import { hedgehogChart, hedgehogChartTable } from '@hadaf/charts';
import type { RecordStream, SeriesRecord, TrackRecordReport } from '@hadaf/engine';
import type { StandingRecord } from '../published/run-record.ts';
import { formatDay } from './day.ts';
import { renderPage } from './document.ts';
import { landingSection } from './landing-record.ts';
import { html, type Markup } from './markup.ts';
import { englishWords, type PageWords } from './page-words.ts';
import { othersSection } from './record-others.ts';
import { horizonTable, movementSection, pastTargetTable, reliabilitySection } from './record-tables.ts';
import { figure } from './target-charts.ts';

const names = { published: 'As published', replayed: 'Replayed' } as const;

function streamSection(stream: RecordStream): Markup {
  const { kind, sentence, firstDay, lastDay } = stream;
  return html`<section id=${kind} aria-labelledby=${`${kind}-heading`}>
    <h2 id=${`${kind}-heading`}>${names[kind]} <span class="count">${stream.entries}</span></h2>
    <p class="lead">
      ${sentence}${firstDay !== null && lastDay !== null && html` From <time datetime=${firstDay}>${formatDay(firstDay)}</time> to <time datetime=${lastDay}>${formatDay(lastDay)}</time>.`}
    </p>
    ${horizonTable(stream.horizons, englishWords)}
    ${landingSection(`${kind}-landings`, stream.landings, englishWords)}
    ${pastTargetTable(stream.pastTargets)}
    ${othersSection(`${kind}-others`, stream.others)}
    ${reliabilitySection(`${kind}-targets`, 'Probabilities of targets at their date', stream.targetReliability, englishWords)}
    ${reliabilitySection(`${kind}-by-date`, 'Probabilities of targets by their date', stream.byDateReliability, englishWords)}
    ${reliabilitySection(`${kind}-standard`, 'Probabilities of standard thresholds', stream.standardReliability, englishWords)}
    ${movementSection(`${kind}-movement`, stream.movement)}
  </section>`;
}

/** What came, with the past forecasts of it; null where there is nothing to draw. */
export function hedgehogFigure({ seriesId, hedgehog }: SeriesRecord, words: PageWords): Markup {
  if (hedgehog === null) return null;
  return figure(`hedgehog-${seriesId}`, { draw: hedgehogChart, tabulate: hedgehogChartTable }, hedgehog, words);
}

function seriesSection(series: SeriesRecord): Markup {
  return html`<section aria-labelledby=${`series-${series.seriesId}`}>
    <h3 id=${`series-${series.seriesId}`} dir="auto">${series.name}</h3>
    ${hedgehogFigure(series, englishWords)}
  </section>`;
}

function chainSection({ chains, calibration }: TrackRecordReport): Markup {
  return html`<section aria-labelledby="chain">
    <h2 id="chain">No rewriting</h2>
    <p>
      Every entry carries a hash of the one before it, and the database refuses changes. Note a head today; tomorrow${' '}
      <code>hadaf record --verify --head …</code> says whether anything before it was rewritten.
    </p>
    <dl class="terms">
      ${chains.map(
        ({ kind, entries, head }) =>
          html`<div><dt>${names[kind]}</dt><dd>${entries} ${entries === 1 ? 'entry' : 'entries'}${head && html`, head <code class="hash">${head}</code>`}</dd></div>`,
      )}
      ${calibration && html`<div><dt>Interval widths learned from</dt><dd>${calibration.source}</dd></div>`}
    </dl>
  </section>`;
}

/** That a record is the one before, while the newest run's is being made. */
export function updatingNotice({ report, isEarlier }: StandingRecord, { say }: PageWords): Markup {
  if (!isEarlier) return null;
  return html`<p class="notice" role="status">
    ${say('Being updated: the record of the newest run is being made.')}${' '}
    ${say(`Until it is there this is the record as known on ${report.asOf}, of run`)} <code>${report.runId}</code>${say('.')}
  </p>`;
}

/** What a person sees before the first record of an installation; the page looks again by itself. */
export function firstRecordPage(): string {
  return renderPage({
    ...{ title: 'Track record · Hadaf', description: 'The first record is being made', site: '' },
    ...{ stamp: null, unconfirmedSince: null, json: null },
    body: html`<h1>Our track record</h1>
      <p class="lead" role="status">
        The first record is being made: every earlier day with news is replayed from what was known then, which takes some
        seconds. This page looks again every five seconds by itself.
      </p>
      <p><a href="/">All targets</a></p>`,
  });
}

/** How our forecasts, and other people's targets, did: published and replayed apart, few cases said to be few. */
export function trackRecordPage(record: StandingRecord, unconfirmedSince: string | null): string {
  const { report } = record;
  return renderPage({
    title: `Track record · ${report.title}`,
    description: 'How our forecasts did, scored when the numbers came, beside benchmarks and official targets.',
    site: report.title,
    stamp: { ...report, dataThrough: null },
    unconfirmedSince,
    json: '/v1/track-record',
    body: html`
      <p class="crumb"><a href="/">All targets</a></p>
      <h1>Our track record</h1>
      ${updatingNotice(record, englishWords)}
      <p class="lead">
        Every forecast is kept as it was published and scored when the number comes, as known on${' '}
        <time datetime=${report.asOf}>${formatDay(report.asOf)}</time>. Before there is a history of our own, replays show what the
        present code would have said; they stand apart.
      </p>
      ${report.series.length > 0 && html`<section aria-labelledby="spines"><h2 id="spines">Past forecasts against what came</h2>${report.series.map(seriesSection)}<p class="more"><a href="/v1/track-record.csv">Every forecast beside what came, as CSV</a></p></section>`}
      ${report.streams.map(streamSection)}
      ${reliabilitySection('panel', 'Reliability on the public panel', report.panel, englishWords)}
      ${chainSection(report)}
    `,
  });
}
