import { describe, expect, test } from 'vitest';
import { landingProbability, landingQuantile } from './landing.ts';
import { measureSeries } from './measured-series.ts';
import { monthlyExports } from './monthly-exports.fixture.ts';
import { yearInProgressFigures } from './series-figures.ts';

const { indicator, report, earlierYears, documents } = monthlyExports;
const asOf = '2026-12-31';

describe('a year whose twelve months are all known', () => {
  const months = [report('Jul–May FY2026', 4160), report('Jun 2026', 360)];
  const series = measureSeries(indicator, [...earlierYears, ...months], documents, asOf);

  test('lands on their sum, with their rounding only', () => {
    const { landing, years } = series;
    expect(years.at(-1)?.label).toBe('FY2025');
    expect(landing).toMatchObject({ label: 'FY2026', median: 4520, months: 12, precedents: 0 });
    if (!landing) return;
    expect(landingQuantile(landing, 0.9) - landingQuantile(landing, 0.1)).toBeLessThan(2);
    expect(landingProbability(landing, 4500, 'up')).toBeGreaterThan(0.999);
    expect(landingProbability(landing, 4530, 'up')).toBeLessThan(0.001);
  });

  test('is called a sum, not a reported total', () => {
    const landed = yearInProgressFigures(series).find(({ label }) => label === 'Where that year lands');
    expect(landed?.basis).toContain('sum of all twelve months');
    expect(landed?.note).toMatch(/^no total is reported; /);
  });

  test('of exact months reaches what it equals', () => {
    const exact = [report('Jul–May FY2026', 4160, 0), report('Jun 2026', 360, 0)];
    const { landing } = measureSeries(indicator, [...earlierYears, ...exact], documents, asOf);
    expect(landing && landingProbability(landing, 4520, 'up')).toBe(1);
    expect(landing && landingProbability(landing, 4520, 'down')).toBe(1);
    expect(landing && landingProbability(landing, 4521, 'up')).toBe(0);
  });
});

test('the interval is told in words a reader knows', () => {
  const series = measureSeries(indicator, [...earlierYears, report('Jul–Apr FY2026', 3700)], documents, asOf);
  const landed = yearInProgressFigures(series).find(({ label }) => label === 'Where that year lands');
  expect(landed?.note).toMatch(/^estimate; 80 % interval \$4\.\d\dbn to \$4\.\d\dbn$/);
});
