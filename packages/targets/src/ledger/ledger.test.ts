import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainTerms, type Target } from '../target.ts';
import type { Assessment } from '../verdict/assessment.ts';
import { assessEvent } from './assess-event.ts';
import { claimHistory, standingClaims } from './claim-history.ts';
import { claimsAround, statedParts } from './claim-kin.ts';
import { dateSlips } from './date-slips.ts';
import { assessHeld, heldYears } from './held-years.ts';
import { judgedReading } from './judged-reading.ts';
import { nextDue, weakerBound } from './next-due.ts';
import { partsSum } from './parts-sum.ts';
import { samePromiseAs } from './same-promise.ts';
import { scoreConflict, scorePastTarget } from './score-past-target.ts';

const fiscal = (year: number) => ({ label: `FY${year}`, start: `${year - 1}-07-01`, end: `${year}-06-30` });
const day = (on: string) => ({ label: on, start: on, end: on });

const claim = (id: string, value: number, announcedOn: string, change: Partial<Target> = {}): Target => ({
  id,
  title: 'e-Rozgaar centres',
  indicatorId: 'erozgaar_centres',
  measure: null,
  notMeasurableBecause: 'no series',
  value,
  unit: 'centres',
  direction: 'up',
  kind: 'roll-out',
  due: [],
  dueWording: 'no date',
  baselineWording: '-',
  announcedOn,
  knownBy: announcedOn,
  announcedBy: `page ${id}`,
  documentId: id,
  note: '',
  standing: 'official',
  ...change,
});

const centres = [
  claim('T33', 250, '2025-02-13', { due: [fiscal(2027)] }),
  claim('T60', 10_000, '2024-02-06'),
  claim('T38', 250, '2024-04-18'),
  claim('T61', 10_000, '2024-06-03'),
  claim('T37', 100, '2024-05-22', { due: [{ label: 'CY2025', start: '2025-01-01', end: '2025-12-31' }] }),
];

describe('partsSum', () => {
  test('finds that 15 + 1 + 10 is not 25', () => {
    expect(partsSum(25, [15, 1, 10])).toEqual({
      sum: 26,
      difference: 1,
      adds: false,
      reason: '15 + 1 + 10 = 26, not 25',
    });
  });

  test('allows what rounding explains', () => {
    expect(partsSum(4.6, [3.8, 0.779]).adds).toBe(false);
    expect(partsSum(4.6, [3.8, 0.779], 0.05)).toMatchObject({ adds: true, reason: '3.8 + 0.78 add up to 4.6' });
  });

  test('is not misled by adding tenths', () => {
    expect(partsSum(0.3, [0.1, 0.2]).adds).toBe(true);
    expect(() => partsSum(1, [])).toThrow(RangeError);
  });
});

describe('claimHistory', () => {
  const history = claimHistory(centres, '2026-11-22');

  test('tells the story of the centres in order', () => {
    expect(history.map(({ target, relation }) => [target.id, relation])).toEqual([
      ['T60', 'first'],
      ['T38', 'revises-value'],
      ['T37', 'stands-beside'],
      ['T61', 'revises-value'],
      ['T33', 'moves-date'],
    ]);
    expect(history.map(({ ground }) => ground)).toEqual(Array(5).fill('inferred'));
    expect(history[1]?.sentence).toBe(
      'page T38 (18 Apr 2024) lowered the target without a date from 10,000\u00a0centres to 250\u00a0centres.',
    );
    expect(history[4]?.sentence).toBe('page T33 (13 Feb 2025) gave 250\u00a0centres a date: FY2027.');
  });

  test('leaves what nobody superseded standing', () => {
    expect(standingClaims(history).map(({ id }) => id)).toEqual(['T37', 'T61', 'T33']);
  });

  test('knows on a day only what was known by then', () => {
    expect(claimHistory(centres, '2024-05-01').map(({ target }) => target.id)).toEqual(['T60', 'T38']);
    expect(standingClaims(claimHistory(centres, '2024-05-01')).map(({ id }) => id)).toEqual(['T38']);
  });

  test('does not let a projection move an official target', () => {
    const projection = claim('X', 4500, '2025-01-01', { standing: 'projection' });
    expect(claimHistory([projection], '2026-01-01')).toEqual([]);
  });

  test('takes the word of who states what is superseded over what could be inferred', () => {
    const stated = (id: string, supersedes: readonly string[]) =>
      centres.map((one) => (one.id === id ? { ...one, terms: { ...plainTerms, supersedes } } : one));
    const told = claimHistory(stated('T33', ['T37', 'T38']), '2026-11-22');
    expect(told.find(({ target }) => target.id === 'T33')).toMatchObject({
      relation: 'revises-value',
      ground: 'stated',
      of: { id: 'T37' },
    });
    expect(told.find(({ target }) => target.id === 'T37')?.supersededBy?.id).toBe('T33');
    const none = claimHistory(stated('T61', []), '2026-11-22');
    expect(none.find(({ target }) => target.id === 'T61')).toMatchObject({ relation: 'repeats', of: { id: 'T60' } });
    expect(none.find(({ target }) => target.id === 'T60')?.supersededBy?.id).toBe('T38');
  });

  test('recognises a repeated claim', () => {
    const again = claim('T30', 250, '2025-06-09', { due: [fiscal(2027)] });
    expect(claimHistory([...centres, again], '2026-11-22').at(-1)).toMatchObject({ relation: 'repeats' });
  });
});

describe('the $25bn and its kin', () => {
  const headline = { unit: 'USD mn per year', due: [fiscal(2030), fiscal(2029)], documentId: 'dawn' };
  const of = (id: string, indicatorId: string, value: number, announcedOn: string, change: Partial<Target> = {}) =>
    claim(id, value, announcedOn, { ...headline, indicatorId, title: `title of ${id}`, kind: 'level', ...change });
  const all = [
    of('T02', 'digital_economy', 25_000, '2025-07-19', { unit: 'USD mn', documentId: 'times' }),
    of('T03', 'exports_telecom_digitisation', 25_000, '2024-11-22'),
    of('T04', 'exports', 15_000, '2024-11-22', { terms: { ...plainTerms, partOf: 'T03' } }),
    of('T05', 'telecom', 1000, '2024-11-22', { terms: { ...plainTerms, partOf: 'T03' } }),
    of('T06', 'digitisation', 10_000, '2024-11-22', { terms: { ...plainTerms, partOf: 'T03' } }),
    of('T07', 'exports', 25_000, '2024-11-22', { due: [fiscal(2029), fiscal(2030)], documentId: 'urdupoint' }),
    of('T13', 'exports', 10_000, '2024-12-31', { due: [fiscal(2029)], documentId: 'js' }),
    of('T09', 'exports', 15_000, '2023-01-05', { due: [fiscal(2026)], documentId: 'gids' }),
  ];
  const byId = (id: string) => all.find((one) => one.id === id) ?? all[0];
  const around = (id: string) => {
    const target = byId(id);
    return target ? claimHistory(claimsAround(target, all), '2026-11-22') : [];
  };

  test('tells how exports of 25 became the size of an economy', () => {
    expect(around('T02').map(({ target, relation }) => [target.id, relation])).toEqual([
      ['T03', 'first'],
      ['T07', 'changes-scope'],
      ['T02', 'changes-scope'],
    ]);
    expect(around('T02')[2]?.sentence).toBe(
      'page T02 (19 Jul 2025) named the same $25bn by FY2030 for something else: “title of T02”.',
    );
  });

  test('takes no part for the promise of another', () => {
    expect(around('T13').map(({ target }) => target.id)).not.toContain('T06');
    expect(around('T13').map(({ target }) => target.id)).toEqual(['T09', 'T03', 'T04', 'T07', 'T13', 'T02']);
  });

  test('finds the parts of a headline as they are stated', () => {
    const parts = (id: string) => statedParts(byId(id) ?? claim('none', 0, '2025-01-01'), all).map((part) => part.id);
    expect(parts('T03')).toEqual(['T04', 'T05', 'T06']);
    expect(parts('T07')).toEqual([]);
    expect(parts('T04')).toEqual([]);
  });
});

describe('dateSlips of the Islamabad IT Park', () => {
  const park = (id: string, on: string, knownBy: string) => claim(id, 1, knownBy, { kind: 'event', due: [day(on)] });
  const claims = [
    park('T47', '2026-02-28', '2025-12-15'),
    park('T45', '2025-02-18', '2025-09-18'),
    park('T46', '2025-10-31', '2025-09-18'),
  ];

  test('are 255 and 120 days', () => {
    const slips = dateSlips(claims, '2026-11-22');
    expect(slips.dates.map(({ targetId, slipDays }) => [targetId, slipDays])).toEqual([
      ['T45', 0],
      ['T46', 255],
      ['T47', 120],
    ]);
    expect(slips.sentence).toBe('The date moved twice, from 18 Feb 2025 to 28 Feb 2026: 375 days later.');
  });

  test('begin with a date that had passed when it became known', () => {
    const announced = park('T44', '2025-12-31', '2025-02-13');
    const slips = dateSlips([announced, ...claims], '2026-11-22');
    expect(slips.sentence).toBe('The date moved twice, from 18 Feb 2025 to 28 Feb 2026: 375 days later.');
    expect(slips.dates.map(({ targetId, slipDays }) => [targetId, slipDays])).toEqual([
      ['T45', 0],
      ['T44', 316],
      ['T46', 0],
      ['T47', 59],
    ]);
  });

  test('are told as dates, not as sizes', () => {
    const told = claimHistory(claims, '2026-11-22').map(({ sentence }) => sentence);
    expect(told[0]).toBe('page T45 (18 Sep 2025) first gave the date 18 Feb 2025.');
    expect(told[1]).toBe('page T46 (18 Sep 2025) moved the date from 18 Feb 2025 to 31 Oct 2025.');
  });

  test('are not moved by an earlier date told later', () => {
    const announced = park('T44', '2025-12-31', '2025-02-13');
    const history = claimHistory([announced, ...claims], '2026-11-22');
    expect(history.map(({ target, relation }) => [target.id, relation])).toEqual([
      ['T44', 'first'],
      ['T45', 'stands-beside'],
      ['T46', 'stands-beside'],
      ['T47', 'moves-date'],
    ]);
    expect(history[1]?.sentence).toBe('page T45 (18 Sep 2025) gave the date 18 Feb 2025.');
  });

  test('follow what a contract states, in the order the dates were given', () => {
    const supersedes = (one: Target, ids: readonly string[]) => ({ ...one, terms: { ...plainTerms, supersedes: ids } });
    const chain = [
      { ...park('T45', '2025-02-18', '2025-09-18'), announcedOn: '2022-08-18' },
      park('T44', '2025-12-31', '2025-02-13'),
      supersedes(park('T46', '2025-10-31', '2025-09-18'), ['T45']),
      { ...park('T47', '2026-02-28', '2025-09-18'), standing: 'projection' as const },
      supersedes(park('T48', '2025-12-31', '2026-02-13'), ['T46']),
    ];
    const slips = dateSlips(chain, '2026-11-22');
    expect(slips.dates.map(({ targetId, slipDays }) => [targetId, slipDays])).toEqual([
      ['T45', 0],
      ['T44', 0],
      ['T46', 255],
      ['T47', 0],
      ['T48', 61],
    ]);
    expect(slips.sentence).toBe('The date moved twice, from 18 Feb 2025 to 31 Dec 2025: 316 days later.');
    expect(dateSlips([...chain].toReversed(), '2026-11-22')).toEqual(slips);
  });

  test('are told only as far as known', () => {
    expect(dateSlips(claims, '2025-10-01').totalDays).toBe(255);
    expect(dateSlips(claims, '2025-01-01').sentence).toBe('No date was ever given.');
    expect(dateSlips(claims.slice(0, 1), '2026-01-01').sentence).toContain('has not moved');
  });

  test('sum to the distance of first and last', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(offsets, (days) => {
        const dated = days.map((d, i) =>
          park(`T${i}`, `2026-03-${String(d + 1).padStart(2, '0')}`, `2025-01-${10 + i}`),
        );
        const { dates, totalDays } = dateSlips(dated, '2026-12-31');
        expect(dates.reduce((sum, { slipDays }) => sum + slipDays, 0)).toBe(totalDays);
      }),
    );
  });
});

describe('assessEvent', () => {
  const park = claim('T44', 1, '2025-02-13', { title: 'Islamabad IT Park completed', kind: 'event' });
  const status = (due: string | null, happenedOn: string | null) =>
    assessEvent({ target: park, due: due === null ? null : day(due), asOf: '2026-11-22', happenedOn, progress: null });

  test('is overdue when its date passed unreported', () => {
    expect(status('2025-12-31', null)).toMatchObject({
      status: 'off-track',
      label: 'overdue',
      verdict:
        '“Islamabad IT Park completed” is overdue: its date, 31 Dec 2025, passed 326 days ago and no report says it happened.',
    });
  });

  test('is in time, late, without a date, or open', () => {
    expect(status('2025-12-31', '2025-12-31').label).toBe('in time');
    expect(status('2025-12-31', '2026-01-01').reason).toContain('1 day after');
    expect(status(null, '2026-01-01').status).toBe('achieved');
    expect(status(null, null).status).toBe('not-assessable');
    expect(status('2027-12-31', null).status).toBe('not-assessable');
  });

  test('says how far the work was when last reported', () => {
    const overdue = { target: park, due: day('2025-12-31'), asOf: '2026-11-22', happenedOn: null };
    const progress = { percent: 72, on: '2026-02-13' };
    expect(assessEvent({ ...overdue, progress }).verdict).toBe(
      '“Islamabad IT Park completed” is overdue: its date, 31 Dec 2025, passed 326 days ago and no report says it ' +
        'happened; 72\u00a0% of the work was reported done on 13 Feb 2026.',
    );
    expect(assessEvent({ ...overdue, progress, happenedOn: '2026-03-01' }).verdict).not.toContain('72\u00a0%');
  });

  test('does not know what happens after the day it is asked for', () => {
    expect(status('2025-12-31', '2026-12-01').label).toBe('overdue');
  });
});

describe('scorePastTarget', () => {
  const target = claim('T23', 5000, '2022-10-20', { unit: 'USD mn', due: [fiscal(2023)] });

  test('scores $5bn for FY2023 at 52 %, with the miss visible ahead', () => {
    const vintages = [
      { asOf: '2023-03-01', probability: 0.05 },
      { asOf: '2022-11-01', probability: 0.4 },
      { asOf: '2023-01-01', probability: 0.2 },
      { asOf: '2023-08-01', probability: 0 },
    ];
    expect(scorePastTarget(target, 2596, vintages)).toEqual({
      targetId: 'T23',
      reached: false,
      share: 0.5192,
      margin: -2404,
      brier: expect.closeTo(0.0025, 12),
      missVisibleSince: '2023-01-01',
      missVisibleDays: 180,
    });
  });

  test('sees no miss in a target that was reached, nor without probabilities', () => {
    expect(scorePastTarget({ ...target, value: 2500 }, 2596, [])).toMatchObject({
      reached: true,
      brier: null,
      missVisibleSince: null,
    });
  });
});

describe('scoreConflict', () => {
  test('gives FY2025 as 109, 100 or 91 % by the page', () => {
    const pages = [4200, 3500, 3800].map((value, i) => claim(`P${i}`, value, '2024-08-01', { unit: 'USD mn' }));
    const conflict = scoreConflict(pages, 3810);
    expect(conflict.scores.map(({ share }) => Math.round((share ?? 0) * 100))).toEqual([109, 100, 91]);
    expect(conflict.changesVerdict).toBe(true);
    expect(conflict.sentence).toContain('91\u00a0% of $4.20bn (page P0)');
  });
});

describe('nextDue and weakerBound', () => {
  test('take the next dated target and the easier bound', () => {
    const dated = [2030, 2026, 2027].map((year) => claim(`FY${year}`, year, '2025-01-01', { due: [fiscal(year)] }));
    expect(nextDue(dated, '2026-11-22')?.id).toBe('FY2027');
    expect(nextDue(dated, '2031-01-01')).toBeNull();
    expect([weakerBound(18, 20, 'up'), weakerBound(18, 20, 'down')]).toEqual([18, 20]);
    expect(() => weakerBound(20, 18, 'up')).toThrow(RangeError);
  });
});

describe('samePromiseAs', () => {
  const due = [fiscal(2027)];
  const said = (id: string, change: Partial<Target> = {}) => claim(id, 250, '2025-01-01', { due, ...change });
  const all = [
    said('T30'),
    said('T33', { documentId: 'another' }),
    said('T04', { terms: { ...plainTerms, partOf: 'T03' } }),
    said('T40', { value: 251 }),
    said('T41', { due: [fiscal(2028)] }),
    said('T42', { standing: 'projection' }),
    said('T43', { indicatorId: 'parks' }),
    said('T44', { terms: { ...plainTerms, upper: 300 } }),
  ];
  const leads = Object.fromEntries(all.map((one) => [one.id, samePromiseAs(one, all)]));

  test('finds the first that is no part for those that repeat it', () => {
    expect(leads).toMatchObject({ T30: null, T33: 'T30', T04: 'T30' });
  });

  test('joins no other size, date, standing, indicator or form', () => {
    expect(leads).toMatchObject({ T40: null, T41: null, T42: null, T43: null, T44: null });
  });
});

describe('judgedReading', () => {
  const calendar = { firstMonth: 7 };
  const steps = [
    { value: 100, due: fiscal(2026) },
    { value: 250, due: fiscal(2027) },
  ];
  const stepped = claim('S', 250, '2025-01-01', { terms: { ...plainTerms, dates: steps } });

  test('takes the next of several dates, and the last once all have passed', () => {
    expect(judgedReading(stepped, '2026-06-30', calendar).target).toMatchObject({ value: 100, due: [fiscal(2026)] });
    expect(judgedReading(stepped, '2026-07-01', calendar).target).toMatchObject({ value: 250, due: [fiscal(2027)] });
    expect(judgedReading(stepped, '2031-01-01', calendar)).toMatchObject({
      target: { value: 250 },
      choices: [
        'It sets several dates: 100\u00a0centres by FY2026, 250\u00a0centres by FY2027; all dates have passed; the last one counts, FY2027.',
      ],
    });
  });

  test('meets a range at its weaker end', () => {
    const range = claim('R', 18, '2025-01-01', { unit: 'USD mn', terms: { ...plainTerms, upper: 20 } });
    expect(judgedReading(range, '2026-01-01', calendar).target.value).toBe(18);
    expect(judgedReading({ ...range, direction: 'down' }, '2026-01-01', calendar).target.value).toBe(20);
    expect(judgedReading(range, '2026-01-01', calendar).choices[0]).toBe(
      'It names a range, $18m to $20m; it is met at the weaker end, $18m.',
    );
  });

  test('holds in the year of the day, and in the last one after it', () => {
    const held = claim('H', 5, '2023-10-01', { due: [fiscal(2026)], terms: { ...plainTerms, isHeld: true } });
    expect(judgedReading(held, '2025-03-01', calendar).target.due).toEqual([fiscal(2025)]);
    expect(judgedReading(held, '2028-03-01', calendar).target.due).toEqual([fiscal(2026)]);
  });

  test('leaves a plain claim as it is', () => {
    const plain = claim('P', 250, '2025-01-01', { due: [fiscal(2027)] });
    expect(judgedReading(plain, '2026-01-01', calendar)).toEqual({ target: plain, choices: [] });
  });
});

describe('a promise to hold every year', () => {
  const calendar = { firstMonth: 7 };
  const held = claim('H', 5, '2023-10-01', {
    ...{ title: 'At least 5 % growth', unit: 'percent', due: [fiscal(2026)] },
    terms: { ...plainTerms, isHeld: true },
  });
  const year = (fiscalYear: number, value: number) => ({ fiscalYear, label: `FY${fiscalYear}`, value });
  const open: Assessment = {
    ...{ status: 'at-risk', method: 'probability', version: '1', metric: 0.5, label: 'about even' },
    ...{ reason: 'P is 50 %', verdict: 'About even.' },
  };
  const judge = (values: readonly number[], isOver = false) =>
    assessHeld(
      held,
      heldYears(
        held,
        values.map((value, i) => year(2024 + i, value)),
        calendar,
      ),
      open,
      { isOver },
    );

  test('is judged from its announcement to its end', () => {
    const years = heldYears(
      held,
      [2022, 2023, 2024, 2025, 2026, 2027].map((y) => year(y, y === 2025 ? 4 : 6)),
      calendar,
    );
    expect(years.map(({ label, isKept }) => [label, isKept])).toEqual([
      ['FY2024', true],
      ['FY2025', false],
      ['FY2026', true],
    ]);
  });

  test.each([
    ['up', [true, true, true]],
    ['down', [true, true, false]],
  ] as const)('to stay within a range, %s good, is kept up to its weaker end', (direction, kept) => {
    const range = claim('R', 3, '2023-10-01', {
      ...{ title: 'A deficit of 3 to 5 %', unit: 'percent', direction, due: [fiscal(2026)] },
      terms: { ...plainTerms, isHeld: true, upper: 5 },
    });
    const years = heldYears(range, [year(2024, 3), year(2025, 4.5), year(2026, 5.1)], calendar);
    expect(years.map(({ isKept }) => isKept)).toEqual(kept);
  });

  test('is broken by one year, for good', () => {
    expect(judge([6, 4, 7], true)).toMatchObject({
      status: 'off-track',
      label: 'broken',
      reason: '2 of 3 years kept; missed with 4\u00a0% in FY2025',
    });
  });

  test('is open while its years are kept, and kept at its end', () => {
    expect(judge([6, 5])).toMatchObject({ status: 'at-risk', reason: '2 of 2 years kept so far; P is 50 %' });
    expect(judge([6, 5, 5], true)).toMatchObject({ status: 'achieved', label: 'kept' });
    expect(judge([])).toBe(open);
  });
});
