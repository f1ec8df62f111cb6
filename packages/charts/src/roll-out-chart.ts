import { axisUnit, formatQuantity } from '@hadaf/series';
import { areaY, dot, line, ruleY } from '@observablehq/plot';
import { yearPosition } from './chart-day.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import { type ChartWords, english } from './chart-words.ts';
import { periodTicks } from './period-axis.ts';
import type { ChartPoint, RollOutChartView } from './views.ts';

/** Units planned (dashed, read linearly between its milestones) against units reported, cumulative. */
export function rollOutChart(view: RollOutChartView, look: ChartLook = wideLook, words: ChartWords = english): string {
  const points = [...view.planned, ...view.reported];
  const positions = points.map((point) => yearPosition(point.x));
  const extent = [Math.min(...positions), Math.max(...positions)] as const;
  const largest = Math.max(...points.map((point) => point.y));
  const { label, divisor } = axisUnit(view.unit, largest);
  const channels = { x: (point: ChartPoint) => yearPosition(point.x), y: (point: ChartPoint) => point.y / divisor };
  const hint = (point: ChartPoint) => `${point.x}: ${formatQuantity(point.y, view.unit)}`;
  const [due, done] = [view.planned.at(-1), view.reported.at(-1)];
  return chartFrame({
    title: view.title,
    description: [
      due && `Planned: ${formatQuantity(due.y, view.unit)} by ${due.x}.`,
      done ? `Reported: ${formatQuantity(done.y, view.unit)} on ${done.x}.` : 'Nothing reported yet.',
    ].filter((part) => part !== undefined),
    ...{ look, words },
    legend: [
      { label: 'Planned', mark: 'dashed', colour: ink.required },
      { label: 'Reported', mark: 'dot', colour: ink.actual },
    ],
    ticks: periodTicks([], extent, look.width, words.tickWidth),
    yLabel: label === 'count' ? 'number' : label,
    options: {
      x: { domain: [...extent] },
      marks: [
        areaY(view.reported, { ...channels, fill: ink.band80 }),
        ruleY([0], { stroke: ink.text, strokeOpacity: 0.45 }),
        line(view.planned, {
          ...channels,
          stroke: ink.required,
          strokeWidth: 1.75,
          strokeDasharray: '5 3',
        }),
        dot(view.planned, { ...channels, r: 3, stroke: ink.required, fill: ink.paper, title: hint }),
        line(view.reported, { ...channels, stroke: ink.actual, strokeWidth: 2 }),
        dot(view.reported, { ...channels, r: 3.2, fill: ink.actual, title: hint }),
      ],
    },
  });
}
