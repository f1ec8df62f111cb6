import { describe, expect, test } from 'vitest';
import type { WaterfallChartView } from './views.ts';
import { waterfallChart, waterfallChartTable } from './waterfall-chart.ts';

const view: WaterfallChartView = {
  title: 'Why the probability moved',
  columns: ['Probability', 'Median'],
  start: { label: 'As known on 2025-12-31', value: 0.01, text: '1.00 %', others: ['$6.70bn'] },
  steps: [
    { label: 'New data: a page', change: 0.02, text: '+2.00', others: ['+$700m'] },
    { label: 'Revision <b>of a month</b> & more', change: -0.005, text: '−0.50', others: ['−$100m'] },
  ],
  end: { label: 'As known on 2026-11-22', value: 0.025, text: '2.50 %', others: ['$7.30bn'] },
};

/** x and width of every bar. */
const bars = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*>/g)].map(([rect]) =>
    [/ x="([^"]+)/, / width="([^"]+)/].map((part) => Number(part.exec(rect)?.[1])),
  );

describe('waterfallChart', () => {
  test('draws the same picture as before', async () => {
    await expect(waterfallChart(view)).toMatchFileSnapshot('./__snapshots__/waterfall-chart.svg');
  });

  test('begins each bar where the one before it ends', () => {
    const [[up = 0, upWidth = 0] = [], [down = 0, downWidth = 0] = []] = bars(waterfallChart(view)).slice(-2);
    expect(down + downWidth).toBeCloseTo(up + upWidth, 6);
    expect(upWidth / downWidth).toBeCloseTo(4, 6);
  });

  test('tells every number to a person who cannot see it, text escaped', () => {
    const svg = waterfallChart(view);
    expect(svg).toContain('As known on 2025-12-31: 1.00 %; New data: a page: +2.00; ');
    expect(svg).not.toContain('<b>');
  });

  test('draws what did not move', () => {
    expect(waterfallChart({ ...view, steps: [], end: view.start })).not.toContain('NaN');
  });

  test('has a table of the same numbers', () => {
    expect(waterfallChartTable(view)).toMatchObject({
      columns: ['Cause', 'Probability', 'Median'],
      rows: [['As known on 2025-12-31', '1.00 %', '$6.70bn'], ['New data: a page', '+2.00', '+$700m'], {}, {}],
    });
  });
});
