import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observationsAsOf } from './as-of.ts';
import { consecutiveYears, fiscalYearSeries, fiscalYearStocks } from './fiscal-year-series.ts';
import { latestReport } from './latest-report.ts';
import type { Observation } from './observation.ts';
import { parseSpan } from './parse-span.ts';

const july = { firstMonth: 7 };

function report(label: string, value: number, knownBy: string, more: Partial<Observation> = {}): Observation {
  const span = parseSpan(label, july);
  if (!span) throw new RangeError(`no period ${label}`);
  return {
    indicatorId: 'exports',
    ...span,
    value,
    qualifier: 'exact',
    halfWidth: 0.5,
    agency: 'SBP',
    documentId: `page-${knownBy}`,
    publishedOn: knownBy,
    knownBy,
    knownByBasis: 'date of the document',
    status: 'accepted',
    note: '',
    ...more,
  };
}

const rounded = (halfWidth: number): Partial<Observation> => ({ qualifier: 'rounded', halfWidth });

describe('latestReport', () => {
  test('a newer value supersedes an older one', () => {
    const reports = [report('FY2023', 2597, '2024-06-21'), report('FY2023', 2596, '2024-12-19')];
    expect(latestReport(reports)?.value).toBe(2596);
  });
  test('a rounding confirms the finer value it rounds', () => {
    const reports = [report('FY2024', 3223, '2024-12-19'), report('FY2024', 3220, '2025-10-20', rounded(5))];
    expect(latestReport(reports)?.value).toBe(3223);
  });
  test('a truncation confirms the finer value it truncates', () => {
    const reports = [
      report('FY2023', 2593, '2023-08-18'),
      report('FY2023', 2596, '2024-12-19'),
      report('FY2023', 2590, '2025-10-20', rounded(5)),
    ];
    expect(latestReport(reports)?.value).toBe(2596);
  });
  test('a rounding that contradicts the finer value replaces it', () => {
    const reports = [report('FY2021', 2108, '2021-08-01'), report('FY2021', 2300, '2022-08-01', rounded(50))];
    expect(latestReport(reports)?.value).toBe(2300);
  });
  test('a lower bound yields to a value above it', () => {
    const over: Partial<Observation> = { qualifier: 'over', halfWidth: 0 };
    expect(latestReport([report('FY2024', 410, '2024-09-01'), report('FY2024', 400, '2025-01-01', over)])?.value).toBe(
      410,
    );
  });
  test('of one day the value more pages print wins', () => {
    const reports = [876, 877, 877].map((value, i) =>
      report('Q1 FY2025', value, '2025-10-20', { documentId: `p${i}` }),
    );
    expect(latestReport(reports)?.value).toBe(877);
  });
  test('a suspect value never stands', () => {
    expect(latestReport([report('FY2018', 520, '2019-05-06', { status: 'suspect' })])).toBeNull();
  });
});

describe('fiscalYearSeries', () => {
  const reports = [
    report('FY2023', 2605, '2023-07-18'),
    report('FY2023', 2593, '2023-08-18'),
    report('Jul–Aug FY2023', 427, '2022-10-20'),
    report('FY2024', 3223, '2024-12-19'),
    report('Jul–Aug FY2024', 449, '2024-09-20'),
    report('Jul 2024', 286, '2024-08-20'),
    report('Aug 2024', 298, '2024-09-20'),
    report('Sep 2024', 292, '2024-10-20'),
  ];
  test('holds the totals known on the day', () => {
    const at = (asOf: string) => fiscalYearSeries(reports, july, asOf).years.map(({ label, value }) => [label, value]);
    expect(at('2023-07-31')).toEqual([['FY2023', 2605]]);
    expect(at('2024-12-18')).toEqual([['FY2023', 2593]]);
    expect(at('2024-12-19')).toEqual([
      ['FY2023', 2593],
      ['FY2024', 3223],
    ]);
  });
  test('adds single months to the year in progress', () => {
    const { inProgress } = fiscalYearSeries(reports, july, '2024-12-31');
    expect(inProgress).toMatchObject({
      label: 'FY2025',
      months: 3,
      value: 876,
      halfWidth: 1.5,
      basis: 'sum-of-months',
    });
  });
  test('continues a cumulative report by single months', () => {
    const withReport = [...reports, report('Jul–Aug FY2025', 585, '2024-09-21')];
    const { inProgress } = fiscalYearSeries(withReport, july, '2024-12-31');
    expect(inProgress).toMatchObject({ months: 3, value: 877, basis: 'report-plus-months' });
  });
  test('compares the same months of earlier years', () => {
    const { inProgress } = fiscalYearSeries(reports, july, '2024-10-01');
    expect(inProgress).toMatchObject({ months: 2, value: 584 });
    expect(inProgress?.precedents.map(({ yearToDate, annual }) => [yearToDate.value, annual.value])).toEqual([
      [427, 2593],
    ]);
    expect(inProgress?.landingRatios[0]).toBeCloseTo(Math.log(2593 / 427), 12);
  });
  test('names every year after the last total', () => {
    const { unreported } = fiscalYearSeries(reports, july, '2024-12-01');
    expect(unreported.map(({ label, months }) => [label, months])).toEqual([
      ['FY2024', 2],
      ['FY2025', 3],
    ]);
  });
  test('counts all twelve months of a year without a total, as a sum', () => {
    const whole = [...reports, report('Jul–May FY2025', 3400, '2025-06-20'), report('Jun 2025', 340, '2025-07-20')];
    const { years, inProgress } = fiscalYearSeries(whole, july, '2025-07-31');
    expect(years.map(({ label }) => label)).toEqual(['FY2023', 'FY2024']);
    expect(inProgress).toMatchObject({
      label: 'FY2025',
      months: 12,
      value: 3740,
      halfWidth: 1,
      basis: 'report-plus-months',
      landingRatios: [],
    });
  });
  test('a missing first month leaves the year unknown', () => {
    expect(fiscalYearSeries([report('Aug 2024', 298, '2024-09-20')], july, '2025-01-01').inProgress).toBeNull();
  });
});

describe('fiscalYearStocks', () => {
  test('takes the last value of each year', () => {
    const parks = [
      report('2024-03-14', 43, '2024-03-15'),
      report('2024-08-01', 44, '2024-08-01'),
      report('2025-02-14', 45, '2025-02-14'),
    ];
    expect(fiscalYearStocks(parks, july, '2026-01-01').map(({ label, value }) => [label, value])).toEqual([
      ['FY2024', 43],
      ['FY2025', 45],
    ]);
  });
});

describe('consecutiveYears', () => {
  test('drops what lies before a gap', () => {
    const reports = ['FY2018', 'FY2020', 'FY2021'].map((label) => report(label, 1, '2022-01-01'));
    const { years } = fiscalYearSeries(reports, july, '2022-01-01');
    expect(consecutiveYears(years).map(({ label }) => label)).toEqual(['FY2020', 'FY2021']);
    expect(consecutiveYears([])).toEqual([]);
  });
});

describe('as known on a date', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((n) => new Date(1_700_000_000_000 + n * 86_400_000).toISOString().slice(0, 10));
  const label = fc.constantFrom(
    'FY2022',
    'FY2023',
    'Jul 2023',
    'Aug 2023',
    'Jul–Aug FY2024',
    'Jul–Sep FY2024',
    'FY2024',
    'Jul 2022',
  );
  const anyReport = fc
    .tuple(label, fc.integer({ min: 1, max: 5000 }), day, fc.constantFrom(0.5, 5, 50))
    .map(([span, value, knownBy, halfWidth]) =>
      report(span, value, knownBy, { halfWidth, qualifier: halfWidth > 0.5 ? 'rounded' : 'exact' }),
    );
  const reports = fc.array(anyReport, { maxLength: 30 });

  test('no value known later is seen', () => {
    fc.assert(
      fc.property(reports, day, (all, asOf) => {
        const series = fiscalYearSeries(all, july, asOf);
        const used = [
          ...series.years.map(({ observation }) => observation),
          ...series.unreported.flatMap(({ observations, precedents }) => [
            ...observations,
            ...precedents.flatMap((precedent) => precedent.yearToDate.observations),
          ]),
        ];
        expect(used.filter(({ knownBy }) => knownBy > asOf)).toEqual([]);
      }),
    );
  });
  test('a later vintage never changes an earlier view', () => {
    fc.assert(
      fc.property(reports, reports, day, (known, added, asOf) => {
        const later = added.filter(({ knownBy }) => knownBy > asOf);
        expect(fiscalYearSeries([...known, ...later], july, asOf)).toEqual(fiscalYearSeries(known, july, asOf));
        expect(observationsAsOf([...known, ...later], asOf)).toEqual(observationsAsOf(known, asOf));
      }),
    );
  });
  test('the order of reports does not matter', () => {
    fc.assert(
      fc.property(reports, day, (all, asOf) => {
        const values = (list: readonly Observation[]) =>
          fiscalYearSeries(list, july, asOf).years.map(({ value }) => value);
        expect(values(all.toReversed())).toEqual(values(all));
      }),
    );
  });
});
