import { describe, expect, test } from 'vitest';
import { measureSeries } from './measured-series.ts';
import { monthlyExports } from './monthly-exports.fixture.ts';
import { yearInProgressFigures } from './series-figures.ts';

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
    expect(before.newerInProgress).toBeNull();
    expect(after.newerInProgress).toMatchObject({ label: 'FY2027', months: 1, value: 380 });
    expect(yearInProgressFigures(after).map(({ label, note }) => [label, note.split(';')[0]])).toEqual([
      ['Year in progress, so far', '10 of 12 months of FY2026 known'],
      ['Where that year lands', 'estimate'],
      ['Newer year, so far', '1 of 12 months of FY2027 known'],
    ]);
  });
});

test('a year that does not follow the last total lands nowhere', () => {
  const series = measureSeries(indicator, [...earlierYears, report('Jul 2026', 380)], documents, asOf);
  expect(series).toMatchObject({ inProgress: { label: 'FY2027' }, newerInProgress: null, landing: null });
});
