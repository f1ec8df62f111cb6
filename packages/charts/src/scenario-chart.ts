import { axisUnit, formatQuantity, quantityUnit } from '@hadaf/series';
import { dot, ruleX, ruleY, text } from '@observablehq/plot';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import { type ChartWords, english } from './chart-words.ts';
import type { ScenarioChartView } from './views.ts';

const rowHeight = 46;
const rest = 84;
const strokes: readonly (readonly [number, number, string])[] = [
  [0.95, 4, ink.band95],
  [0.8, 8, ink.band80],
  [0.5, 12, ink.band50],
];

type Row = ScenarioChartView['rows'][number];

/** Where each scenario leaves the series at the date: medians and intervals one below the other, the target across. */
export function scenarioChart(
  view: ScenarioChartView,
  look: ChartLook = wideLook,
  words: ChartWords = english,
): string {
  const { rows, target, unit } = view;
  const outer = rows.flatMap(({ median, intervals }) => [
    median,
    ...intervals.flatMap(({ upper, lower }) => [upper, lower]),
  ]);
  const top = Math.max(target, ...outer);
  const { label, divisor } = axisUnit(unit, top);
  const quantity = (value: number) => formatQuantity(value, quantityUnit(unit));
  const bars = strokes.map(([level, width, colour]) =>
    ruleY(
      rows.flatMap((row, at) =>
        row.intervals.filter((one) => one.level === level).map(({ lower, upper }) => ({ at, lower, upper })),
      ),
      {
        ...{ y: 'at', stroke: colour, strokeWidth: width },
        x1: ({ lower }: { lower: number }) => lower / divisor,
        x2: ({ upper }: { upper: number }) => upper / divisor,
      },
    ),
  );
  const place = { x: ({ median }: Row) => median / divisor, y: (_: Row, at: number) => at };
  const ticks = 5;
  return chartFrame({
    title: view.title,
    description: rows.map(
      (row) => `${words.say(row.label)}: ${words.say(`median ${quantity(row.median)}`)}${words.say('.')}`,
    ),
    words,
    look: { width: look.width, height: rest + rowHeight * rows.length },
    legend: [
      { label: 'Median', mark: 'dot', colour: ink.median },
      ...[...strokes].reverse().map(([level, , colour]) => ({
        label: `${Math.round(level * 100)} % interval`,
        mark: 'band' as const,
        colour,
      })),
      { label: `Target, ${quantity(target)}`, mark: 'dashed', colour: ink.target },
    ],
    ticks: [],
    yLabel: '',
    options: {
      marginLeft: 8,
      x: {
        domain: [Math.min(0, ...outer) / divisor, (top * 1.02) / divisor],
        ticks,
        tickFormat: (at: number) => `${at}`,
        label,
        labelArrow: 'none',
        grid: true,
      },
      y: { domain: [rows.length - 0.4, -0.75], axis: null, grid: false, nice: false },
      marks: [
        ...bars,
        ruleX([target / divisor], { stroke: ink.target, strokeWidth: 1.75, strokeDasharray: '5 3' }),
        dot(rows, { ...place, r: 4, fill: ink.median, stroke: ink.paper, title: (row: Row) => quantity(row.median) }),
        text(rows, {
          y: (_: Row, at: number) => at,
          text: (row: Row) => `${words.say(row.label)}: ${words.say(quantity(row.median))}`,
          ...{ frameAnchor: 'left', textAnchor: 'start', dy: -16, dx: 2 },
          ...{ stroke: ink.paper, strokeWidth: 3, fill: ink.text },
        }),
      ],
    },
  });
}
