import { plot } from '@observablehq/plot';
import type { ChartLook } from './chart-look.ts';
import { type ChartWords, drawnText } from './chart-words.ts';
import { type LegendItem, legend } from './legend.ts';
import type { PeriodTick } from './period-axis.ts';
import { chartDocument, element } from './svg-element.ts';

type PlotOptions = NonNullable<Parameters<typeof plot>[0]>;

interface Frame {
  readonly title: string;
  /** What a person who cannot see the chart is told, sentence by sentence. */
  readonly description: readonly string[];
  readonly look: ChartLook;
  readonly words: ChartWords;
  readonly legend: readonly LegendItem[];
  readonly ticks: readonly PeriodTick[];
  readonly yLabel: string;
  readonly options: PlotOptions;
}

const margins = { marginTop: 26, marginBottom: 26, marginLeft: 44 };
/** What half of a tick's name may hang over the end of its axis beside its room. */
const overhang = 5;

/**
 * Plot's own markup less its `<style>` element, which a page without inline styles would refuse, and less the names of its
 * groups: the picture has one name, on its root. What it says is said in the chart's language.
 */
function plotBody({ look, ticks, yLabel, words, options }: Frame, height: number): Element {
  const drawn = plot({
    document: chartDocument,
    ...margins,
    marginRight: words.tickWidth / 2 - overhang,
    width: look.width,
    height,
    ...options,
    x: {
      label: null,
      ticks: ticks.map((tick) => tick.at),
      tickFormat: (at: number) => ticks.find((tick) => tick.at === at)?.label ?? '',
      tickSize: 4,
      ...options.x,
    },
    y: {
      label: yLabel,
      labelArrow: 'none',
      grid: true,
      nice: true,
      ticks: 6,
      tickSize: 0,
      tickPadding: 8,
      ...options.y,
    },
  });
  drawn.querySelector('style')?.remove();
  for (const group of drawn.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  for (const text of drawn.querySelectorAll('text, title')) text.textContent = drawnText(text.textContent ?? '', words);
  return drawn;
}

/** A whole SVG: alternative text, legend, plot. It scales to its column and is read left to right in pages of any direction. */
export function chartFrame(frame: Frame): string {
  const { look, title, description, words } = frame;
  const key = legend(frame.legend, look.width, words);
  // A legend that takes more lines than the English one makes the picture taller, not the plot lower.
  const plotHeight = look.height - legend(frame.legend, look.width).height;
  const height = plotHeight + key.height;
  const root = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${look.width} ${height}`,
    width: look.width,
    height,
    class: 'chart',
    role: 'img',
    direction: 'ltr',
    'aria-label': [`${words.say(title)}${words.say('.')}`, ...description.map(words.say)].join(' '),
    'font-family': 'system-ui, sans-serif',
    'font-size': 11,
    'text-anchor': 'middle',
    fill: 'currentColor',
  });
  const body = element('g', { transform: `translate(0,${key.height})` });
  body.append(...plotBody(frame, plotHeight).childNodes);
  root.append(key.node, body);
  return root.outerHTML;
}
