import type { ModelRow, TargetReport } from '@hadaf/engine';
import { formatShare } from '@hadaf/series';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { statusBadge } from './status.ts';

const significant = new Intl.NumberFormat('en', {
  maximumSignificantDigits: 4,
});

/** A weight as a bar: an SVG, because a page without inline styles cannot size a box. */
function weightBar(weight: number): Markup {
  const width = Math.max(0, Math.min(1, weight)) * 80;
  return html`<svg class="bar" viewBox="0 0 80 8" width="80" height="8" aria-hidden="true" focusable="false"
    ><rect class="bar-room" width="80" height="8" rx="1" /><rect width=${width.toFixed(1)} height="8" rx="1"
  /></svg>`;
}

function modelRow({ name, weight, leftOut, parameters }: ModelRow, { say, quote, dir }: PageWords): Markup {
  const settings = Object.entries(parameters).map(
    ([key, value]) => `${key} ${significant.format(value).replace('-', '−')}`,
  );
  const why = leftOut === null ? quote(settings.join(', ')) : say(`Left out: ${leftOut.replaceAll('-', ' ')}`);
  return html`<tr role="row" class=${leftOut === null ? 'used' : 'left-out'}>
    <th role="rowheader" scope="row" dir=${dir}>${say(name)}</th>
    <td role="cell" class="weight">${leftOut === null ? html`${weightBar(weight)}${say(formatShare(weight, 0))}` : '–'}</td>
    <td role="cell" class="fine" dir=${dir}>${why}</td>
  </tr>`;
}

export function modelsSection({ models }: TargetReport, words: PageWords): Markup {
  const { say } = words;
  if (models.length === 0) return null;
  const rows = [...models].sort((a, b) => b.weight - a.weight);
  return html`<section aria-labelledby="models">
    <h2 id="models">${say('Models behind the forecast')}</h2>
    <table role="table" class="stack models" aria-labelledby="models">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${say('Model')}</th>
          <th role="columnheader" scope="col" class="weight">${say('Weight')}</th>
          <th role="columnheader" scope="col">${say('Parameters, or why it has no weight')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => modelRow(row, words))}
      </tbody>
    </table>
  </section>`;
}

/** A target without a status has none that could worsen. */
export function alertsSection({ alerts, status }: TargetReport, words: PageWords): Markup {
  const { say, text, day, dir } = words;
  if (alerts.length === 0 && status.startsWith('not-')) return null;
  return html`<section aria-labelledby="alerts">
    <h2 id="alerts">${say('Alerts')}</h2>
    ${
      alerts.length === 0
        ? html`<p class="sub-inline">${say('None: the status has not worsened between two published runs.')}</p>`
        : html`<ol class="alerts">
            ${alerts.map(
              (alert) => html`<li>
                ${day(alert.raisedOn)}
                <span class="move">${statusBadge(alert.from, words)}<span role="img" aria-label=${text('to')}>${dir === null ? '←' : '→'}</span>${statusBadge(alert.to, words)}</span>
                <span dir=${dir}>${say(alert.reason)}</span>
              </li>`,
            )}
          </ol>`
    }
  </section>`;
}

export function caveatsSection({ caveats }: TargetReport, { say, dir }: PageWords): Markup {
  if (caveats.length === 0) return null;
  return html`<section aria-labelledby="caveats">
    <h2 id="caveats">${say('Read this before quoting')}</h2>
    <ul class="caveats">
      ${caveats.map((caveat) => html`<li dir=${dir}>${say(caveat)}</li>`)}
    </ul>
  </section>`;
}
