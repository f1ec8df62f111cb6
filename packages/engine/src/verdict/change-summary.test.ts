import { expect, test } from 'vitest';
import type { ChangePart, ChangeReport } from './change-report.ts';
import { changeSummary, finePercent } from './change-summary.ts';

const side = (probability: number): ChangeReport['from'] => ({
  ...{ asOf: '2026-11-22', runId: null, codeVersion: null, probability, central: 7000 },
});
const part = (probability: number, central: number, label: string): ChangePart => ({
  ...{ cause: 'new-data', label, probability, central, reports: [] },
});
const summary = (from: number, to: number, parts: readonly ChangePart[]) =>
  changeSummary({
    ...{ targetId: 'T', title: 'T', unit: 'USD mn', due: 'FY2030', seedNoise: 0.002, seeds: 4 },
    ...{ from: side(from), to: side(to), parts },
  });

test('says how far the probability went and what did most of it', () => {
  expect(summary(0.01, 0.05, [part(0.01, 300, 'a page'), part(0.03, 100, 'another')])).toBe(
    'The probability went from 1.00\u00a0% to 5.00\u00a0%. The largest part is new data, +3.00 points and +$100m of the median: another.',
  );
});

test('says when a move is no larger than chance', () => {
  expect(summary(0.01, 0.0115, [part(0.0015, 3, 'a page')])).toContain('no more than another seed alone would move it');
});

test('tells a forecast that moved under a probability that did not', () => {
  expect(summary(0.01, 0.01, [part(0, -18, 'a page')])).toBe(
    'The probability stayed at 1.00\u00a0%. The median alone moved; the largest part of that is new data, −$18m of the median: a page.',
  );
});

test('says that nothing changed', () => {
  expect(summary(0.01, 0.01, [])).toBe('Nothing changed: the probability is 1.00\u00a0% on both sides.');
});

test.each([
  [0, '<0.01'],
  [0.000_04, '<0.01'],
  [0.0001, '0.01'],
  [0.9999, '99.99'],
  [0.999_95, '>99.99'],
  [1, '>99.99'],
])('a probability of %d is printed as %s per cent: neither impossible nor certain', (probability, printed) => {
  expect(finePercent(probability)).toBe(`${printed}\u00a0%`);
});
