import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation.ts';
import { listDisagreements } from './list-disagreements.ts';
import { reconcileMonths } from './reconcile-months.ts';
import { july, report } from './reports.fixture.ts';

const printed = (label: string, value: number, knownBy: string, more: Partial<Observation> = {}) =>
  report(label, value, { halfWidth: 0.5, knownBy, documentId: `${label} ${value}`, ...more });

function disagreements(reports: readonly Observation[], asOf = '2026-12-01') {
  const options = { asOf, nonNegative: true, calendar: july };
  return listDisagreements(reports, reconcileMonths(reports, options), options);
}

describe('a suspect report', () => {
  const june = [
    printed('Jun 2023', 224, '2023-08-18'),
    printed('Jul 2023', 214, '2023-08-18'),
    printed('Jul 2023', 224.95, '2024-08-20', { halfWidth: 0.005, status: 'suspect', note: 'mislabelled' }),
  ];
  test('is shown with what it contradicts, and the month it slipped from', () => {
    const [conflict] = disagreements(june);
    expect(conflict).toMatchObject({ kind: 'suspect', likelyCulprit: { value: 224.95 } });
    expect(conflict?.reports.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([214, 224.95]);
    expect(conflict?.excess).toBeCloseTo(10.445, 9);
    expect(conflict?.reason).toContain('close to Jun 2023, 224.0');
  });
  test('that nothing contradicts is said to stand alone', () => {
    const alone = printed('Dec 2017', 54, '2019-03-06', { status: 'rejected', note: '94' });
    const [conflict] = disagreements([...june.slice(0, 2), alone]);
    expect(conflict).toMatchObject({ reports: [alone], excess: 0 });
    expect(conflict?.reason).toBe('left out as rejected: no other report contradicts it; 94');
  });
  test('is not known before its day', () => {
    expect(disagreements(june, '2024-08-19')).toEqual([]);
  });
});

describe('a revised month', () => {
  const november = [
    printed('Nov 2024', 324, '2024-12-31'),
    printed('Nov 2024', 310, '2025-01-31'),
    printed('Nov 2024', 318, '2025-04-18', { status: 'suspect' }),
    printed('Jul–Oct FY2025', 1206, '2025-01-17'),
    printed('Jul–Nov FY2025', 1518, '2026-01-06'),
  ];
  test('keeps every print with its day, oldest first', () => {
    const revision = disagreements(november).find(({ kind }) => kind === 'revision');
    expect(revision?.reports.map(({ value }) => value)).toEqual([324, 310, 318]);
    expect(revision).toMatchObject({ excess: 14, likelyCulprit: { value: 324 } });
    expect(revision?.reason).toContain('310, known by 2025-01-31, stands');
  });
  test('refined within its print is none', () => {
    const refined = [
      printed('Nov 2024', 310, '2025-01-31'),
      printed('Nov 2024', 310.3, '2025-03-31', { halfWidth: 0.05 }),
    ];
    expect(disagreements(refined)).toEqual([]);
  });
});
