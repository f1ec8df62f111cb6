import { describe, expect, test } from 'vitest';
import { narrowLook } from './chart-look.ts';
import { monthsChart } from './months-chart.ts';
import type { MonthPoint, MonthsChartView } from './views.ts';

const month = (x: string, y: number, label: MonthPoint['label'], standardDeviation = 0): MonthPoint => ({
  ...{ x, y, label, standardDeviation },
  period: x.slice(0, 7),
});
const view: MonthsChartView = {
  title: 'ICT services exports by month',
  unit: 'USD mn',
  months: [
    month('2024-07-31', 286, 'reported'),
    month('2024-08-31', 298, 'derived', 0.3),
    month('2024-09-30', 292, 'estimated', 12),
    month('2024-12-31', 348, 'reported'),
    month('2025-01-31', 313, 'reported'),
  ],
};

describe('monthsChart', () => {
  test('draws the same picture as before', async () => {
    await expect(monthsChart(view)).toMatchFileSnapshot('./__snapshots__/months-chart.svg');
  });
  test('names every kind of month it shows, and no other', () => {
    const reported = { ...view, months: view.months.filter(({ label }) => label === 'reported') };
    expect(monthsChart(view)).toContain('Derived by difference');
    expect(monthsChart(reported)).not.toContain('Estimated');
  });
  test('draws no line across unknown months', () => {
    const lines = [...monthsChart(view, narrowLook).matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d ?? '');
    const series = lines.filter((d) => d.split('L').length > 1);
    expect(series.map((d) => d.split('L').length).slice(-2)).toEqual([3, 2]);
  });
  test('tells a person who cannot see it what it shows', () => {
    expect(monthsChart(view)).toContain('2024-07 $286m to 2025-01 $313m. 1 of 5 months is estimated.');
  });
});
