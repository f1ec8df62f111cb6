import { formatQuantity, quantityUnit } from '@hadaf/series';
import type { FanChartView, RollOutChartView } from './views.ts';

/** What a chart shows, as a table. The first column heads its row. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const none = '–';
const byDay = (a: string, b: string) => (a < b ? -1 : 1);

const captionOf = (view: { readonly title: string; readonly unit: string }) => `${view.title} (${view.unit})`;

/**
 * The fan chart's data: each period reported or forecast, and the target's, oldest first, intervals narrow to wide. Days on which only the
 * required path is drawn are left out.
 */
export function fanChartTable(view: FanChartView): ChartTable {
  const quantity = (value: number | undefined) =>
    value === undefined ? none : formatQuantity(value, quantityUnit(view.unit));
  const levels = [...new Set(view.forecast.flatMap((point) => point.intervals.map((interval) => interval.level)))].sort(
    (a, b) => a - b,
  );
  const labels = new Map([[view.target.x, view.target.x]]);
  for (const point of [...view.actual, ...view.forecast]) labels.set(point.x, point.label);
  const rows = [...labels.keys()].sort(byDay).map((day) => {
    const actual = view.actual.find((point) => point.x === day);
    const forecast = view.forecast.find((point) => point.x === day);
    const required = view.required.find((point) => point.x === day)?.y;
    return [
      labels.get(day) ?? day,
      actual ? `${quantity(actual.y)}${actual.provisional ? ' (provisional)' : ''}` : none,
      quantity(forecast?.median),
      ...levels.map((level) => {
        const interval = forecast?.intervals.find((candidate) => candidate.level === level);
        return interval ? `${quantity(interval.lower)} to ${quantity(interval.upper)}` : none;
      }),
      quantity(required ?? (day === view.target.x ? view.target.y : undefined)),
    ];
  });
  const bands = levels.map((level) => `${Math.round(level * 100)} % interval`);
  return { caption: captionOf(view), columns: ['Period', 'Reported', 'Forecast median', ...bands, 'Required'], rows };
}

/** The roll-out chart's data: each day planned or reported, oldest first. */
export function rollOutChartTable(view: RollOutChartView): ChartTable {
  const days = [...new Set([...view.planned, ...view.reported].map((point) => point.x))].sort(byDay);
  const valueOn = (points: RollOutChartView['planned'], day: string) => {
    const value = points.find((point) => point.x === day)?.y;
    return value === undefined ? none : formatQuantity(value, quantityUnit(view.unit));
  };
  return {
    caption: captionOf(view),
    columns: ['Day', 'Planned', 'Reported'],
    rows: days.map((day) => [day, valueOn(view.planned, day), valueOn(view.reported, day)]),
  };
}
