import type { SeriesRecord } from '@hadaf/engine';
import type { StandingRecord } from '../published/run-record.ts';
import { landingTable } from './landing-record.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { horizonTable, reliabilitySection } from './record-tables.ts';
import { hedgehogFigure, updatingNotice } from './track-record-page.ts';

function streamLines({ streams }: SeriesRecord, words: PageWords): Markup {
  return streams.map(
    ({
      kind,
      sentence,
      horizons,
      landings,
      targetReliability,
      standardReliability,
    }) => html`<p>${words.say(sentence)}</p>
      ${horizonTable(horizons, words)}
      ${landings && html`<h3>${words.say('Where the year lands, by months known')}</h3>${landingTable(landings, words)}`}
      ${reliabilitySection(`${kind}-reliability`, 'Reliability', targetReliability ?? standardReliability, words)}`,
  );
}

/** How our forecasts of this target's series did; null where none was made yet. */
export function forecastRecordSection(targetId: string, standing: StandingRecord | null, words: PageWords): Markup {
  if (standing === null) return null;
  const { say } = words;
  const { report: record } = standing;
  const series = record.series.find(({ targetIds }) => targetIds.includes(targetId));
  return html`<section aria-labelledby="forecast-record">
    <h2 id="forecast-record">${say('How our forecasts of it did')}</h2>
    ${updatingNotice(standing, words)}
    ${series ? html`${hedgehogFigure(series, words)}${streamLines(series, words)}` : html`<p>${say('No forecast of what measures it has been made yet: there is nothing to score.')}</p>`}
    ${series && reliabilitySection('panel-reliability', 'Reliability on the public panel', record.panel, words)}
    <p class="more"><a href="/track-record">${say('The whole record')}</a></p>
  </section>`;
}
