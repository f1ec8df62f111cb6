import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation.ts';
import { monthSpan, monthsSpan } from '../span.ts';
import { type Reconciliation, reconcileMonths } from './reconcile-months.ts';
import { report } from './reports.fixture.ts';

function reconcile(reports: readonly Observation[], nonNegative = true): Reconciliation {
  return reconcileMonths(reports, { asOf: '2026-01-01', nonNegative });
}

/** A seasonal, growing year and a half, July first. */
const truth = Float64Array.from(
  { length: 36 },
  (_, t) => 100 * 1.01 ** t * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 12)),
);
const start = 2021 * 12 + 6;

function trueSum(first: number, last: number): Observation {
  const span = first === last ? monthSpan(start + first) : monthsSpan(start + first, start + last);
  const value = truth.subarray(first, last + 1).reduce((sum, month) => sum + month, 0);
  return { ...report('FY2025', value), ...span, documentId: `${first}-${last}` };
}

function totalOf({ months }: Reconciliation, { start: from, end }: Observation): number {
  const within = months.filter(({ span }) => span.start >= from && span.end <= end);
  return within.reduce((sum, { value }) => sum + (value ?? Number.NaN), 0);
}

describe('reconcileMonths', () => {
  test('derives a month by difference', () => {
    const { months } = reconcile([report('Jul 2024', 286), report('Jul–Sep FY2025', 876), report('Sep 2024', 292)]);
    expect(months.map(({ label }) => label)).toEqual(['reported', 'derived', 'reported']);
    expect(months[1]?.value).toBeCloseTo(298, 9);
    expect(months[1]?.standardDeviation).toBeLessThan(1e-6);
  });
  test('reads months out of year-to-date sums alone', () => {
    const reports = Array.from({ length: 12 }, (_, last) => trueSum(0, last));
    const { months, conflicts } = reconcile(reports);
    expect(conflicts).toEqual([]);
    for (const [t, { value, label }] of months.entries()) {
      expect(value).toBeCloseTo(truth[t] ?? 0, 8);
      expect(label).toBe(t === 0 ? 'reported' : 'derived');
    }
  });
  test('estimates a quarter by the pattern of other years', () => {
    const quarter = [18, 19, 20];
    const months = Array.from({ length: 36 }, (_, t) => t).filter((t) => !quarter.includes(t));
    const result = reconcile([...months.map((t) => trueSum(t, t)), trueSum(18, 20)]);
    for (const t of quarter) {
      const { value, standardDeviation, label } = result.months[t] ?? {};
      expect(label).toBe('estimated');
      expect(Math.abs((value ?? 0) - (truth[t] ?? 0))).toBeLessThan(2);
      expect(standardDeviation).toBeGreaterThan(0);
    }
  });
  test('leaves a month no report covers unknown', () => {
    const { months } = reconcile([report('Jul 2024', 286), report('Sep 2024', 292)]);
    expect(months[1]).toMatchObject({ label: 'unknown', value: null, standardDeviation: null });
  });
  test('sees nothing before it was known', () => {
    const later = report('Aug 2024', 298, { knownBy: '2025-02-01' });
    expect(
      reconcileMonths([report('Jul 2024', 286), later], { asOf: '2025-01-31', nonNegative: true }).months.length,
    ).toBe(1);
    expect(reconcileMonths([later], { asOf: '2025-01-31', nonNegative: true }).months).toEqual([]);
  });
  test('a revision replaces the vintage before', () => {
    const revised = report('Nov 2024', 310, { knownBy: '2025-01-31', documentId: 'later' });
    const { months, conflicts } = reconcile([
      report('Nov 2024', 324),
      revised,
      report('Jul–Oct FY2025', 1206),
      report('Jul–Nov FY2025', 1516),
    ]);
    expect(conflicts).toEqual([]);
    expect(months[4]?.value).toBeCloseTo(310, 9);
  });
});

describe('a conflict', () => {
  const june = [
    report('Jul 2023', 224.95, { halfWidth: 0.005, knownBy: '2025-08-20', documentId: 'mislabelled' }),
    report('Jul 2023', 214, { halfWidth: 0.5, documentId: 'ministry' }),
    report('Jul 2023', 214, { halfWidth: 0.5, documentId: 'bank' }),
    report('Aug 2023', 235, { halfWidth: 0.5 }),
    report('Jul–Aug FY2024', 449, { halfWidth: 0.5 }),
    report('Sep 2023', 207, { halfWidth: 0.5 }),
  ];
  test('is the smallest set, with the misprint as its culprit', () => {
    const { conflicts, months } = reconcile(june);
    expect(conflicts.length).toBe(1);
    expect(conflicts[0]?.reports.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([224.95, 235, 449]);
    expect(conflicts[0]?.excess).toBeCloseTo(9.945, 9);
    expect(conflicts[0]?.likelyCulprit.documentId).toBe('mislabelled');
    expect(conflicts[0]?.reason).toContain('214');
    expect(months[0]).toMatchObject({ label: 'derived' });
    expect(months[0]?.value).toBeCloseTo(214, 0);
  });
  test('blames the outdated report where nothing else tells', () => {
    const { conflicts } = reconcile([
      report('Jul–Oct FY2025', 1206, { knownBy: '2025-01-17' }),
      report('Nov 2024', 324, { knownBy: '2024-12-31' }),
      report('Jul–Nov FY2025', 1518, { knownBy: '2025-03-06' }),
    ]);
    expect(conflicts[0]?.likelyCulprit.value).toBe(324);
  });
  test('blames the sum that leaves implausible months', () => {
    const repeated = report('Jul–Feb FY2018', 520.043, { knownBy: '2024-06-01', documentId: 'repeats' });
    const others = ['Jul 2016', 'Aug 2016', 'Sep 2016', 'Oct 2016', 'Nov 2016', 'Dec 2016'].map((label) =>
      report(label, 80),
    );
    const { conflicts } = reconcile([
      ...others,
      report('Jul–Dec FY2018', 520.043),
      report('Feb 2018', 80.94),
      repeated,
    ]);
    expect(conflicts[0]?.likelyCulprit.documentId).toBe('repeats');
  });
  test('of a negative implied month is named as one', () => {
    const { conflicts, months } = reconcile([
      report('Jul–Aug FY2025', 584),
      report('Jul–Sep FY2025', 560, { knownBy: '2025-02-01' }),
    ]);
    expect(conflicts[0]).toMatchObject({ impliesNegative: true, excess: 24 });
    expect(months.every(({ value }) => value === null || value >= 0)).toBe(true);
  });
  test('is none where months may be negative', () => {
    const { conflicts, months } = reconcile([report('Jul–Aug FY2025', 584), report('Jul–Sep FY2025', 560)], false);
    expect(conflicts).toEqual([]);
    expect(months[2]?.value).toBeCloseTo(-24, 9);
  });
  test('is one between prints that only touch', () => {
    const printed = { halfWidth: 0.5 };
    const { conflicts, months } = reconcile([
      report('FY2022', 2619, { ...printed, documentId: 'a', knownBy: '2023-07-18' }),
      report('FY2022', 2619, { ...printed, documentId: 'b', knownBy: '2023-07-18' }),
      report('FY2022', 2618, { ...printed, documentId: 'c', knownBy: '2023-01-18' }),
      report('Jul–May FY2022', 2381, { ...printed, knownBy: '2022-07-20' }),
      report('Jun 2022', 236, { ...printed, knownBy: '2023-07-18' }),
    ]);
    expect(conflicts[0]?.likelyCulprit.value).toBe(2381);
    expect(months.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeGreaterThan(2618.5 - 1e-6);
  });
  test('is none within what was printed', () => {
    const rounded: Partial<Observation> = { qualifier: 'rounded', halfWidth: 5 };
    const { conflicts, months } = reconcile([
      report('Jul–Dec FY2025', 1866),
      report('Jul–Nov FY2025', 1510, rounded),
      report('Dec 2024', 348),
    ]);
    expect(conflicts).toEqual([]);
    expect(months.slice(0, 5).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(1518, 9);
  });
});

describe('any consistent reports', () => {
  const window = fc
    .tuple(fc.integer({ min: 0, max: 35 }), fc.integer({ min: 0, max: 35 }))
    .map(([a, b]) => (a < b ? [a, b] : [b, a]));
  const windows = fc.array(window, { minLength: 1, maxLength: 25 });
  test('are honoured exactly', () => {
    fc.assert(
      fc.property(windows, (chosen) => {
        const reports = chosen.map(([first = 0, last = 0]) => trueSum(first, last));
        const result = reconcile(reports);
        expect(result.conflicts).toEqual([]);
        for (const one of reports) expect(Math.abs(totalOf(result, one) / one.value - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });
  test('are honoured within their print', () => {
    fc.assert(
      fc.property(windows, fc.constantFrom(1, 10, 100), (chosen, unit) => {
        const reports = chosen.map(([first = 0, last = 0]) => {
          const exact = trueSum(first, last);
          return { ...exact, value: Math.round(exact.value / unit) * unit, halfWidth: unit / 2 };
        });
        const result = reconcile(reports);
        expect(result.conflicts).toEqual([]);
        for (const one of result.reports)
          expect(Math.abs(totalOf(result, one) - one.value)).toBeLessThan(one.halfWidth + 1e-6);
      }),
      { numRuns: 30 },
    );
  });
});
