import { describe, expect, test } from 'vitest';
import { narrowLook } from './chart-look.ts';
import { fanChart } from './fan-chart.ts';
import type { FanChartView } from './views.ts';

const interval = (level: number, lower: number, upper: number) => ({ level, lower, upper });
const view: FanChartView = {
  title: 'ICT services exports',
  unit: 'USD mn per year',
  actual: [
    { x: '2023-06-30', y: 2596, label: 'FY2023', provisional: false },
    { x: '2024-06-30', y: 3223, label: 'FY2024', provisional: false },
    { x: '2025-06-30', y: 3800, label: 'FY2025', provisional: true },
  ],
  forecast: [
    {
      x: '2026-06-30',
      label: 'FY2026',
      median: 4400,
      intervals: [interval(0.5, 4200, 4600), interval(0.8, 4000, 4900), interval(0.95, 3700, 5300)],
    },
    {
      x: '2027-06-30',
      label: 'FY2027',
      median: 5000,
      intervals: [interval(0.5, 4600, 5500), interval(0.8, 4200, 6100), interval(0.95, 3700, 7000)],
    },
  ],
  required: [
    { x: '2025-06-30', y: 3800 },
    { x: '2027-06-30', y: 6600 },
  ],
  target: { x: '2027-06-30', y: 6600, label: 'FY2027' },
};
const textOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map((match) => match[1]);

describe('fanChart', () => {
  test('draws the same picture as before', async () => {
    await expect(fanChart(view)).toMatchFileSnapshot('./__snapshots__/fan-chart.svg');
  });

  test('fits a phone by drawing smaller, not by scaling text', async () => {
    await expect(fanChart(view, narrowLook)).toMatchFileSnapshot('./__snapshots__/fan-chart-narrow.svg');
  });

  test('names the level of every interval in its legend', () => {
    expect(textOf(fanChart(view))).toEqual(
      expect.arrayContaining(['50 % interval', '80 % interval', '95 % interval', 'Path required', 'Target']),
    );
  });

  test('says the unit on the axis', () => {
    expect(textOf(fanChart(view))).toContain('US$ billion a year');
    expect(textOf(fanChart({ ...view, unit: 'count' }))).toContain('count');
  });

  test('tells a person who cannot see it what it shows', () => {
    expect(fanChart(view)).toContain(
      'aria-label="ICT services exports. Latest reported: $3.80bn for FY2025. Forecast median for FY2027: $5bn. 95 % interval: $3.70bn to $7bn. Target: $6.60bn, FY2027."',
    );
    expect(fanChart(view)).toContain('role="img"');
  });

  test('draws provisional values hollow and says so', () => {
    const hollow = 'fill="var(--chart-paper, white)"';
    expect(fanChart(view).split(hollow)).toHaveLength(2);
    expect(textOf(fanChart(view))).toContain('Provisional or estimated');
    const settled = { ...view, actual: view.actual.map((point) => ({ ...point, provisional: false })) };
    expect(fanChart(settled)).not.toContain(hollow);
    expect(textOf(fanChart(settled))).not.toContain('Provisional or estimated');
  });

  test('cuts off a band that would squeeze the rest, and says so', () => {
    const [first] = view.forecast;
    if (!first) throw new RangeError('the view has a forecast');
    const wild = { ...view, forecast: [{ ...first, intervals: [interval(0.95, 100, 900_000)] }] };
    expect(textOf(fanChart(wild))).toContain('95 % interval (cut off at the top)');
    expect(textOf(fanChart(wild))).not.toContain('800');
  });

  test('stands without a forecast, and without a value', () => {
    expect(textOf(fanChart({ ...view, forecast: [] }))).not.toContain('Forecast median');
    expect(fanChart({ ...view, actual: [], forecast: [], required: [] })).toContain('<svg');
  });

  test('escapes hostile labels', () => {
    const hostile = '</svg><script>alert("1")</script>';
    const svg = fanChart({ ...view, title: hostile, target: { ...view.target, label: hostile }, unit: hostile });
    expect(svg).not.toContain('<script');
    expect(svg.split('</svg>')).toHaveLength(2);
  });

  test('carries no style element or attribute, which a strict page would refuse', () => {
    expect(fanChart(view)).not.toMatch(/<style|style=/);
  });
});
