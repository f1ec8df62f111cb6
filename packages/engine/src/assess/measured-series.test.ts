import { describe, expect, test } from 'vitest';
import { fiscalYears } from '../verdict/fiscal-years.ts';
import { annualRequest, forecastSettings } from './annual-forecast.ts';
import { measureSeries } from './measured-series.ts';
import { monthlyExports } from './monthly-exports.fixture.ts';

const { indicator, report, earlierYears, documents } = monthlyExports;
const asOf = '2026-12-31';

describe('the first month of a new fiscal year', () => {
  const unfinished = [...earlierYears, report('Jul–Apr FY2026', 3700)];
  const before = measureSeries(indicator, unfinished, documents, asOf);
  const after = measureSeries(indicator, [...unfinished, report('Jul 2026', 380)], documents, asOf);

  test('leaves the landing of the unfinished year as it was', () => {
    expect(before.landing).toMatchObject({ label: 'FY2026', months: 10 });
    expect(after.landing).toEqual(before.landing);
    expect(after.inProgress).toEqual(before.inProgress);
  });

  test('is shown beside the unfinished year, each by its name', () => {
    expect(before.unreported.map(({ label }) => label)).toEqual(['FY2026']);
    expect(after.unreported).toMatchObject([{ label: 'FY2026' }, { label: 'FY2027', months: 1, value: 380 }]);
    const { endedYear, yearInProgress } = fiscalYears({
      ...{ series: after, annual: null, goal: null, isOpen: false, releases: [] },
    });
    expect([...endedYear, ...yearInProgress].map(({ label, note }) => [label, note.split(';')[0]])).toEqual([
      ['Ended year, so far', '10 of 12 months of FY2026 known'],
      ['Where the ended year lands', 'estimate'],
      ['Year in progress, so far', '1 of 12 months of FY2027 known'],
    ]);
  });
});

test('a year that does not follow the last total lands nowhere', () => {
  const series = measureSeries(indicator, [...earlierYears, report('Jul 2026', 380)], documents, asOf);
  expect(series).toMatchObject({ inProgress: { label: 'FY2027' }, unreported: [{ label: 'FY2027' }], landing: null });
});

describe('a year without a published total', () => {
  const quarters = ['Jul–Sep', 'Oct–Dec', 'Jan–Mar', 'Apr–Jun'];
  const reconciled = quarters.map((quarter) => report(`${quarter} FY2024`, 800, 5));
  const without = earlierYears.filter(({ end, start }) => !(start === '2023-07-01' && end === '2024-06-30'));
  const series = measureSeries(indicator, [...without, ...reconciled], documents, asOf);

  test('stands as the sum of its reconciled months, and says so', () => {
    expect(series.years.map(({ label, basis }) => [label, basis])).toEqual([
      ['FY2022', 'reported'],
      ['FY2023', 'reported'],
      ['FY2024', 'reconciled-months'],
      ['FY2025', 'reported'],
    ]);
    expect(Math.abs((series.years[2]?.value ?? 0) - 3200)).toBeLessThan(4 * 5);
  });
  test('enters a forecast with the deviation of that sum', () => {
    const [, rounded, summed] = annualRequest(series, 2030, forecastSettings)?.logStandardDeviations ?? [];
    expect(rounded).toBeCloseTo(0.5 / Math.sqrt(3) / 2700, 9);
    expect(summed).toBeCloseTo((5 * 2) / Math.sqrt(3) / 3200, 4);
  });
  test('lands on that sum where it follows the last total', () => {
    const newest = quarters.map((quarter) => report(`${quarter} FY2026`, 1000, 5));
    const { landing, inProgress } = measureSeries(indicator, [...earlierYears, ...newest], documents, asOf);
    expect(inProgress).toMatchObject({ months: 12, basis: 'reconciled-months' });
    expect(landing).toMatchObject({ label: 'FY2026', months: 12, precedents: 0 });
    expect(landing?.median).toBeCloseTo(4000, 0);
    expect(landing?.logScale).toBeCloseTo((5 * 2) / Math.sqrt(3) / 4000, 4);
  });
});

describe('a value known to be over a number', () => {
  const deviationOf = (value: number) => {
    const over = { ...report('FY2026', value, 0), qualifier: 'over' as const };
    const series = measureSeries(indicator, [...earlierYears, over], documents, asOf);
    return (annualRequest(series, 2030, forecastSettings)?.logStandardDeviations?.at(-1) ?? Number.NaN) * value;
  };
  test.each([
    [3000, 1000],
    [3400, 100],
    [3450, 10],
  ])('over %d is uncertain by a step of %d', (value, step) => {
    expect(deviationOf(value)).toBeCloseTo(step / Math.sqrt(3), 6);
  });
});
