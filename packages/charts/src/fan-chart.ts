import { axisUnit, formatQuantity, quantityUnit } from '@hadaf/series';
import { areaY, dot, line, ruleY, text } from '@observablehq/plot';
import { yearPosition } from './chart-day.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import { type ChartWords, english } from './chart-words.ts';
import type { LegendItem } from './legend.ts';
import { periodTicks } from './period-axis.ts';
import type { ChartPoint, FanChartView } from './views.ts';

/** The top of the axis: a wide outer band may not squeeze everything else below half of the chart. */
const bandAllowance = 1.8;
const colours: Readonly<Record<number, string>> = { 0.5: ink.band50, 0.8: ink.band80, 0.95: ink.band95 };

interface BandPoint {
  readonly at: number;
  readonly lower: number;
  readonly upper: number;
}

interface Band {
  readonly level: number;
  readonly points: readonly BandPoint[];
  readonly isCut: boolean;
}

const byDay = (a: ChartPoint, b: ChartPoint) => (a.x < b.x ? -1 : 1);

/** The last reported value before the forecast: the fan opens from it. */
function anchorOf(view: FanChartView): ChartPoint | undefined {
  const first = view.forecast[0]?.x ?? '';
  return view.actual
    .filter((point) => point.x < first)
    .sort(byDay)
    .at(-1);
}

/** The largest value that is not the outer end of a band. */
function ceilingOf(view: FanChartView): number {
  const inner = [
    ...view.actual.map((point) => point.y),
    ...view.forecast.map((point) => point.median),
    ...view.required.map((point) => point.y),
    view.target.y,
  ];
  const outer = view.forecast.flatMap((point) => point.intervals.map((interval) => interval.upper));
  const allowed = Math.max(...inner) * bandAllowance;
  return Math.min(Math.max(...inner, ...outer), Math.max(allowed, 0));
}

/** The bands, widest first so that the narrow ones are drawn on top. */
function bandsOf(view: FanChartView, ceiling: number): Band[] {
  const levels = [...new Set(view.forecast.flatMap((point) => point.intervals.map((interval) => interval.level)))];
  const anchor = anchorOf(view);
  return levels
    .sort((a, b) => b - a)
    .map((level) => {
      const points = view.forecast.flatMap(({ x, intervals }) =>
        intervals
          .filter((interval) => interval.level === level)
          .map(({ lower, upper }) => ({ at: yearPosition(x), lower, upper })),
      );
      const start = anchor ? [{ at: yearPosition(anchor.x), lower: anchor.y, upper: anchor.y }] : [];
      return { level, points: [...start, ...points], isCut: points.some((point) => point.upper > ceiling) };
    });
}

function legendOf(view: FanChartView, bands: readonly Band[]): LegendItem[] {
  const items: LegendItem[] = [{ label: 'Reported', mark: 'dot', colour: ink.actual }];
  if (view.actual.some((point) => point.provisional)) {
    items.push({ label: 'Provisional or estimated', mark: 'hollow', colour: ink.actual });
  }
  if (view.forecast.length > 0) items.push({ label: 'Forecast median', mark: 'line', colour: ink.median });
  for (const { level, isCut } of [...bands].reverse()) {
    const percent = `${Math.round(level * 100)} % interval`;
    items.push({
      label: isCut ? `${percent} (cut off at the top)` : percent,
      mark: 'band',
      colour: colours[level] ?? ink.band95,
    });
  }
  if (view.required.length > 1) items.push({ label: 'Path required', mark: 'dashed', colour: ink.required });
  items.push({ label: 'Target', mark: 'diamond', colour: ink.target });
  return items;
}

function describe(view: FanChartView): string[] {
  const latest = [...view.actual].sort(byDay).at(-1);
  const last = view.forecast.at(-1);
  const widest = last && [...last.intervals].sort((a, b) => a.level - b.level).at(-1);
  const quantity = (value: number) => formatQuantity(value, quantityUnit(view.unit));
  return [
    latest && `Latest reported: ${quantity(latest.y)} for ${latest.label}.`,
    last && `Forecast median for ${last.label}: ${quantity(last.median)}.`,
    widest && `${widest.level * 100} % interval: ${quantity(widest.lower)} to ${quantity(widest.upper)}.`,
    `Target: ${quantity(view.target.y)}, ${view.target.label}.`,
  ].filter((part) => part !== undefined);
}

/** The marks in the order they are painted. `scale` turns the view's unit into the axis's. */
function marksOf(view: FanChartView, bands: readonly Band[], scale: (value: number) => number) {
  const anchor = anchorOf(view);
  const at = (point: ChartPoint) => yearPosition(point.x);
  const y = (point: ChartPoint) => scale(point.y);
  const median = [
    ...(anchor ? [anchor] : []),
    ...view.forecast.map((point) => ({ x: point.x, y: point.median, label: point.label })),
  ];
  const actual = [...view.actual].sort(byDay);
  const hint = (point: (typeof actual)[number]) =>
    `${point.label}: ${formatQuantity(point.y, quantityUnit(view.unit))}${point.provisional ? ', provisional or estimated' : ''}`;
  return [
    ...bands.map((band) =>
      areaY(band.points, {
        x: 'at',
        y1: (point: BandPoint) => scale(point.lower),
        y2: (point: BandPoint) => scale(point.upper),
        fill: colours[band.level] ?? ink.band95,
      }),
    ),
    ruleY([0], { stroke: ink.text, strokeOpacity: 0.45 }),
    line(view.required, {
      x: at,
      y,
      stroke: ink.required,
      strokeWidth: 1.75,
      strokeDasharray: '5 3',
    }),
    line(median, { x: at, y, stroke: ink.median, strokeWidth: 2 }),
    line(actual, { x: at, y, stroke: ink.actual, strokeWidth: 1.5 }),
    dot(actual, {
      x: at,
      y,
      r: 3.2,
      stroke: ink.actual,
      fill: (point: (typeof actual)[number]) => (point.provisional ? ink.paper : ink.actual),
      title: hint,
    }),
    dot([view.target], { x: at, y, r: 5, symbol: 'diamond2', fill: ink.target, title: () => view.target.label }),
    text([view.target], {
      x: at,
      y,
      text: () => formatQuantity(view.target.y, quantityUnit(view.unit)),
      textAnchor: 'end',
      dx: -9,
      dy: -9,
      fontWeight: 600,
      fill: ink.target,
      stroke: ink.paper,
      strokeWidth: 4,
    }),
  ];
}

/**
 * Reported values, the fan of the forecast, the path required and the target, as one SVG.
 * Provisional and estimated values are hollow. A band that would squeeze the rest is cut off at the top, and the legend says so.
 */
export function fanChart(view: FanChartView, look: ChartLook = wideLook, words: ChartWords = english): string {
  const ceiling = ceilingOf(view);
  const { label, divisor } = axisUnit(view.unit, ceiling);
  const bands = bandsOf(view, ceiling);
  const scale = (value: number) => Math.min(value, ceiling) / divisor;
  const days = [...view.actual, ...view.forecast, view.target];
  const positions = [...days, ...view.required].map((point) => yearPosition(point.x));
  const extent = [Math.min(...positions), Math.max(...positions)] as const;
  return chartFrame({
    title: view.title,
    description: describe(view),
    ...{ look, words },
    legend: legendOf(view, bands),
    ticks: periodTicks([...view.actual, ...view.forecast], extent, look.width, words.tickWidth),
    yLabel: label,
    options: {
      marks: marksOf(view, bands, scale),
      x: { domain: [...extent] },
      symbol: { legend: false },
    },
  });
}
