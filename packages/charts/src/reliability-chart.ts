import { formatProbability, formatShare } from '@hadaf/series';
import { dot, line, ruleX } from '@observablehq/plot';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import type { ChartTable } from './chart-table.ts';
import { type ChartWords, english } from './chart-words.ts';
import type { ReliabilityChartView } from './views.ts';

type Bar = ReliabilityChartView['bars'][number];

const percents = [0, 20, 40, 60, 80, 100];
const smallestDot = 3;
const largestDot = 11;

const range = ({ from, to }: Bar) => `${Math.round(from * 100)} to ${Math.round(to * 100)} %`;
const cases = ({ count }: Bar) => `${count} ${count === 1 ? 'case' : 'cases'}`;

function describe({ bars }: ReliabilityChartView): string[] {
  if (bars.length === 0) return ['Nothing was judged yet.'];
  return bars.map(
    (bar) =>
      `Called ${formatProbability(bar.meanProbability)}: ${formatShare(bar.hitShare, 0)} happened, ${cases(bar)}.`,
  );
}

/**
 * What was called p against the share that happened: on the diagonal the two agree. A dot's area is its number of cases, its
 * rule the shares that so few cases could stand for.
 */
export function reliabilityChart(
  view: ReliabilityChartView,
  look: ChartLook = wideLook,
  words: ChartWords = english,
): string {
  const most = Math.max(1, ...view.bars.map(({ count }) => count));
  const radius = ({ count }: Bar) => Math.max(smallestDot, largestDot * Math.sqrt(count / most));
  const x = ({ meanProbability }: Bar) => meanProbability * 100;
  return chartFrame({
    title: view.title,
    description: describe(view),
    ...{ look, words },
    legend: [
      { label: 'Happened (area: cases)', mark: 'dot', colour: ink.median },
      { label: '80 % interval of few cases', mark: 'line', colour: ink.band50 },
      { label: 'As called', mark: 'dashed', colour: ink.required },
    ],
    ticks: percents.map((at) => ({ at, label: `${at} %` })),
    yLabel: '% that happened, by % it was called',
    options: {
      x: { domain: [0, 100] },
      y: { domain: [0, 100] },
      marks: [
        line(
          [0, 100].map((at) => ({ at })),
          { x: 'at', y: 'at', stroke: ink.required, strokeWidth: 1.5, strokeDasharray: '5 3' },
        ),
        ruleX(view.bars, {
          x,
          y1: ({ lower }: Bar) => lower * 100,
          y2: ({ upper }: Bar) => upper * 100,
          stroke: ink.band50,
          strokeWidth: 3,
        }),
        dot(view.bars, {
          x,
          y: ({ hitShare }: Bar) => hitShare * 100,
          r: { value: radius, scale: null },
          fill: ink.median,
          stroke: ink.paper,
          title: (bar: Bar) => `${range(bar)}: ${formatShare(bar.hitShare, 0)} of ${cases(bar)}`,
        }),
      ],
    },
  });
}

/** The diagram's data: a row a bar, from unlikely to likely. */
export function reliabilityChartTable({ title, bars }: ReliabilityChartView): ChartTable {
  return {
    caption: title,
    columns: ['Called', 'Cases', 'Called on average', 'Happened', '80 % interval'],
    rows: bars.map((bar) => [
      range(bar),
      String(bar.count),
      formatProbability(bar.meanProbability),
      formatShare(bar.hitShare, 0),
      `${formatShare(bar.lower, 0)} to ${formatShare(bar.upper, 0)}`,
    ]),
  };
}
