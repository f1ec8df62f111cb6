import { describe, expect, test } from 'vitest';
import { fanChartTable, rollOutChartTable } from './chart-table.ts';

describe('fanChartTable', () => {
  test('holds every value the chart draws, oldest first', () => {
    const table = fanChartTable({
      title: 'Exports',
      unit: 'USD mn per year',
      actual: [{ x: '2025-06-30', y: 3800, label: 'FY2025', provisional: true }],
      forecast: [
        {
          x: '2026-06-30',
          label: 'FY2026',
          median: 4400,
          intervals: [
            { level: 0.8, lower: 4000, upper: 4900 },
            { level: 0.5, lower: 4200, upper: 4600 },
          ],
        },
      ],
      required: [
        { x: '2025-06-30', y: 3800 },
        { x: '2025-12-31', y: 4360 },
        { x: '2026-06-30', y: 5010 },
      ],
      target: { x: '2027-06-30', y: 6600, label: 'FY2027' },
    });
    expect(table).toEqual({
      caption: 'Exports (USD mn per year)',
      columns: ['Period', 'Reported', 'Forecast median', '50 % interval', '80 % interval', 'Required'],
      rows: [
        ['FY2025', '$3.80bn (provisional)', '–', '–', '–', '$3.80bn'],
        ['FY2026', '–', '$4.40bn', '$4.20bn to $4.60bn', '$4bn to $4.90bn', '$5.01bn'],
        ['2027-06-30', '–', '–', '–', '–', '$6.60bn'],
      ],
    });
  });
});

describe('rollOutChartTable', () => {
  test('sets planned beside reported, day by day', () => {
    const table = rollOutChartTable({
      title: 'Centres',
      unit: 'count',
      planned: [{ x: '2025-06-30', y: 50 }],
      reported: [{ x: '2025-02-13', y: 12 }],
    });
    expect(table.rows).toEqual([
      ['2025-02-13', '–', '12'],
      ['2025-06-30', '50', '–'],
    ]);
  });
});
