import { axisUnit, counted, formatQuantity, quantityUnit } from '@hadaf/series';
import { dot, line, link, ruleY } from '@observablehq/plot';
import { yearPosition } from './chart-day.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import { english } from './chart-words.ts';
import type { LegendItem } from './legend.ts';
import { periodTicks } from './period-axis.ts';
import type { MonthPoint, MonthsChartView } from './views.ts';

/** Standard deviations to either side of a central 0.8 interval of a normal distribution. */
const central80 = 1.2816;

/** The 0.8 interval of a month, never below 0 where the months are not. */
function intervalOf({ y, standardDeviation }: MonthPoint, floor: number): readonly [number, number] {
  const half = central80 * standardDeviation;
  return [Math.max(floor, y - half), y + half];
}

function legendOf({ months }: MonthsChartView): LegendItem[] {
  const kinds = new Set(months.map(({ label }) => label));
  const items: LegendItem[] = [];
  if (kinds.has('reported')) items.push({ label: 'Reported', mark: 'dot', colour: ink.actual });
  if (kinds.has('derived')) items.push({ label: 'Derived by difference', mark: 'hollow', colour: ink.actual });
  if (kinds.has('estimated')) items.push({ label: 'Estimated', mark: 'line', colour: ink.median });
  items.push({ label: '80 % interval', mark: 'band', colour: ink.band80 });
  return items;
}

function describe({ months, unit }: MonthsChartView): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!(first && last)) return ['No months.'];
  const quantity = (value: number) => formatQuantity(value, quantityUnit(unit));
  const estimated = months.filter(({ label }) => label === 'estimated').length;
  const share =
    estimated > 0
      ? [`${estimated} of ${counted(months.length, 'month')} ${estimated === 1 ? 'is' : 'are'} estimated.`]
      : [];
  return [`${first.period} ${quantity(first.y)} to ${last.period} ${quantity(last.y)}.`, ...share];
}

/** Runs of months without a gap, so that no line crosses unknown ones. */
function runs(months: readonly MonthPoint[]): (MonthPoint & { readonly run: number })[] {
  let run = 0;
  return months.map((month, i) => {
    const before = months[i - 1];
    if (before && yearPosition(month.x) - yearPosition(before.x) > 1.5 / 12) run += 1;
    return { ...month, run };
  });
}

/** A monthly series by what is known of each month: reported filled, derived hollow, estimated with its 0.8 interval. */
export function monthsChart(view: MonthsChartView, look: ChartLook = wideLook): string {
  const floor = view.months.every(({ y }) => y >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const largest = Math.max(0, ...view.months.map((month) => intervalOf(month, floor)[1]));
  const { label, divisor } = axisUnit(view.unit, largest);
  const points = runs(view.months);
  const at = ({ x }: MonthPoint) => yearPosition(x);
  const hint = (month: MonthPoint) =>
    `${month.period}: ${formatQuantity(month.y, quantityUnit(view.unit))}, ${month.label}`;
  const positions = points.map(at);
  const extent = [Math.min(...positions), Math.max(...positions)] as const;
  return chartFrame({
    title: view.title,
    description: describe(view),
    ...{ look, words: english },
    legend: legendOf(view),
    ticks: periodTicks([], extent, look.width, english.tickWidth),
    yLabel: label,
    options: {
      marks: [
        ruleY([0], { stroke: ink.text, strokeOpacity: 0.45 }),
        link(points, {
          x1: at,
          x2: at,
          y1: (month: MonthPoint) => intervalOf(month, floor)[0] / divisor,
          y2: (month: MonthPoint) => intervalOf(month, floor)[1] / divisor,
          stroke: ink.band80,
          strokeWidth: 3,
        }),
        line(points, { x: at, y: ({ y }: MonthPoint) => y / divisor, z: 'run', stroke: ink.median, strokeWidth: 1.25 }),
        dot(
          points.filter((month) => month.label !== 'estimated'),
          {
            x: at,
            y: ({ y }: MonthPoint) => y / divisor,
            r: 2.2,
            stroke: ink.actual,
            fill: (month: MonthPoint) => (month.label === 'derived' ? ink.paper : ink.actual),
            title: hint,
          },
        ),
      ],
      x: { domain: [...extent] },
    },
  });
}
