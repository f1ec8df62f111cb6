import { element } from './svg-element.ts';

export interface LegendItem {
  readonly label: string;
  readonly mark: 'line' | 'dashed' | 'dot' | 'hollow' | 'band' | 'diamond';
  readonly colour: string;
}

const rowHeight = 18;
const swatchWidth = 22;
const gap = 16;
/** Mean advance of an 11-unit sans-serif letter; the legend only needs to know when to break the line. */
const letterWidth = 5.9;

function swatch({ mark, colour }: LegendItem): Element {
  switch (mark) {
    case 'band':
      return element('rect', { x: 0, y: -5, width: 16, height: 10, fill: colour });
    case 'dot':
      return element('circle', { cx: 8, cy: 0, r: 3.5, fill: colour });
    case 'hollow':
      return element('circle', { cx: 8, cy: 0, r: 3, fill: 'none', stroke: colour, 'stroke-width': 1.5 });
    case 'diamond':
      return element('path', { d: 'M8,-6L14,0L8,6L2,0Z', fill: colour });
    default:
      return element('line', {
        x1: 0,
        x2: 16,
        y1: 0,
        y2: 0,
        stroke: colour,
        'stroke-width': 2,
        ...(mark === 'dashed' ? { 'stroke-dasharray': '5 3' } : {}),
      });
  }
}

/** The legend as rows that fit the width, and the height they take. */
export function legend(
  items: readonly LegendItem[],
  width: number,
): { readonly node: Element; readonly height: number } {
  const node = element('g', { 'font-size': 11, 'text-anchor': 'start' });
  let x = 0;
  let row = 0;
  for (const item of items) {
    const itemWidth = swatchWidth + item.label.length * letterWidth;
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      row += 1;
    }
    const place = element('g', { transform: `translate(${Math.round(x)},${row * rowHeight + 9})` });
    const text = element('text', { x: swatchWidth, dy: '0.35em', fill: 'currentColor' });
    text.textContent = item.label;
    place.append(swatch(item), text);
    node.append(place);
    x += itemWidth + gap;
  }
  return { node, height: (row + 1) * rowHeight + 8 };
}
