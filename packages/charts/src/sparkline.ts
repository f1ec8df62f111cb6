import { yearPosition } from './chart-day.ts';
import { ink } from './chart-look.ts';
import { element } from './svg-element.ts';
import type { SparklineView } from './views.ts';

const size = { width: 96, height: 26, inset: 4 };

/** One number to two decimals, which is finer than a pixel. */
const coordinate = (value: number) => Math.round(value * 100) / 100;

/**
 * A word-sized line of the values without axes: its shape only, the numbers stand beside it.
 * Hand-written rather than drawn by Plot because an index shows dozens: 0.7 ms each against 9–13 ms (two shared cores, November 2026).
 */
export function sparkline(view: SparklineView): string {
  const points = [...view.values]
    .filter((point) => Number.isFinite(point.y))
    .map((point) => ({ at: yearPosition(point.x), y: point.y }))
    .sort((a, b) => a.at - b.at);
  const [xs, ys] = [points.map((point) => point.at), points.map((point) => point.y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const place = (value: number, from: number, to: number, length: number) =>
    size.inset + (to > from ? (value - from) / (to - from) : 0.5) * (length - 2 * size.inset);
  const drawn = points.map(({ at, y }) => [
    coordinate(place(at, left, right, size.width)),
    coordinate(size.height - place(y, low, high, size.height)),
  ]);
  const root = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${size.width} ${size.height}`,
    width: size.width,
    height: size.height,
    class: 'sparkline',
    role: 'img',
    'aria-label': view.label,
  });
  const path = element('path', {
    d: drawn.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join(''),
    fill: 'none',
  });
  path.setAttribute('stroke', ink.actual);
  path.setAttribute('stroke-width', '1.5');
  path.setAttribute('stroke-linejoin', 'round');
  root.append(path);
  const last = drawn.at(-1);
  if (last) root.append(element('circle', { cx: last[0] ?? 0, cy: last[1] ?? 0, r: 2.5, fill: ink.median }));
  return root.outerHTML;
}
