import { describe, expect, test } from 'vitest';
import { fiscalYearSeries } from '../fiscal-year-series.ts';
import type { Observation } from '../observation.ts';
import { completeYears } from './complete-years.ts';
import { july, report } from './reports.fixture.ts';

const asOf = '2026-12-31';
const complete = (reports: readonly Observation[]) =>
  completeYears(fiscalYearSeries(reports, july, asOf), reports, july, asOf);
const quarters = (year: string, value: number, halfWidth = 0) =>
  ['Jul–Sep', 'Oct–Dec', 'Jan–Mar', 'Apr–Jun'].map((quarter) => report(`${quarter} ${year}`, value, { halfWidth }));

describe('completeYears', () => {
  const gap = [report('FY2022', 2600), ...quarters('FY2023', 650, 0.5), report('FY2024', 3200)];
  test('closes a gap with the sum of reconciled months', () => {
    const { years } = complete(gap);
    expect(years.map(({ label, basis }) => [label, basis])).toEqual([
      ['FY2022', 'reported'],
      ['FY2023', 'reconciled-months'],
      ['FY2024', 'reported'],
    ]);
    expect(years[1]?.value).toBeCloseTo(2600, 0);
  });
  test('says how well the sum is known', () => {
    // Four uniform roundings of ±½: standard deviation √(4 ÷ 12), as a half width 1.
    expect(complete(gap).years[1]?.halfWidth).toBeCloseTo(1, 2);
  });
  test('knows the year after the last total by quarters alone', () => {
    const { years, unreported, inProgress } = complete([report('FY2024', 3200), ...quarters('FY2025', 950)]);
    expect(years.length).toBe(1);
    expect(unreported).toMatchObject([{ label: 'FY2025', months: 12, basis: 'reconciled-months' }]);
    expect(inProgress?.value).toBeCloseTo(3800, 6);
  });
  test('leaves a year alone that misses a month or has only a lower bound', () => {
    const missing = [report('FY2022', 2600), ...quarters('FY2023', 650).slice(1), report('FY2024', 3200)];
    const bounded = [report('FY2022', 2600), report('Jul–Dec FY2023', 1300), report('FY2024', 3200)];
    const over = report('Jan–Jun FY2023', 1300, { qualifier: 'over' });
    for (const reports of [missing, [...bounded, over]])
      expect(complete(reports).years.map(({ label }) => label)).toEqual(['FY2022', 'FY2024']);
  });
  test('changes nothing where all totals are published', () => {
    const reports = [report('FY2023', 2600), report('FY2024', 3200), report('Jul–Dec FY2025', 1900)];
    const published = fiscalYearSeries(reports, july, asOf);
    expect(completeYears(published, reports, july, asOf)).toBe(published);
  });
});
