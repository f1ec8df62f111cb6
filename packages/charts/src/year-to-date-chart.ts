import { axisUnit, formatQuantity, quantityUnit } from '@hadaf/series';
import { dot, line, link, ruleY, text } from '@observablehq/plot';
import { chartFrame } from './chart-frame.ts';
import { type ChartLook, ink, wideLook } from './chart-look.ts';
import type { ChartTable } from './chart-table.ts';
import { type ChartWords, english } from './chart-words.ts';
import type { LegendItem } from './legend.ts';
import type { YearToDateChartView, YearToDateLine, YearToDatePoint } from './views.ts';

const none = '–';
const monthsOfYear = 12;
/** Below this width every other month is named. */
const allMonthsWidth = 500;
const strokes: readonly (readonly [number, number, string])[] = [
  [0.95, 4, ink.band95],
  [0.8, 8, ink.band80],
  [0.5, 12, ink.band50],
];

const quantityOf = (unit: string) => (value: number) => formatQuantity(value, quantityUnit(unit));
const percent = (level: number) => `${Math.round(level * 100)} %`;
const at = (points: readonly YearToDatePoint[], months: number) => points.find((point) => point.months === months)?.y;

/** The older a year, the fainter; the newest stays well above the grid. */
const faintness = (index: number, count: number) => 0.25 + (0.4 * (index + 1)) / count;

function neededWords({ needed }: YearToDateChartView): string {
  return needed?.by === 'equal-months' ? 'Still needed, in equal months' : 'Still needed, by season';
}

function legendOf(view: YearToDateChartView): LegendItem[] {
  const { year, earlier, landing, pace, needed, milestone } = view;
  const [first, last] = [earlier[0], earlier.at(-1)];
  const items: LegendItem[] =
    year.points.length > 0 ? [{ label: `${year.label}, known`, mark: 'dot', colour: ink.actual }] : [];
  if (first && last) {
    const label = first === last ? first.label : `${first.label} to ${last.label}`;
    items.push({ label, mark: 'line', colour: ink.band50 });
  }
  if (pace.length > 0) items.push({ label: 'Where it should be', mark: 'line', colour: ink.required });
  if (needed) items.push({ label: neededWords(view), mark: 'dashed', colour: ink.required });
  if (landing) {
    items.push({ label: 'Where it lands', mark: 'hollow', colour: ink.median });
    for (const [level, , colour] of [...strokes].reverse()) {
      items.push({ label: `${percent(level)} interval`, mark: 'band', colour });
    }
  }
  if (milestone !== null) items.push({ label: 'Milestone of the year', mark: 'diamond', colour: ink.target });
  return items;
}

function describe({ year, earlier, landing, milestone, pace, unit, months }: YearToDateChartView): string[] {
  const quantity = quantityOf(unit);
  const latest = year.points.at(-1);
  const before = latest && earlier.map(({ label, points }) => ({ label, value: at(points, latest.months) })).at(-1);
  const due = latest && at(pace, latest.months);
  const widest = landing?.intervals.find(({ level }) => level === 0.8);
  return [
    latest === undefined && `No month of ${year.label} is reported yet.`,
    latest && `${year.label} to the end of ${months[latest.months - 1]}: ${quantity(latest.y)}.`,
    before?.value !== undefined && `The same months of ${before.label}: ${quantity(before.value)}.`,
    due !== undefined && `Where it should be: ${quantity(due)}.`,
    landing && `Where it lands: ${quantity(landing.median)}.`,
    widest && `80 % interval: ${quantity(widest.lower)} to ${quantity(widest.upper)}.`,
    milestone !== null && `Milestone: ${quantity(milestone)}.`,
  ].filter((part) => typeof part === 'string');
}

function topOf({ year, earlier, landing, milestone }: YearToDateChartView): number {
  const sums = [year, ...earlier].flatMap(({ points }) => points.map(({ y }) => y));
  const reach = landing?.intervals.map(({ upper }) => upper) ?? [];
  return Math.max(0, ...sums, ...reach, milestone ?? 0);
}

interface YearName {
  readonly label: string;
  readonly months: number;
  readonly y: number;
}

/** Each earlier year's name beside its last sum, moved up where it would cover the one below at the same month. */
function namesOf(earlier: readonly YearToDateLine[], room: number): YearName[] {
  const ends = earlier.flatMap(({ label, points }) => {
    const end = points.at(-1);
    return end ? [{ label, ...end }] : [];
  });
  const last = new Map<number, number>();
  return ends
    .toSorted((a, b) => a.y - b.y)
    .map((end) => {
      const y = Math.max(end.y, (last.get(end.months) ?? Number.NEGATIVE_INFINITY) + room);
      last.set(end.months, y);
      return { ...end, y };
    });
}

function landingMarks({ landing }: YearToDateChartView, scale: (value: number) => number) {
  if (!landing) return [];
  const bars = strokes.flatMap(([level, strokeWidth, stroke]) => {
    const bounds = landing.intervals.filter((interval) => interval.level === level);
    return [
      link(bounds, {
        ...{ x1: () => monthsOfYear, x2: () => monthsOfYear, stroke, strokeWidth },
        y1: ({ lower }: (typeof bounds)[number]) => scale(lower),
        y2: ({ upper }: (typeof bounds)[number]) => scale(upper),
      }),
    ];
  });
  const middle = { x: monthsOfYear, y: scale(landing.median) };
  return [...bars, dot([middle], { x: 'x', y: 'y', r: 3.5, stroke: ink.median, strokeWidth: 2, fill: ink.paper })];
}

function marksOf(view: YearToDateChartView, scale: (value: number) => number, room: number) {
  const { year, earlier, pace, needed, milestone, months } = view;
  const quantity = quantityOf(view.unit);
  const place = { x: 'months', y: ({ y }: YearToDatePoint) => scale(y) };
  const hint = (label: string) => (point: YearToDatePoint) =>
    `${label} to the end of ${months[point.months - 1]}: ${quantity(point.y)}`;
  const required = { ...place, stroke: ink.required };
  const halo = { stroke: ink.paper, strokeWidth: 4 };
  return [
    ruleY([0], { stroke: ink.text, strokeOpacity: 0.45 }),
    ...earlier.flatMap(({ label, points }, i) => {
      const strokeOpacity = faintness(i, earlier.length);
      return [
        line(points, { ...place, stroke: ink.median, strokeOpacity, strokeWidth: 1.25 }),
        dot(points, { ...place, r: 1.7, fill: ink.median, fillOpacity: strokeOpacity, title: hint(label) }),
      ];
    }),
    line(pace, { ...required, strokeOpacity: 0.7, strokeWidth: 1.25 }),
    ...landingMarks(view, scale),
    line(needed?.points ?? [], { ...required, strokeWidth: 2, strokeDasharray: '5 3' }),
    line(year.points, { ...place, stroke: ink.actual, strokeWidth: 2 }),
    dot(year.points, { ...place, r: 3.2, fill: ink.actual, title: hint(year.label) }),
    text(namesOf(earlier, room), {
      ...place,
      ...{ text: 'label', textAnchor: 'start', dx: 9, fontSize: 10, fill: ink.text },
    }),
    ...(milestone === null ? [] : milestoneMarks({ months: monthsOfYear, y: milestone }, quantity(milestone), scale)),
    text(year.points.slice(-1), {
      ...{ ...place, ...halo, text: () => year.label, textAnchor: 'start', dx: 6, dy: 12, fontWeight: 600 },
      fill: ink.actual,
    }),
  ];
}

function milestoneMarks(point: YearToDatePoint, words: string, scale: (value: number) => number) {
  const place = { x: 'months', y: ({ y }: YearToDatePoint) => scale(y), fill: ink.target };
  return [
    dot([point], { ...place, r: 5, symbol: 'diamond2', title: () => `Milestone of the year: ${words}` }),
    text([point], {
      ...{ ...place, text: () => words, textAnchor: 'end', dx: -10, dy: -8, fontWeight: 600 },
      ...{ stroke: ink.paper, strokeWidth: 4 },
    }),
  ];
}

/**
 * The running sum of the year in progress over those of the years before it, with where it should be by now, the path still
 * needed to its milestone, and where it lands. Lines join the sums that are known; each known one has its dot.
 */
export function yearToDateChart(
  view: YearToDateChartView,
  look: ChartLook = wideLook,
  words: ChartWords = english,
): string {
  const top = topOf(view);
  const { label, divisor } = axisUnit(view.unit, top);
  const scale = (value: number) => value / divisor;
  const isRoomy = look.width >= allMonthsWidth;
  const ticks = view.months
    .map((name, i) => ({ at: i + 1, label: name }))
    .filter((tick) => isRoomy || tick.at % 2 === 0);
  // Rows of the names of years that do not touch.
  const textHeight = words.lineHeight - 5;
  const room = (scale(top) * textHeight) / (look.height * 0.5);
  return chartFrame({
    title: view.title,
    description: describe(view),
    ...{ look, words },
    legend: legendOf(view),
    ticks,
    yLabel: label,
    options: {
      marginRight: words.tickWidth - 4,
      x: { domain: [1, monthsOfYear] },
      y: { domain: [0, scale(top)] },
      marks: marksOf(view, scale, room * divisor),
      symbol: { legend: false },
    },
  });
}

/** The chart's data: a row a month, this year first, and where the year lands. */
export function yearToDateChartTable(view: YearToDateChartView): ChartTable {
  const { title, unit, months, year, earlier, needed, pace, landing } = view;
  const quantity = (value: number | undefined) => (value === undefined ? none : quantityOf(unit)(value));
  const columns = [
    { head: `${year.label}, known`, points: year.points },
    ...(pace.length > 0 ? [{ head: 'Where it should be', points: pace }] : []),
    ...(needed ? [{ head: neededWords(view), points: needed.points }] : []),
    ...earlier.toReversed().map(({ label, points }) => ({ head: label, points })),
  ];
  const rest = columns.slice(1).map(() => none);
  const lands = landing
    ? [
        [`${year.label} lands, median`, quantity(landing.median), ...rest],
        ...landing.intervals.map(({ level, lower, upper }) => [
          `${year.label} lands, ${percent(level)} interval`,
          `${quantity(lower)} to ${quantity(upper)}`,
          ...rest,
        ]),
      ]
    : [];
  return {
    caption: `${title} (${unit})`,
    columns: ['To the end of', ...columns.map(({ head }) => head)],
    rows: [...months.map((name, i) => [name, ...columns.map(({ points }) => quantity(at(points, i + 1)))]), ...lands],
  };
}
