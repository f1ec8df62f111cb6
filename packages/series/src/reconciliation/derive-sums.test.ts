import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation.ts';
import { describeBasis } from './describe-basis.ts';
import { reconcileMonths } from './reconcile-months.ts';
import { july, report } from './reports.fixture.ts';

const rounded = (label: string, value: number, halfWidth: number) => report(label, value, { halfWidth });

function basisOf(reports: readonly Observation[], month: string) {
  const { months } = reconcileMonths(reports, { asOf: '2026-01-01', nonNegative: true });
  return months.find(({ span }) => span.start.startsWith(month))?.basis ?? null;
}

function wordsOf(reports: readonly Observation[], month: string): string {
  const basis = basisOf(reports, month);
  return basis ? describeBasis(basis, july) : 'none';
}

describe('the basis of a month', () => {
  const sums = [report('Jul–Feb FY2025', 2486), report('Jul–Mar FY2025', 2828)];
  test('is the report of the month itself', () => {
    expect(wordsOf([...sums, report('Mar 2025', 342)], '2025-03')).toBe('Mar 2025 342');
  });
  test('is the difference of two sums, the longer first', () => {
    expect(wordsOf(sums, '2025-03')).toBe('Jul–Mar FY2025 2,828 less Jul–Feb FY2025 2,486');
    expect(basisOf(sums, '2025-03')).toMatchObject({ value: 342, halfWidth: 0 });
  });
  test('chains sums and months', () => {
    const chain = [report('FY2025', 3814), report('Jul–Apr FY2025', 3142), report('Jun 2025', 338)];
    expect(wordsOf(chain, '2025-05')).toBe('FY2025 3,814 less Jul–Apr FY2025 3,142 less Jun 2025 338');
  });
  test('is the narrowest derivable sum around an estimated month', () => {
    const basis = basisOf([...sums, report('FY2025', 3814)], '2025-05');
    expect(basis?.span).toEqual({ start: '2025-04-01', end: '2025-06-30' });
    expect(basis?.value).toBe(986);
  });
  test('prefers one report more to a print many times as wide', () => {
    const reports = [
      rounded('Jul–Feb FY2025', 2500, 50),
      rounded('Jul–Jan FY2025', 2182, 0.5),
      rounded('Feb 2025', 305, 0.5),
      rounded('Jul–Mar FY2025', 2828, 0.5),
      rounded('Jan 2025', 313, 0.5),
    ];
    expect(basisOf(reports, '2025-03')?.halfWidth).toBe(1.5);
  });
  test('adds up the printed widths', () => {
    const reports = [rounded('Jul–Feb FY2025', 2486, 0.5), rounded('Jul–Mar FY2025', 2828, 0.5)];
    expect(basisOf(reports, '2025-03')?.halfWidth).toBe(1);
  });
  test('is a lower bound where nothing else covers the month', () => {
    const basis = basisOf([report('FY2025', 3000, { qualifier: 'over' })], '2025-03');
    expect(basis?.halfWidth).toBeNull();
    expect(basis && describeBasis(basis, july)).toBe('FY2025 over 3,000');
  });
  test('is none where no report covers the month', () => {
    expect(basisOf([report('Jul 2024', 286), report('Sep 2024', 292)], '2024-08')).toBeNull();
  });
});
