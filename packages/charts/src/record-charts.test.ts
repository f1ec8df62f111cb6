import { describe, expect, test } from 'vitest';
import { narrowLook } from './chart-look.ts';
import { hedgehogChart, hedgehogChartTable } from './hedgehog-chart.ts';
import { reliabilityChart, reliabilityChartTable } from './reliability-chart.ts';
import type { HedgehogChartView, ReliabilityChartView } from './views.ts';

const reliability: ReliabilityChartView = {
  title: 'Reliability of 16 questions',
  bars: [
    { from: 0.1, to: 0.2, count: 12, meanProbability: 0.15, hitShare: 0.25, lower: 0.12, upper: 0.44 },
    { from: 0.9, to: 1, count: 1, meanProbability: 0.95, hitShare: 1, lower: 0.38, upper: 1 },
  ],
};

const point = (year: number, y: number) => ({ x: `${year}-06-30`, y, label: `FY${year}` });
const hedgehog: HedgehogChartView = {
  title: 'IT exports <&> services',
  unit: 'USD mn',
  actual: [point(2022, 2619), point(2023, 2597), point(2024, 3223)],
  paths: [
    { asOf: '2022-07-28', isReplayed: true, points: [point(2022, 2619), point(2023, 2950), point(2024, 3300)] },
    { asOf: '2023-07-18', isReplayed: false, points: [point(2023, 2597), point(2024, 2800)] },
  ],
};

describe('reliabilityChart', () => {
  test('draws the same picture as before', async () => {
    await expect(reliabilityChart(reliability)).toMatchFileSnapshot('./__snapshots__/reliability-chart.svg');
  });

  test('tells every bar to a person who cannot see it', () => {
    expect(reliabilityChart(reliability, narrowLook)).toContain(
      'Called 15&#160;%: 25&#160;% happened, 12 cases. Called 95&#160;%: 100&#160;% happened, 1 case.',
    );
    expect(reliabilityChart({ ...reliability, bars: [] })).toContain('Nothing was judged yet.');
  });

  test('has a table of its bars', () => {
    expect(reliabilityChartTable(reliability).rows[1]?.map((cell) => cell.replaceAll('\u00a0', ' '))).toEqual([
      '90 to 100 %',
      '1',
      '95 %',
      '100 %',
      '38 % to 100 %',
    ]);
  });
});

describe('hedgehogChart', () => {
  test('draws the same picture as before', async () => {
    await expect(hedgehogChart(hedgehog)).toMatchFileSnapshot('./__snapshots__/hedgehog-chart.svg');
  });

  test('tells what was forecast for the last year that came, from when', () => {
    const drawn = hedgehogChart(hedgehog, narrowLook);
    expect(drawn).toContain('Reported: $3.22bn for FY2024.');
    expect(drawn).toContain('$3.30bn on 2022-07-28, $2.80bn on 2023-07-18');
    expect(drawn).not.toContain('<&>');
  });

  test('has a table of what each forecast said, without its own start', () => {
    const { columns, rows } = hedgehogChartTable(hedgehog);
    expect(columns).toEqual(['Period', 'Reported', '2022-07-28, replayed', '2023-07-18']);
    expect(rows).toEqual([
      ['FY2022', '$2.62bn', '–', '–'],
      ['FY2023', '$2.60bn', '$2.95bn', '–'],
      ['FY2024', '$3.22bn', '$3.30bn', '$2.80bn'],
    ]);
  });
});
