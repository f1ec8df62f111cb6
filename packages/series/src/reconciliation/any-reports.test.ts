import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../observation.ts';
import { monthIndex, monthSpan, monthsSpan } from '../span.ts';
import { boundsOf, type MonthReport, monthReports } from './month-report.ts';
import { type Reconciliation, reconcileMonths } from './reconcile-months.ts';
import { holdTogether } from './smallest-conflict.ts';

const start = 2021 * 12 + 6;
const length = 24;
const days = ['2023-08-01', '2023-09-01', '2023-10-01', '2023-11-01'] as const;
const lastDay = '2024-01-01';
const runs = { numRuns: 60 };

/** Months no pattern of ours made: any sizes, zeros among them. */
const truth = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: length, maxLength: length });

interface Asked {
  readonly first: number;
  readonly last: number;
  readonly unit: number;
  readonly knownBy: string;
  readonly error: number;
}

const asked = (error: fc.Arbitrary<number>): fc.Arbitrary<Asked> =>
  fc
    .record({
      ends: fc.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 0, max: length - 1 })),
      unit: fc.constantFrom(0, 0, 1, 10),
      knownBy: fc.constantFrom(...days),
      error,
    })
    .map(({ ends: [a, b], ...rest }) => ({ ...rest, first: Math.min(a, b), last: Math.max(a, b) }));

/** A report of the truth, rounded to a unit, or off by an error. */
function reportOf(values: readonly number[], { first, last, unit, knownBy, error }: Asked, i: number): Observation {
  const sum = values.slice(first, last + 1).reduce((total, value) => total + value, 0) + error;
  const span = first === last ? monthSpan(start + first) : monthsSpan(start + first, start + last);
  return {
    ...{ indicatorId: 'exports', ...span, qualifier: 'exact', agency: '', publishedOn: knownBy, knownBy, note: '' },
    ...{ knownByBasis: '', status: 'accepted', documentId: `page ${i}` },
    value: unit === 0 ? sum : Math.max(0, Math.round(sum / unit) * unit),
    halfWidth: unit / 2,
  };
}

const reportsWith = (error: fc.Arbitrary<number>) =>
  fc
    .tuple(truth, fc.array(asked(error), { minLength: 1, maxLength: 18 }))
    .map(([values, chosen]) => chosen.map((one, i) => reportOf(values, one, i)));

const trueReports = reportsWith(fc.constant(0));
const anyReports = reportsWith(fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: 0, max: 90 })));

const reconcile = (reports: readonly Observation[], asOf: string = lastDay) =>
  reconcileMonths(reports, { asOf, nonNegative: true });

function positions(reports: readonly Observation[]): MonthReport[] {
  return monthReports(reports, Math.min(...reports.map((report) => monthIndex(report.start))));
}

function expectHonoured({ months, reports }: Reconciliation): void {
  // The window begins with the first report known, a culprit too.
  const origin = monthIndex(months[0]?.span.start ?? '2021-07-01');
  for (const report of monthReports(reports, origin)) {
    const sum = months
      .slice(report.first, report.last + 1)
      .reduce((total, { value }) => total + (value ?? Number.NaN), 0);
    const { lower, upper } = boundsOf(report);
    const noise = 1e-9 * Math.max(1, Math.abs(report.value)) + (report.halfWidth > 0 ? 1e-6 : 0);
    expect(sum).toBeGreaterThanOrEqual(lower - noise);
    expect(sum).toBeLessThanOrEqual(upper + noise);
  }
}

/** Rank of the reports' rows with a month's own row added or not, by elimination: an oracle that knows no graph. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < length; column += 1) {
    const pivot = left.findIndex((row, i) => i >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) continue;
    const [own] = left.splice(pivot, 1);
    if (!own) continue;
    left.splice(found, 0, own);
    for (const [i, row] of left.entries()) {
      const factor = i > found ? (row[column] ?? 0) / (own[column] ?? 1) : 0;
      if (factor !== 0) left[i] = row.map((value, at) => value - factor * (own[at] ?? 0));
    }
    found += 1;
  }
  return found;
}

function rowOf(first: number, last: number): number[] {
  return Array.from({ length }, (_, t) => (t >= first && t <= last ? 1 : 0));
}

describe('true reports, exact and rounded', () => {
  test('hold together and are honoured: exact ones to 1e-9, rounded ones within print', () => {
    fc.assert(
      fc.property(trueReports, (reports) => {
        const reconciliation = reconcile(reports);
        expect(reconciliation.conflicts).toEqual([]);
        expectHonoured(reconciliation);
      }),
      runs,
    );
  });
  test('label each month by what the reports alone determine', () => {
    fc.assert(
      fc.property(trueReports, (reports) => {
        const { months } = reconcile(reports);
        const own = positions(reports);
        const rows = own.map(({ first, last }) => rowOf(first, last));
        for (const [t, { label }] of months.entries()) {
          const isReported = own.some(({ first, last }) => first === t && last === t);
          const isCovered = own.some(({ first, last }) => first <= t && t <= last);
          const isDerived = rank([...rows, rowOf(t, t)]) === rank(rows);
          expect(label).toBe(isReported ? 'reported' : isDerived ? 'derived' : isCovered ? 'estimated' : 'unknown');
        }
      }),
      runs,
    );
  });
  test('give each month an arithmetic whose signs add up to its span', () => {
    fc.assert(
      fc.property(trueReports, (reports) => {
        const { months } = reconcile(reports);
        const origin = monthIndex(months[0]?.span.start ?? '2021-07-01');
        for (const [t, { basis, label }] of months.entries()) {
          if (label === 'unknown') expect(basis).toBeNull();
          if (!basis) continue;
          const counted = new Array<number>(months.length).fill(0);
          for (const { sign, observation } of basis.reports)
            for (let at = monthIndex(observation.start); at <= monthIndex(observation.end); at += 1)
              counted[at - origin] = (counted[at - origin] ?? 0) + sign;
          const [from, to] = [monthIndex(basis.span.start) - origin, monthIndex(basis.span.end) - origin];
          expect(counted).toEqual(counted.map((_, at) => (at >= from && at <= to ? 1 : 0)));
          expect(from <= t && t <= to).toBe(true);
          if (label !== 'estimated') expect(to - from).toBe(0);
        }
      }),
      runs,
    );
  });
});

describe('any reports, contradicting ones among them', () => {
  test('leave a set that holds together, and is honoured', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const reconciliation = reconcile(reports);
        expectHonoured(reconciliation);
        for (const { value } of reconciliation.months) expect(value ?? 0).toBeGreaterThanOrEqual(-1e-6);
      }),
      runs,
    );
  });
  test('name smallest sets: none of a conflict can be spared, its culprit is one of it', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        for (const { reports: conflict, likelyCulprit, impliesNegative, excess } of reconcile(reports).conflicts) {
          const own = positions(conflict);
          expect(excess).toBeGreaterThan(0);
          expect(conflict).toContain(likelyCulprit);
          expect(holdTogether(own, length, impliesNegative)).toBe(false);
          for (const one of own)
            expect(
              holdTogether(
                own.filter((other) => other !== one),
                length,
                impliesNegative,
              ),
            ).toBe(true);
        }
      }),
      runs,
    );
  });
  test('flag a sum below a shorter one of its months as a sign of revision, never as a negative month', () => {
    const pair = fc.tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 2, max: 300 }),
    );
    fc.assert(
      fc.property(pair, ([last, more, drop]) => {
        const values = new Array<number>(length).fill(100);
        const common = { first: 0, unit: 1, error: 0, knownBy: days[0] };
        const longer = { ...common, last: last + more, knownBy: days[1], error: -100 * more - drop };
        const { conflicts, months } = reconcile([
          reportOf(values, { ...common, last }, 0),
          reportOf(values, longer, 1),
        ]);
        expect(conflicts.map(({ impliesNegative }) => impliesNegative)).toEqual([true]);
        for (const { value } of months) expect(value ?? 0).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });
});

describe('as known on a day', () => {
  test('nothing printed later is seen, and later vintages change no earlier view', () => {
    fc.assert(
      fc.property(anyReports, fc.constantFrom(...days), (reports, asOf) => {
        const known = reports.filter(({ knownBy }) => knownBy <= asOf);
        expect(reconcile(reports, asOf)).toEqual(reconcile(known, lastDay));
      }),
      runs,
    );
  });
  test('the order in which reports are given does not matter', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        expect(reconcile(reports.toReversed())).toEqual(reconcile(reports));
      }),
      runs,
    );
  });
});
