import { describe, expect, test } from 'vitest';
import { narrowLook } from './chart-look.ts';
import type { YearToDateChartView } from './views.ts';
import { yearToDateChart, yearToDateChartTable } from './year-to-date-chart.ts';

const sums = (...values: (number | null)[]) => values.flatMap((y, i) => (y === null ? [] : [{ months: i + 1, y: y }]));
const view: YearToDateChartView = {
  title: 'IT exports <&> services: FY2026 month by month',
  unit: 'USD mn',
  months: ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  year: { label: 'FY2026', points: sums(354, 691, 1057, 1443, 1799, 2236, 2610, 2970) },
  earlier: [
    { label: 'FY2023', points: sums(199, 427, 633, 855, 1088, 1335, 1525, 1718, 1944, 2135, 2371, 2596) },
    { label: 'FY2025', points: sums(286, 584, 877, 1206, 1518, 1866, 2180, 2480, 2825, 3142, null, 3800) },
  ],
  landing: {
    median: 4658,
    intervals: [
      { level: 0.5, lower: 4530, upper: 4790 },
      { level: 0.8, lower: 4400, upper: 4930 },
      { level: 0.95, lower: 4200, upper: 5170 },
    ],
  },
  milestone: 5001,
  pace: [
    { months: 8, y: 3189 },
    { months: 12, y: 5001 },
  ],
  needed: {
    by: 'usual-shares',
    points: [
      { months: 8, y: 2970 },
      { months: 10, y: 3990 },
      { months: 12, y: 5001 },
    ],
  },
};
const unasked: YearToDateChartView = { ...view, landing: null, milestone: null, pace: [], needed: null };
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, words]) => words ?? '');
const heightsOf = (svg: string, names: readonly string[]) =>
  names.map((name) =>
    Number(svg.match(new RegExp(`<text[^>]*translate\\([\\d.]+,([\\d.]+)\\)[^>]*>${name}</text>`))?.[1]),
  );

describe('yearToDateChart', () => {
  test('draws the same picture as before', async () => {
    await expect(yearToDateChart(view)).toMatchFileSnapshot('./__snapshots__/year-to-date-chart.svg');
    await expect(yearToDateChart(view, narrowLook)).toMatchFileSnapshot(
      './__snapshots__/year-to-date-chart-narrow.svg',
    );
  });

  test('says that nothing of the year is reported yet', () => {
    const drawn = yearToDateChart({ ...view, year: { label: 'FY2027', points: [] }, needed: null });
    expect(drawn).toContain('No month of FY2027 is reported yet.');
    expect(wordsOf(drawn)).not.toContain('FY2027, known');
  });

  test('tells where the year stands, should stand and lands', () => {
    const drawn = yearToDateChart(view);
    expect(drawn).toContain('FY2026 to the end of Feb: $2.97bn. The same months of FY2025: $2.48bn.');
    expect(drawn).toContain('Where it should be: $3.19bn. Where it lands: $4.66bn.');
    expect(drawn.replaceAll(/\u00a0|&#160;/g, ' ')).toContain('80 % interval: $4.40bn to $4.93bn. Milestone: $5.00bn.');
    expect(drawn).not.toContain('<&>');
  });

  test('names only what it draws', () => {
    const words = wordsOf(yearToDateChart(unasked));
    expect(words).toContain('FY2023 to FY2025');
    for (const absent of ['Still needed', 'Where it', 'Milestone', 'interval']) {
      expect(words.filter((word) => word.includes(absent))).toEqual([]);
    }
    expect(wordsOf(yearToDateChart(view))).toContain('Still needed, by season');
  });

  test('the names of years that end alike stand apart', () => {
    const alike = { ...view.earlier[0], label: 'FY2024', points: sums(...Array(11).fill(null), 2597) };
    const drawn = yearToDateChart({ ...view, earlier: [...view.earlier.slice(0, 1), alike] }, narrowLook);
    const [lower = 0, upper = 0] = heightsOf(drawn, ['FY2023', 'FY2024']);
    expect(lower - upper).toBeGreaterThan(9);
  });

  test('the name of a year that ends earlier stays at its line', () => {
    const partial = { label: 'FY2026', points: [{ months: 8, y: 2650 }] };
    const beside = yearToDateChart({ ...unasked, earlier: [...view.earlier.slice(0, 1), partial] });
    const alone = yearToDateChart({ ...unasked, earlier: [partial] });
    expect(heightsOf(beside, ['FY2026'])).toEqual(heightsOf(alone, ['FY2026']));
  });

  test('names every month where there is room, every other on a phone', () => {
    const named = (svg: string) => wordsOf(svg).filter((word) => view.months.includes(word));
    expect(named(yearToDateChart(view))).toEqual(view.months);
    expect(named(yearToDateChart(view, narrowLook))).toEqual(['Aug', 'Oct', 'Dec', 'Feb', 'Apr', 'Jun']);
  });
});

describe('yearToDateChartTable', () => {
  test('has a row a month and says where the year lands', () => {
    const { columns, rows } = yearToDateChartTable(view);
    expect(columns).toEqual([
      'To the end of',
      'FY2026, known',
      'Where it should be',
      'Still needed, by season',
      'FY2025',
      'FY2023',
    ]);
    expect(rows[7]).toEqual(['Feb', '$2.97bn', '$3.19bn', '$2.97bn', '$2.48bn', '$1.72bn']);
    expect(rows[10]).toEqual(['May', '–', '–', '–', '–', '$2.37bn']);
    expect(rows.slice(12).map(([head, value]) => [head, value])).toEqual([
      ['FY2026 lands, median', '$4.66bn'],
      ['FY2026 lands, 50 % interval', '$4.53bn to $4.79bn'],
      ['FY2026 lands, 80 % interval', '$4.40bn to $4.93bn'],
      ['FY2026 lands, 95 % interval', '$4.20bn to $5.17bn'],
    ]);
  });

  test('leaves out the columns of a year of which nothing is asked', () => {
    const { columns, rows } = yearToDateChartTable(unasked);
    expect(columns).toEqual(['To the end of', 'FY2026, known', 'FY2025', 'FY2023']);
    expect(rows).toHaveLength(12);
  });
});
