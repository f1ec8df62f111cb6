import { yearPosition } from './chart-day.ts';

export interface PeriodTick {
  readonly at: number;
  readonly label: string;
}

interface LabelledDay {
  readonly x: string;
  readonly label: string;
}

/** Keeps every k-th tick, counted back from the last, so that `room` of them remain. */
function thin(ticks: readonly PeriodTick[], room: number): PeriodTick[] {
  const step = Math.max(1, Math.ceil(ticks.length / Math.max(1, room)));
  return ticks.filter((_, index) => (ticks.length - 1 - index) % step === 0);
}

function calendarYears(from: number, to: number): PeriodTick[] {
  const first = Math.ceil(from);
  const count = Math.max(0, Math.floor(to) - first + 1);
  return Array.from({ length: count }, (_, index) => ({ at: first + index, label: String(first + index) }));
}

/** Short labels of yearly periods, such as FY2025, name themselves; anything denser or longer is read off calendar years. */
export function periodTicks(
  points: readonly LabelledDay[],
  extent: readonly [number, number],
  width: number,
  tickWidth: number,
): PeriodTick[] {
  const byDay = new Map(points.map((point) => [yearPosition(point.x), point.label]));
  const own = [...byDay].map(([at, label]) => ({ at, label })).sort((a, b) => a.at - b.at);
  const isYearly =
    own.length > 1 &&
    own.every(({ at, label }, index) => label.length <= 8 && (index === 0 || at - (own[index - 1]?.at ?? at) > 0.9));
  return thin(isYearly ? own : calendarYears(...extent), Math.floor(width / tickWidth));
}
