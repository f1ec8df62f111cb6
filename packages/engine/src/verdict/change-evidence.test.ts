import type { Observation } from '@hadaf/series';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedReports } from './change-evidence.ts';

const report = (start: string, end: string, knownBy: string, change: Partial<Observation> = {}): Observation => ({
  ...{
    indicatorId: 'exports',
    start,
    end,
    value: 1,
    qualifier: 'exact',
    halfWidth: 0,
    agency: 'SBP',
    documentId: 'page',
  },
  ...{ publishedOn: knownBy, knownBy, knownByBasis: 'dated', status: 'accepted', note: '', ...change },
});

describe('addedReports', () => {
  const june = ['2025-06-01', '2025-06-30'] as const;
  const july = ['2025-07-01', '2025-07-31'] as const;

  test('tells a period reported again from one nobody had reported', () => {
    const again = report(...june, '2025-08-20');
    const fresh = report(...july, '2025-08-20');
    const { newData, revisions } = addedReports(
      [report(...june, '2025-07-20'), again, fresh],
      '2025-08-01',
      '2025-09-01',
    );
    expect(newData).toEqual([fresh]);
    expect(revisions).toEqual([again]);
  });

  test('passes over suspect reports and days outside', () => {
    const all = [report(...june, '2025-08-20', { status: 'suspect' }), report(...july, '2025-09-20')];
    expect(addedReports(all, '2025-08-01', '2025-09-01')).toEqual({ newData: [], revisions: [] });
  });

  test('loses no report between two days', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((n) => `2025-08-${n}`);
    const reports = fc.array(
      fc.tuple(fc.constantFrom(june, july), day).map(([[start, end], on]) => report(start, end, on)),
    );
    fc.assert(
      fc.property(reports, day, day, (all, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const { newData, revisions } = addedReports(all, from, to);
        const between = all.filter(({ knownBy }) => knownBy > from && knownBy <= to);
        expect(newData.length + revisions.length).toBe(between.length);
      }),
    );
  });
});
