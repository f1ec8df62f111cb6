import { describe, expect, test } from 'vitest';
import { rollOutChart } from './roll-out-chart.ts';
import type { RollOutChartView } from './views.ts';

const view: RollOutChartView = {
  title: 'e-Rozgaar centres',
  unit: 'count',
  planned: [
    { x: '2024-07-01', y: 0 },
    { x: '2025-06-30', y: 50 },
    { x: '2027-06-30', y: 250 },
  ],
  reported: [{ x: '2025-08-08', y: 40 }],
};

describe('rollOutChart', () => {
  test('draws the same picture as before', async () => {
    await expect(rollOutChart(view)).toMatchFileSnapshot('./__snapshots__/roll-out-chart.svg');
  });

  test('tells plan and progress to a person who cannot see it', () => {
    expect(rollOutChart(view)).toContain(
      'aria-label="e-Rozgaar centres. Planned: 250 by 2027-06-30. Reported: 40 on 2025-08-08."',
    );
    expect(rollOutChart({ ...view, reported: [] })).toContain('Nothing reported yet.');
  });
});
