import { describe, expect, test } from 'vitest';
import { describeStaleness } from './describe-staleness.ts';
import type { Indicator } from './indicator.ts';
import type { Observation } from './observation.ts';
import { parseSpan } from './parse-span.ts';
import { nextRelease, releaseDelays } from './release-calendar.ts';

const calendar = { firstMonth: 7 };
const exports: Indicator = {
  id: 'exports',
  name: 'Exports',
  unit: 'USD mn',
  kind: 'flow',
  frequency: 'month',
  calendar,
  definition: 'As reported',
  variantOf: null,
};

function release(label: string, publishedOn: string | null, knownBy = publishedOn ?? ''): Observation {
  const span = parseSpan(label, calendar) ?? { start: '', end: '' };
  const page = { agency: 'SBP', documentId: `page-${knownBy}`, publishedOn, knownBy, knownByBasis: 'date', note: '' };
  return { indicatorId: 'exports', ...span, value: 1, qualifier: 'exact', halfWidth: 0, status: 'accepted', ...page };
}

const reports = [
  release('Nov 2025', '2025-12-18'),
  release('Dec 2025', '2026-01-20'),
  release('Jul–Dec FY2025', '2026-01-20'),
  release('Jan 2026', '2026-02-18'),
  release('Nov 2025', '2026-02-20'),
  release('Feb 2026', null, '2026-03-31'),
];

describe('releaseDelays', () => {
  test('counts a period when it is first reported on a dated page', () => {
    expect(releaseDelays(reports, '2026-12-31')).toEqual([18, 20, 18]);
  });
  test('sees no later release', () => {
    expect(releaseDelays(reports, '2026-01-31')).toEqual([18, 20]);
  });
});

describe('nextRelease', () => {
  test('expects the next month after the usual delay', () => {
    expect(nextRelease(reports, exports, '2026-04-01')).toMatchObject({
      next: { start: '2026-03-01', end: '2026-03-31' },
      expectedOn: '2026-04-18',
      overdueDays: 0,
      overduePeriods: 0,
    });
  });
  test('counts every overdue period', () => {
    const next = nextRelease(reports, exports, '2026-11-22');
    expect(next).toMatchObject({ overdueAfter: '2026-04-20', overdueDays: 216, overduePeriods: 8 });
    expect(next && describeStaleness(next, '2026-11-22', calendar)).toBe(
      'Latest data: Feb 2026, 9 months old. Mar 2026 was expected about 18 Apr 2026 and is overdue, as are 7 later releases.',
    );
  });
  test('takes the publisher’s word over history', () => {
    const stated = [
      { indicatorId: 'exports', start: '2026-03-01', end: '2026-03-31', expectedOn: '2026-05-05', documentId: 'page' },
    ];
    const next = nextRelease(reports, exports, '2026-05-01', stated);
    expect(next).toMatchObject({ basis: 'stated', expectedOn: '2026-05-05', overdueDays: 0 });
    expect(next && describeStaleness(next, '2026-05-01', calendar)).toContain('Mar 2026 is expected 5 May 2026.');
  });
  test('expects nothing of an irregular indicator or from too short a history', () => {
    expect(nextRelease(reports, { ...exports, frequency: 'irregular' }, '2026-11-22')).toBeNull();
    expect(nextRelease(reports, exports, '2026-01-01')).toBeNull();
    expect(nextRelease([], exports, '2026-01-01')).toBeNull();
  });
  test('a yearly indicator waits for the next fiscal year', () => {
    const yearly = ['2023', '2024', '2025'].map((year) => release(`FY${year}`, `${year}-07-19`));
    expect(nextRelease(yearly, { ...exports, frequency: 'year' }, '2026-01-01')).toMatchObject({
      next: { start: '2025-07-01', end: '2026-06-30' },
      expectedOn: '2026-07-19',
    });
  });
});
