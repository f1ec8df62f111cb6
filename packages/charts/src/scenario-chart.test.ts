import { describe, expect, test } from 'vitest';
import { scenarioChart } from './scenario-chart.ts';

const row = (label: string, median: number) => ({
  label,
  median,
  intervals: [0.5, 0.8, 0.95].map((level) => ({
    level,
    lower: median * (1 - level / 3),
    upper: median * (1 + level / 2),
  })),
});

const view = {
  title: 'Exports in FY2030 by scenario',
  unit: 'USD mn',
  target: 15_000,
  rows: [row('As forecast', 7410), row('The headline’s growth goes on', 11_890)],
};

describe('scenarioChart', () => {
  test('draws the same picture as before', async () => {
    await expect(scenarioChart(view)).toMatchFileSnapshot('./__snapshots__/scenario-chart.svg');
  });

  test('tells every median to a person who cannot see it', () => {
    expect(scenarioChart(view)).toContain(
      'aria-label="Exports in FY2030 by scenario. As forecast: median $7.41bn. The headline’s growth goes on: median $11.89bn."',
    );
  });

  test('grows with its rows', () => {
    const height = (rows: typeof view.rows) => Number(/ height="(\d+)"/.exec(scenarioChart({ ...view, rows }))?.[1]);
    expect(height([...view.rows, ...view.rows]) - height(view.rows)).toBe(2 * 46);
  });
});
