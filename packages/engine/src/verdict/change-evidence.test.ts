import type { Indicator, Observation } from '@hadaf/series';
import type { RecordedReport } from '@hadaf/store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changedFacts,
  changedReport,
  countedReports,
  groupFacts,
  type KnownSet,
  reportsWith,
} from './change-evidence.ts';
import { mergeGroups } from './merge-groups.ts';

const calendar = { firstMonth: 7 };
const indicator: Indicator = {
  ...{ id: 'exports', name: 'Exports', unit: 'USD mn', kind: 'flow', frequency: 'month', calendar },
  ...{ definition: '', variantOf: null },
};

function report(fact: string, knownBy: string, change: Partial<Observation> = {}, version = 1): RecordedReport {
  const observation: Observation = {
    ...{ indicatorId: 'exports', start: '2025-07-01', end: '2025-07-31', value: 1, qualifier: 'exact', halfWidth: 0 },
    ...{ agency: 'SBP', documentId: `page-${fact}`, publishedOn: knownBy, knownBy, knownByBasis: 'dated' },
    ...{ status: 'accepted', note: '', ...change },
  };
  return { fact, version, recordedAt: '2025-09-01T00:00:00.000Z', observation };
}

const known = (asOf: string, ...reports: RecordedReport[]): KnownSet => ({
  asOf,
  ledger: new Map(reports.map((one) => [one.fact, one])),
});

const june = { start: '2025-06-01', end: '2025-06-30' };

describe('changedFacts', () => {
  const first = report('a', '2025-07-20', june);
  const again = report('b', '2025-08-20', june);
  const fresh = report('c', '2025-08-20');
  const causes = (before: KnownSet, after: KnownSet) =>
    changedFacts(before, after).map(({ fact, cause }) => `${fact} ${cause}`);

  test('tells a period reported again from one nobody had reported', () => {
    const ledger = [first, again, fresh];
    expect(causes(known('2025-08-01', ...ledger), known('2025-09-01', ...ledger))).toEqual([
      'b revisions',
      'c new-data',
    ]);
  });

  test('lays a row at the ledger’s door that was public before and loaded after, on the same day too', () => {
    expect(causes(known('2025-09-01', first), known('2025-10-01', first, fresh))).toEqual(['c late-rows']);
    expect(causes(known('2025-09-01', first), known('2025-09-01', first, fresh))).toEqual(['c late-rows']);
  });

  test('calls another reading of a fact one, also where it takes the value away', () => {
    const rejected = report('c', '2025-08-20', { status: 'rejected' }, 2);
    const facts = changedFacts(known('2025-09-01', first, fresh), known('2025-09-01', first, rejected));
    expect(facts).toMatchObject([{ fact: 'c', cause: 'readings', before: fresh, after: null }]);
    expect(facts.flatMap((fact) => changedReport(fact, new Map([['exports', indicator]])))).toMatchObject([
      { period: 'Jul 2025', isAdded: false, unit: 'USD mn' },
    ]);
  });

  test('passes over what neither side counts', () => {
    const suspect = report('d', '2025-08-20', { status: 'suspect' });
    const later = report('e', '2025-12-01');
    expect(causes(known('2025-08-01', suspect, later), known('2025-09-01', suspect, later))).toEqual([]);
  });

  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2025-08-${n}`);
  const anyReport = fc.tuple(
    fc.nat(9),
    day,
    fc.constantFrom('accepted', 'suspect'),
    fc.boolean(),
    fc.integer({ min: 1, max: 2 }),
  );
  const ledger = fc
    .array(anyReport)
    .map((all) =>
      all.map(([n, on, status, isJune, version]) => report(`f${n}`, on, { status, ...(isJune ? june : {}) }, version)),
    );
  const set = fc.tuple(day, ledger).map(([asOf, reports]) => known(asOf, ...reports));
  const sorted = (reports: readonly RecordedReport[]) =>
    reports.map(({ fact, version }) => `${fact} ${version}`).toSorted();

  test('brings one known set exactly over to another', () => {
    fc.assert(
      fc.property(set, set, (before, after) => {
        const groups = groupFacts(changedFacts(before, after), calendar);
        // A version is one reading: two sets that hold the same one read it alike.
        fc.pre(
          [...before.ledger].every(([fact, one]) => {
            const other = after.ledger.get(fact);
            return other?.version !== one.version || JSON.stringify(other) === JSON.stringify(one);
          }),
        );
        expect(sorted(reportsWith(countedReports(before), groups))).toEqual(sorted(countedReports(after)));
      }),
    );
  });

  test('loses no fact when groups are joined, and stays within the bound', () => {
    fc.assert(
      fc.property(set, set, fc.integer({ min: 6, max: 9 }), fc.nat(3), (before, after, most, sieve) => {
        const groups = groupFacts(changedFacts(before, after), calendar);
        const merged = mergeGroups(groups, ({ facts }) => (facts[0]?.fact.length ?? 0) + facts.length > sieve, most);
        const facts = (all: typeof groups) => all.flatMap(({ facts: own }) => own.map(({ fact }) => fact)).toSorted();
        expect(facts(merged)).toEqual(facts(groups));
        expect(merged.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
