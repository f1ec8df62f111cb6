import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation.ts';
import { checkYears } from './check-years.ts';
import { reconcileMonths } from './reconcile-months.ts';
import { reconciledYears } from './reconciled-years.ts';
import { july, report } from './reports.fixture.ts';

const options = { asOf: '2026-01-01', nonNegative: true, calendar: july };
const check = (reports: readonly Observation[]) => checkYears(reports, reconcileMonths(reports, options), options);
const halves = [report('Jul–Dec FY2025', 1900), report('Jan–Jun FY2025', 1900), report('Jan 2025', 310)];
const total = report('FY2025', 3800, { halfWidth: 0.5 });

describe('a published year', () => {
  test('is met by its months', () => {
    const [year] = check([...halves, total]);
    expect(year).toMatchObject({ isWithinPrint: true, explanation: '', labels: { reported: 1, estimated: 11 } });
    expect(year?.difference).toBeCloseTo(0, 6);
  });
  test('that other reports rule out is an exception, explained', () => {
    const printed = { halfWidth: 0.5, knownBy: '2024-12-01', documentId: 'early' };
    const quarters = ['Jul–Sep', 'Oct–Dec', 'Jan–Mar', 'Apr–Jun'].map((quarter) => report(`${quarter} FY2025`, 950));
    const [year] = check([...quarters, ...halves, report('FY2025', 3700, printed)]);
    expect(year?.isWithinPrint).toBe(false);
    expect(year?.difference).toBeCloseTo(100, 6);
    expect(year?.explanation).toContain('cannot hold together with 2 other reports');
  });
  test('keeps its earlier prints beside it', () => {
    const first = report('FY2025', 3750, { halfWidth: 0.5, knownBy: '2024-12-01' });
    const [year] = check([...halves, total, first]);
    expect(year?.others).toMatchObject([{ isWithinPrint: false, observation: { value: 3750 } }]);
    expect(year?.others[0]?.difference).toBeCloseTo(50, 6);
  });
});

describe('reconciledYears', () => {
  const unpublished = [report('Jul–Dec FY2025', 1900), report('Jan–Jun FY2025', 1850)];
  test('sums a year no total is published of, exactly where the sums give it', () => {
    const [year] = reconciledYears(unpublished, july, options);
    expect(year).toMatchObject({ label: 'FY2025', estimatedMonths: 12 });
    expect(year?.value).toBeCloseTo(3750, 6);
    expect(year?.standardDeviation).toBeLessThan(1e-3);
  });
  test('says how uncertain a year is that a sum runs across', () => {
    const calendarYear = { ...report('FY2024', 3700), start: '2024-01-01', end: '2024-12-31' };
    const across = [report('Jul–Dec FY2024', 1700), calendarYear, report('Jan–Jun FY2025', 1850)];
    const years = reconciledYears(across, july, options);
    expect(years.map(({ label }) => label)).toEqual(['FY2024', 'FY2025']);
    for (const { standardDeviation } of years) expect(standardDeviation).toBeGreaterThan(1);
  });
  test('leaves out a year with an unknown month', () => {
    expect(reconciledYears([report('Jul–Dec FY2025', 1900)], july, options)).toEqual([]);
  });
});
