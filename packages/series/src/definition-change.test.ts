import { describe, expect, test } from 'vitest';
import { changesInForce, comparableReports, definitionOf, linkBetween } from './definition-change.ts';
import type { DefinitionChange } from './indicator.ts';
import type { Observation } from './observation.ts';

const widened: DefinitionChange = {
  ...{ validFrom: '2023-07-01', label: 'with freelancers', definition: 'Freelancers included', documentId: 'survey' },
  ...{ knownBy: '2023-09-01', link: { factor: 1.25, basis: '125 against 100 in the overlap' } },
};
const rebased: DefinitionChange = { ...widened, validFrom: '2025-01-01', knownBy: '2025-02-01', link: null };

const report = (start: string, end: string, value: number): Observation => ({
  ...{ indicatorId: 'exports', start, end, value, qualifier: 'exact', halfWidth: 2, agency: 'SBP', documentId: 'page' },
  ...{ publishedOn: end, knownBy: end, knownByBasis: '', status: 'accepted', note: '' },
});
const before = report('2022-07-01', '2023-06-30', 100);
const across = report('2023-01-01', '2023-12-31', 110);
const after = report('2023-07-01', '2024-06-30', 130);
const latest = report('2025-01-01', '2025-12-31', 200);

const valuesOn = (changes: readonly DefinitionChange[], asOf: string) =>
  comparableReports({ changes }, [before, across, after, latest], asOf).map(({ value, halfWidth }) => [
    value,
    halfWidth,
  ]);

describe('a definition that changes', () => {
  test('counts once it has taken effect and was public', () => {
    expect(changesInForce({ changes: [widened, rebased] }, '2023-08-31')).toEqual([]);
    expect(changesInForce({ changes: [widened, rebased] }, '2023-09-01')).toEqual([widened]);
    expect(changesInForce({ changes: [{ ...widened, validFrom: '2030-07-01' }] }, '2026-01-01')).toEqual([]);
    expect(changesInForce({}, '2026-01-01')).toEqual([]);
  });

  test('leaves a period it falls into under neither definition', () => {
    expect([before, across, after].map((one) => definitionOf(one, [widened]))).toEqual([0, null, 1]);
  });

  test('lifts earlier reports by its link, their precision too', () => {
    expect(valuesOn([widened], '2024-12-31')).toEqual([
      [125, 2.5],
      [130, 2],
    ]);
  });

  test('leaves earlier reports out where no link is stated', () => {
    expect(valuesOn([{ ...widened, link: null }], '2024-12-31')).toEqual([[130, 2]]);
    expect(valuesOn([widened, rebased], '2026-12-31')).toEqual([[200, 2]]);
  });

  test('changes nothing before it is public', () => {
    expect(valuesOn([widened], '2023-08-31').length).toBe(4);
  });

  test('links through every change between, or not at all', () => {
    const twice = [widened, { ...rebased, link: { factor: 2, basis: 'rebased' } }];
    expect(linkBetween(twice, 0, 2)).toBe(2.5);
    expect(linkBetween([widened, rebased], 0, 2)).toBeNull();
    expect(linkBetween([widened, rebased], 1, 1)).toBe(1);
  });
});
