import type { SeriesRecord } from '@hadaf/engine';
import type { StandingRecord } from '../published/run-record.ts';
import { html, type Markup } from './markup.ts';
import { horizonTable, reliabilitySection } from './record-tables.ts';
import { hedgehogFigure, updatingNotice } from './track-record-page.ts';

function streamLines({ streams }: SeriesRecord): Markup {
  return streams.map(
    ({ kind, sentence, horizons, targetReliability, standardReliability }) => html`<p>${sentence}</p>
      ${horizonTable(horizons)}
      ${reliabilitySection(`${kind}-reliability`, 'Reliability', targetReliability ?? standardReliability)}`,
  );
}

/** How our forecasts of this target's series did; null where none was made yet. */
export function forecastRecordSection(targetId: string, standing: StandingRecord | null): Markup {
  if (standing === null) return null;
  const { report: record } = standing;
  const series = record.series.find(({ targetIds }) => targetIds.includes(targetId));
  return html`<section aria-labelledby="forecast-record">
    <h2 id="forecast-record">How our forecasts of it did</h2>
    ${updatingNotice(standing)}
    ${series ? html`${hedgehogFigure(series)}${streamLines(series)}` : html`<p>No forecast of what measures it has been made yet: there is nothing to score.</p>`}
    ${series && reliabilitySection('panel-reliability', 'Reliability on the public panel', record.panel)}
    <p class="more"><a href="/track-record">The whole record</a></p>
  </section>`;
}
