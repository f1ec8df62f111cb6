import { describe, expect, test } from 'vitest';
import { fiscalYearSeries } from './fiscal-year-series.ts';
import type { Indicator } from './indicator.ts';
import type { Observation } from './observation.ts';
import { parseSpan } from './parse-span.ts';
import { nextRelease } from './release-calendar.ts';
import { type YearStanding, yearStandings } from './year-standing.ts';

const july = { firstMonth: 7 };
type Kind = Pick<Indicator, 'calendar' | 'frequency'>;
const monthly: Kind = { calendar: july, frequency: 'month' };

function report(label: string, value: number, { calendar }: Kind = monthly): Observation {
  const span = parseSpan(label, calendar);
  if (!span) throw new RangeError(`no period ${label}`);
  return {
    indicatorId: 'exports',
    ...span,
    ...{ value, qualifier: 'exact', halfWidth: 0, agency: 'SBP', documentId: 'page', status: 'accepted', note: '' },
    ...{ publishedOn: span.end, knownBy: span.end, knownByBasis: 'date of the document' },
  };
}

function standings(known: readonly Observation[], asOf: string, kind: Kind = monthly): YearStanding[] {
  const { years, unreported } = fiscalYearSeries(known, kind.calendar, asOf);
  const indicator: Indicator = {
    ...{ id: 'exports', name: 'Exports', unit: 'USD mn', kind: 'flow', definition: '', variantOf: null },
    ...kind,
  };
  const release = nextRelease(known, indicator, asOf);
  return yearStandings(
    { indicator, lastYear: years.at(-1)?.fiscalYear ?? Number.NaN, unreported, known, release },
    asOf,
  );
}

const told = (all: readonly YearStanding[]) =>
  all.map(({ label, isOver, monthsKnown, monthsOver, value }) => ({ label, isOver, monthsKnown, monthsOver, value }));

const eightMonths = [report('FY2025', 3800), report('Jul–Feb FY2026', 2970)];

describe('a year by the calendar', () => {
  test('still runs on its last day', () => {
    expect(told(standings(eightMonths, '2026-06-30'))).toEqual([
      { label: 'FY2026', isOver: false, monthsKnown: 8, monthsOver: 11, value: 2970 },
    ]);
  });

  test('is over on the next, when another begins of which nothing is known', () => {
    expect(told(standings(eightMonths, '2026-07-01'))).toEqual([
      { label: 'FY2026', isOver: true, monthsKnown: 8, monthsOver: 12, value: 2970 },
      { label: 'FY2027', isOver: false, monthsKnown: 0, monthsOver: 0, value: 0 },
    ]);
  });

  test('with all its months and no total stays a year without a total', () => {
    const whole = [...eightMonths, ...['Mar 2026', 'Apr 2026', 'May 2026', 'Jun 2026'].map((m) => report(m, 400))];
    expect(told(standings(whole, '2026-08-01'))[0]).toEqual({
      ...{ label: 'FY2026', isOver: true, monthsKnown: 12, monthsOver: 12, value: 4570 },
    });
    expect(told(standings([...whole, report('FY2026', 4571)], '2026-08-01'))).toEqual([
      { label: 'FY2027', isOver: false, monthsKnown: 0, monthsOver: 1, value: 0 },
    ]);
  });

  test('counts months behind a gap, and says where the gap begins', () => {
    const [year] = standings([...eightMonths, report('Apr 2026', 400)], '2026-11-22');
    expect(year).toMatchObject({ monthsKnown: 9, value: 3370, sum: { months: 8, value: 2970 } });
    expect(year?.later.map(({ value }) => value)).toEqual([400]);
  });

  test('of which nothing was ever reported is told for each year that passed', () => {
    const years = standings([report('FY2024', 3223), report('Jul 2023', 200)], '2026-11-22');
    expect(years.map(({ label, isOver, monthsKnown, sum }) => [label, isOver, monthsKnown, sum])).toEqual([
      ['FY2025', true, 0, null],
      ['FY2026', true, 0, null],
      ['FY2027', false, 0, null],
    ]);
  });

  test('begins in January where the fiscal year is the calendar year', () => {
    const calendar: Kind = { calendar: { firstMonth: 1 }, frequency: 'month' };
    const known = [report('2025', 10, calendar), report('Jan 2026', 1, calendar)];
    expect(told(standings(known, '2026-12-31', calendar))).toEqual([
      { label: '2026', isOver: false, monthsKnown: 1, monthsOver: 11, value: 1 },
    ]);
    expect(standings(known, '2027-01-01', calendar).map(({ label, isOver }) => [label, isOver])).toEqual([
      ['2026', true],
      ['2027', false],
    ]);
  });
});

describe('a series by quarters', () => {
  const quarterly: Kind = { calendar: july, frequency: 'quarter' };
  const known = [report('FY2025', 400), report('Jul–Sep FY2026', 90), report('Oct–Dec FY2026', 100)];

  test('is counted in quarters that follow each other', () => {
    const [year] = standings(known, '2026-02-01', quarterly);
    expect(year).toMatchObject({ part: 'quarter', monthsKnown: 6, value: 190 });
    expect(year?.sum?.basis).toBe('with-quarters');
  });

  test('counts a quarter behind a gap', () => {
    const [year] = standings([...known, report('Apr–Jun FY2026', 110)], '2026-11-22', quarterly);
    expect(year).toMatchObject({ monthsKnown: 9, value: 300, sum: { months: 6 } });
  });
});

test('a series of years alone has no parts', () => {
  const years: Kind = { calendar: july, frequency: 'year' };
  expect(standings([report('FY2024', 9), report('FY2025', 10)], '2026-11-22', years).map(({ part }) => part)).toEqual([
    null,
    null,
  ]);
});

describe('months that should be printed by now', () => {
  // three releases on the last day of their month: the next is due on the last day of its own
  const prompt = [report('FY2025', 3800), ...['Jul 2025', 'Aug 2025', 'Sep 2025'].map((month) => report(month, 300))];

  test('are those whose usual delay has passed', () => {
    expect(standings(prompt, '2025-10-31')[0]?.monthsOverdue).toBe(0);
    expect(standings(prompt, '2025-11-01')[0]?.monthsOverdue).toBe(1);
    expect(standings(prompt, '2026-09-15').map(({ monthsOverdue }) => monthsOverdue)).toEqual([9, 2]);
  });

  test('include those a later month left behind', () => {
    expect(standings([...prompt, report('Nov 2025', 300)], '2025-11-30')[0]?.monthsOverdue).toBe(1);
  });

  test('are not told where nothing makes one expect a release', () => {
    expect(standings(eightMonths, '2026-11-22')[0]?.monthsOverdue).toBeNull();
  });
});
