import { type ChartWords, drawnText, english } from './chart-words.ts';
import { element } from './svg-element.ts';

export interface LegendItem {
  readonly label: string;
  readonly mark: 'line' | 'dashed' | 'dot' | 'hollow' | 'band' | 'diamond';
  readonly colour: string;
}

const swatchWidth = 22;
const gap = 16;

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

/** One item, its mark first in the direction of reading. */
function drawItem(item: LegendItem, label: string, isMirrored: boolean): readonly Element[] {
  const mark = swatch(item);
  const text = element('text', { x: isMirrored ? -swatchWidth : swatchWidth, dy: '0.35em', fill: 'currentColor' });
  text.textContent = label;
  if (isMirrored) {
    mark.setAttribute('transform', 'scale(-1,1)');
    text.setAttribute('text-anchor', 'end');
  }
  return [mark, text];
}

/** The legend as rows that fit the width, from the side its language is read from, and the height they take. */
export function legend(
  items: readonly LegendItem[],
  width: number,
  words: ChartWords = english,
): { readonly node: Element; readonly height: number } {
  const node = element('g', { 'font-size': 11, 'text-anchor': 'start' });
  const { letterWidth, lineHeight } = words;
  const isMirrored = words.direction === 'rtl';
  let x = 0;
  let row = 0;
  for (const item of items) {
    const label = drawnText(item.label, words);
    const itemWidth = swatchWidth + label.length * letterWidth;
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      row += 1;
    }
    const left = Math.round(isMirrored ? width - x : x);
    const place = element('g', { transform: `translate(${left},${row * lineHeight + lineHeight / 2})` });
    place.append(...drawItem(item, label, isMirrored));
    node.append(place);
    x += itemWidth + gap;
  }
  return { node, height: (row + 1) * lineHeight + 8 };
}
