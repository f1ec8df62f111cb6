import type { MatrixReport, TargetReport } from '@hadaf/engine';
import { html, type Markup } from '../markup.ts';
import type { Reader } from './urdu-reader.ts';
import { urduBadge } from './urdu-status.ts';

const bestFirst = ['achieved', 'on-track', 'at-risk', 'off-track', 'not-assessable'] as const;

const isGiven = ({ status }: MatrixReport['cells'][number]): boolean => !status.startsWith('not-');

function methodPart({ id, name }: MatrixReport['methods'][number], matrix: MatrixReport, read: Reader): Markup {
  const own = matrix.cells.filter(({ methodId }) => methodId === id);
  return html`<div class="method">
    <h3>${read(name)}</h3>
    <ul class="caveats">
      ${own.map((cell) => html`<li class=${isGiven(cell) ? '' : 'sub-inline'}>${read(cell.sentence)}</li>`)}
    </ul>
  </div>`;
}

/** What recognised rules say of the target: how many say what, where the contrast comes from, and why each says so. */
export function urduMatrixSection({ matrix }: TargetReport, read: Reader): Markup {
  if (matrix === null) return null;
  const counts = Map.groupBy(matrix.cells, ({ status }) => status);
  return html`<section aria-labelledby="matrix">
    <h2 id="matrix">کس اصول سے، کس تعریف پر</h2>
    <p class="lead">ایک ہی ہدف پر تسلیم شدہ اصول، ایک سال اور اس سے زیادہ مدت کی نمو پر۔ ${read(matrix.summary)}</p>
    <ul class="tally" aria-label="فیصلے بلحاظ حیثیت">
      ${bestFirst
        .filter((status) => counts.has(status))
        .map((status) => html`<li><b>${counts.get(status)?.length}</b>${urduBadge(status)}</li>`)}
    </ul>
    ${matrix.contrast && html`<p class="contrast">${read(matrix.contrast.sentence)}</p>`}
    <details>
      <summary>ہر ایک ایسا کیوں کہتا ہے</summary>
      ${matrix.methods.map((method) => methodPart(method, matrix, read))}
    </details>
  </section>`;
}
