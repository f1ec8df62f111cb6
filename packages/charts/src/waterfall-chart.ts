import { type ChartLook, ink, wideLook } from './chart-look.ts';
import type { ChartTable } from './chart-table.ts';
import { type ChartWords, drawnText, english } from './chart-words.ts';
import { legend } from './legend.ts';
import { element } from './svg-element.ts';
import type { WaterfallChartView } from './views.ts';

const rowHeight = 38;
const barHeight = 12;
const textRoom = 86;

function text(content: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const node = element('text', { fill: 'currentColor', ...attributes });
  node.textContent = content;
  return node;
}

/** A label that would run into the numbers is cut. */
function shortened(label: string, width: number, letterWidth: number): string {
  const room = Math.floor(width / letterWidth);
  return label.length <= room ? label : `${label.slice(0, room - 1).trimEnd()}…`;
}

/** Rows from the older value over every step to the newer one, each with the running total before and after it. */
function rowsOf({ start, steps, end }: WaterfallChartView) {
  let total = start.value;
  const moved = steps.map(({ label, change, text: shown }) => {
    const from = total;
    total += change;
    return { label, from, to: total, shown, isTotal: false };
  });
  return [
    { label: start.label, from: start.value, to: start.value, shown: start.text, isTotal: true },
    ...moved,
    { label: end.label, from: end.value, to: end.value, shown: end.text, isTotal: true },
  ];
}

type Row = ReturnType<typeof rowsOf>[number];

/** The values of all rows on `room` units of width; nothing moved is drawn in the middle. */
function scaleOf(rows: readonly Row[], room: number): (value: number) => number {
  const values = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high === low ? room / 2 : 8 + ((value - low) / (high - low)) * (room - 16));
}

/** `line` is the height of the row's words, above the bar. */
function drawRow(row: Row, at: (value: number) => number, { top, line }: { top: number; line: number }): Element[] {
  const y = top + line + 4;
  const [left, right] = [at(Math.min(row.from, row.to)), at(Math.max(row.from, row.to))];
  if (row.isTotal) return [element('path', { d: `M${left},${y - 6}l6,6l-6,6l-6,-6Z`, fill: ink.actual })];
  const fill = row.to >= row.from ? ink.median : ink.required;
  return [
    element('rect', { x: left, y: y - barHeight / 2, width: Math.max(right - left, 1.5), height: barHeight, fill }),
    element('line', {
      x1: at(row.from),
      x2: at(row.from),
      y1: top - 10,
      y2: y,
      stroke: ink.text,
      'stroke-opacity': 0.4,
    }),
  ];
}

/**
 * How one value became another, cause by cause: each bar begins where the one before it ends. Drawn in rows, so that every
 * cause has its words and its number on a phone too; the scale spans what moved, not zero.
 */
export function waterfallChart(
  view: WaterfallChartView,
  look: Pick<ChartLook, 'width'> = wideLook,
  words: ChartWords = english,
): string {
  const { width } = look;
  const line = words.lineHeight;
  const step = rowHeight + line - english.lineHeight;
  const rows = rowsOf(view);
  const key = legend(
    [
      { label: 'Value', mark: 'diamond', colour: ink.actual },
      { label: 'Raised it', mark: 'band', colour: ink.median },
      { label: 'Lowered it', mark: 'band', colour: ink.required },
    ],
    width,
    words,
  );
  const height = key.height + rows.length * step + 4;
  const told = rows.map(({ label, shown }) => `${words.say(label)}: ${words.say(shown)}`).join(words.say('; '));
  const root = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    ...{ width, height, class: 'chart', role: 'img', direction: 'ltr' },
    'aria-label': `${words.say(view.title)}${words.say('.')} ${told}${words.say('.')}`,
    'font-family': 'system-ui, sans-serif',
    'font-size': 11,
  });
  root.append(key.node);
  const at = scaleOf(rows, width - textRoom);
  for (const [i, row] of rows.entries()) {
    const top = key.height + i * step;
    const place = words.direction === 'rtl' ? { x: width - textRoom, 'text-anchor': 'end' } : { x: 0 };
    const label = shortened(drawnText(row.label, words), width - textRoom, words.letterWidth);
    root.append(
      text(label, { ...place, y: top + line - 8 }),
      ...drawRow(row, at, { top, line }),
      text(drawnText(row.shown, words), {
        ...{ x: width, y: top + line + 8, 'text-anchor': 'end' },
        'font-weight': row.isTotal ? 600 : 400,
      }),
    );
  }
  return root.outerHTML;
}

/** The waterfall's data: each end and each cause with its number. */
export function waterfallChartTable(view: WaterfallChartView): ChartTable {
  const { start, steps, end } = view;
  return {
    caption: view.title,
    columns: ['Cause', ...view.columns],
    rows: [start, ...steps, end].map(({ label, text: shown, others }) => [label, shown, ...others]),
  };
}
