import { describe, expect, test } from 'vitest';
import type { Observation } from './observation.ts';
import { parseSpan } from './parse-span.ts';
import { revisionTriangle } from './revision-triangle.ts';

function report(label: string, value: number, knownBy: string, halfWidth = 0.5): Observation {
  const span = parseSpan(label, { firstMonth: 7 }) ?? { start: '', end: '' };
  const page = {
    agency: 'SBP',
    documentId: `page-${knownBy}`,
    publishedOn: knownBy,
    knownBy,
    knownByBasis: 'date',
    note: '',
  };
  const qualifier = halfWidth > 0.5 ? 'rounded' : 'exact';
  return { indicatorId: 'exports', ...span, value, qualifier, halfWidth, status: 'accepted', ...page };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May'].flatMap((month) => [
  report(`${month} 2024`, 300, '2024-06-20'),
  report(`${month} 2024`, 301, '2024-07-20'),
]);

describe('revisionTriangle', () => {
  test('lists what stood from each day on', () => {
    const { rows } = revisionTriangle(
      [report('Nov 2024', 310, '2025-01-31'), report('Nov 2024', 324, '2024-12-18')],
      '2025-12-31',
    );
    expect(rows[0]?.vintages.map(({ knownBy, value, ageMonths }) => [knownBy, value, ageMonths])).toEqual([
      ['2024-12-18', 324, 1],
      ['2025-01-31', 310, 2],
    ]);
    expect(rows[0]?.revisions[0]?.change).toBeCloseTo(-14 / 324, 12);
  });
  test('sees no later vintage', () => {
    const { rows } = revisionTriangle(
      [report('Nov 2024', 310, '2025-01-31'), report('Nov 2024', 324, '2024-12-18')],
      '2025-01-30',
    );
    expect(rows[0]?.vintages.length).toBe(1);
  });
  test('a rounding or refinement is no revision', () => {
    const reports = [
      report('FY2024', 3220, '2024-07-20', 5),
      report('FY2024', 3223, '2024-12-19'),
      report('FY2024', 3200, '2025-07-20', 50),
    ];
    expect(revisionTriangle(reports, '2025-12-31').rows[0]?.revisions.map(({ change }) => change)).toEqual([0, 0]);
  });
  test('flags what is beyond twice the usual size', () => {
    const many = [...Array(3).keys()].flatMap((i) =>
      months.map((month) => ({ ...month, start: month.start.replace('2024', String(2021 + i)), end: month.end })),
    );
    const { rows, usual } = revisionTriangle(
      [...many, report('Jun 2024', 236, '2024-07-18'), report('Jun 2024', 224, '2024-08-18')],
      '2025-12-31',
    );
    expect(usual[0]?.median).toBeCloseTo(1 / 300, 12);
    expect(
      rows
        .flatMap(({ revisions }) => revisions)
        .filter((revision) => revision.isUnusual)
        .map(({ to }) => to.value),
    ).toEqual([224]);
  });
  test('too few re-reports give no usual size and no flag', () => {
    const { rows, usual } = revisionTriangle(
      [report('Jun 2023', 236, '2023-07-18'), report('Jun 2023', 224, '2023-08-18')],
      '2025-12-31',
    );
    expect(usual.map(({ upper }) => upper)).toEqual([null, null, null]);
    expect(rows[0]?.revisions[0]).toMatchObject({ isUnusual: false });
  });
});
