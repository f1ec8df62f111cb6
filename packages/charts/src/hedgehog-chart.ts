import { axisUnit, formatQuantity, quantityUnit } from '@hadaf/series';
import { dot, line, ruleY } from '@observablehq/plot';
import { yearPosition } from './chart-day.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import type { ChartTable } from './chart-table.ts';
import { type ChartWords, english } from './chart-words.ts';
import type { LegendItem } from './legend.ts';
import { periodTicks } from './period-axis.ts';
import type { ChartPoint, HedgehogChartView } from './views.ts';

const none = '–';
const byDay = (a: { readonly x: string }, b: { readonly x: string }) => (a.x < b.x ? -1 : 1);

/** The forecast of the last year that has come, made longest ago: what a hedgehog is read for first. */
function describe({ actual, paths, unit }: HedgehogChartView): string[] {
  const latest = [...actual].sort(byDay).at(-1);
  const quantity = (value: number) => formatQuantity(value, quantityUnit(unit));
  const said = paths.flatMap(({ asOf, points }) =>
    points.slice(1).flatMap((point) => (point.x === latest?.x ? [`${quantity(point.y)} on ${asOf}`] : [])),
  );
  return [
    `${paths.length} past forecasts.`,
    latest && `Reported: ${quantity(latest.y)} for ${latest.label}.`,
    said.length > 0 && `Forecast for that year: ${said.join(', ')}.`,
  ].filter((part) => part !== undefined && part !== false);
}

function legendOf({ paths }: HedgehogChartView): LegendItem[] {
  const items: LegendItem[] = [{ label: 'Reported', mark: 'dot', colour: ink.actual }];
  if (paths.some(({ isReplayed }) => !isReplayed))
    items.push({ label: 'Forecast as published', mark: 'line', colour: ink.median });
  if (paths.some(({ isReplayed }) => isReplayed)) {
    items.push({ label: 'Replayed from what was known then', mark: 'dashed', colour: ink.required });
  }
  return items;
}

/** What came, and the middle forecast from each earlier year as a spine that starts at the value it was made from. */
export function hedgehogChart(
  view: HedgehogChartView,
  look: ChartLook = wideLook,
  words: ChartWords = english,
): string {
  const spines = view.paths.flatMap(({ points }) => points);
  const all = [...view.actual, ...spines];
  const positions = all.map((point) => yearPosition(point.x));
  const extent = [Math.min(...positions), Math.max(...positions)] as const;
  const { label, divisor } = axisUnit(view.unit, Math.max(...all.map((point) => point.y)));
  const channels = { x: (point: ChartPoint) => yearPosition(point.x), y: (point: ChartPoint) => point.y / divisor };
  const actual = [...view.actual].sort(byDay);
  return chartFrame({
    title: view.title,
    description: describe(view),
    ...{ look, words },
    legend: legendOf(view),
    ticks: periodTicks(all, extent, look.width, words.tickWidth),
    yLabel: label,
    options: {
      x: { domain: [...extent] },
      marks: [
        ruleY([0], { stroke: ink.text, strokeOpacity: 0.45 }),
        ...view.paths.map(({ points, isReplayed }) =>
          line(points, {
            ...channels,
            stroke: isReplayed ? ink.required : ink.median,
            strokeWidth: 1.5,
            ...(isReplayed ? { strokeDasharray: '4 3' } : {}),
          }),
        ),
        line(actual, { ...channels, stroke: ink.actual, strokeWidth: 2 }),
        dot(actual, {
          ...channels,
          r: 3.2,
          fill: ink.actual,
          title: (point: (typeof actual)[number]) =>
            `${point.label}: ${formatQuantity(point.y, quantityUnit(view.unit))}`,
        }),
      ],
    },
  });
}

/** The chart's data: a row a year, what came, and what each forecast said of it; the forecast's own start is left out. */
export function hedgehogChartTable({ title, unit, actual, paths }: HedgehogChartView): ChartTable {
  const quantity = (value: number | undefined) =>
    value === undefined ? none : formatQuantity(value, quantityUnit(unit));
  const points = [...actual, ...paths.flatMap((path) => path.points)].sort(byDay);
  const labels = new Map(points.map(({ x, label }) => [x, label]));
  return {
    caption: `${title} (${unit})`,
    columns: ['Period', 'Reported', ...paths.map(({ asOf, isReplayed }) => `${asOf}${isReplayed ? ', replayed' : ''}`)],
    rows: [...labels].map(([day, period]) => [
      period,
      quantity(actual.find(({ x }) => x === day)?.y),
      ...paths.map((path) => quantity(path.points.slice(1).find(({ x }) => x === day)?.y)),
    ]),
  };
}
