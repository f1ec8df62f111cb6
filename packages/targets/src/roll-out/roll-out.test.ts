import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RollOutPlan, Target } from '../target.ts';
import { assessRollOut } from './assess-roll-out.ts';
import { earnedSchedule } from './earned-schedule.ts';
import { earnedValue } from './earned-value.ts';
import { finishRange } from './finish-range.ts';
import { plannedAt } from './planned-curve.ts';
import { projectedFinish } from './projected-finish.ts';

const plan: RollOutPlan = {
  targetId: 'T30',
  startsOn: '2024-07-01',
  milestones: [
    { on: '2025-06-30', planned: 50, source: 'Economic Survey 2024-25' },
    { on: '2027-06-30', planned: 250, source: 'Economic Survey 2024-25' },
  ],
};

const centres: Target = {
  id: 'T30',
  title: '250 e-Rozgaar centres',
  indicatorId: 'erozgaar_centres',
  measure: { indicatorId: 'e_employment_centres_established', assumption: 'the two names mean the same centres' },
  notMeasurableBecause: null,
  value: 250,
  unit: 'count',
  direction: 'up',
  kind: 'roll-out',
  due: [{ label: 'FY2027', start: '2026-07-01', end: '2027-06-30' }],
  dueWording: 'FY2027',
  baselineWording: '0',
  announcedOn: '2025-06-09',
  knownBy: '2025-06-09',
  announcedBy: 'PSEB, Economic Survey 2024-25',
  documentId: 'app-1008643',
  note: '',
  standing: 'official',
};

const counted = { on: '2025-08-08', value: 40 };

describe('plannedAt', () => {
  test('is nothing before the start and the last milestone after the end', () => {
    expect(plannedAt(plan, '2024-01-01')).toBe(0);
    expect(plannedAt(plan, '2024-07-01')).toBe(0);
    expect(plannedAt(plan, '2030-01-01')).toBe(250);
  });

  test('is the milestone on its day and a straight line between', () => {
    expect(plannedAt(plan, '2025-06-30')).toBe(50);
    expect(plannedAt(plan, '2025-08-08')).toBeCloseTo(50 + (200 * 39) / 730, 9);
  });

  test.each([
    [[], 'none'],
    [[{ on: '2024-06-30', planned: 50, source: '' }], 'before the start'],
    [
      [
        { on: '2025-06-30', planned: 50, source: '' },
        { on: '2026-06-30', planned: 40, source: '' },
      ],
      'falling',
    ],
  ])('refuses milestones that are %j (%s)', (milestones) => {
    expect(() => plannedAt({ ...plan, milestones }, '2025-01-01')).toThrow(RangeError);
  });
});

describe('earnedSchedule', () => {
  test('of 40 of 50 centres on the day they were due is 0.80 three times', () => {
    // worked example WE121 counts in years: ES = 0 + 40/50 of the first year, AT = 1 year
    const onTheDay = earnedSchedule(plan, { on: '2025-06-30', value: 40 });
    expect(onTheDay.spi).toBeCloseTo(0.8, 9);
    expect(onTheDay.earnedDays / 364).toBeCloseTo(0.8, 9);
    expect(onTheDay.spiTime).toBeCloseTo(0.8, 9);
  });

  test('of 40 centres on 8 August 2025 is behind in units and in time', () => {
    const schedule = earnedSchedule(plan, counted);
    expect(schedule.planned).toBeCloseTo(60.685, 3);
    expect(schedule.spi).toBeCloseTo(40 / 60.685, 4);
    expect(schedule.spiTime).toBeCloseTo((0.8 * 364) / 403, 9);
    // 1,094 days ÷ (291.2 ÷ 403) = 1,514.03 days after 1 July 2024
    expect(schedule.finish).toEqual({ kind: 'estimated', on: '2028-08-24', slipDays: 421 });
  });

  test('finishes on time at exactly the planned pace', () => {
    const { finish, spiTime } = earnedSchedule(plan, { on: '2026-06-30', value: 150 });
    expect(spiTime).toBeCloseTo(1, 9);
    expect(finish).toEqual({ kind: 'estimated', on: '2027-06-30', slipDays: 0 });
  });

  test('cannot say when nothing is done, or before the start', () => {
    expect(earnedSchedule(plan, { on: '2025-06-30', value: 0 }).finish.kind).toBe('not-estimable');
    expect(earnedSchedule(plan, { on: '2024-07-01', value: 0 })).toMatchObject({ spi: null, spiTime: null });
  });

  test('is finished with all units reported', () => {
    expect(earnedSchedule(plan, { on: '2026-01-01', value: 251 }).finish).toEqual({ kind: 'finished' });
  });

  test('never rates more units lower', () => {
    const units = fc.integer({ min: 0, max: 249 });
    fc.assert(
      fc.property(units, units, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          earnedSchedule(plan, { on: '2026-03-01', value }),
        );
        expect(more?.spiTime ?? 0).toBeGreaterThanOrEqual(less?.spiTime ?? 0);
      }),
    );
  });
});

describe('assessRollOut', () => {
  test('finds the 250 centres off track, with the milestone missed', () => {
    const assessment = assessRollOut({ target: centres, plan, asOf: '2026-11-22', reported: [counted] });
    expect(assessment).toMatchObject({
      status: 'off-track',
      milestones: [{ on: '2025-06-30', planned: 50, reported: 40, met: false }],
    });
    expect(assessment.verdict).toBe(
      '“250 e-Rozgaar centres” (by FY2027) is off track: 40 reported on 8 Aug 2025 against 60.7 planned by that day; ' +
        '40 of the 50 due by 30 Jun 2025 are reported.',
    );
  });

  test('says that a milestone is met, and the finish as a day', () => {
    const reported = [{ on: '2025-08-08', value: 50 }];
    const assessment = assessRollOut({ target: centres, plan, asOf: '2026-11-22', reported });
    expect(assessment.verdict).toContain('; all 50 due by 30 Jun 2025 are reported.');
    expect(assessment.reason).toMatch(/it finishes on \d+ \w{3} 20\d\d,/);
  });

  test('says why it cannot assess', () => {
    const none = { target: centres, plan, asOf: '2025-01-01', reported: [] };
    expect(assessRollOut(none)).toMatchObject({ status: 'not-assessable', schedule: null });
    expect(assessRollOut({ ...none, plan: null }).reason).toBe('the plan states no dated milestone');
    expect(assessRollOut({ ...none, reported: [{ on: '2024-06-30', value: 3 }] }).status).toBe('not-assessable');
    expect(assessRollOut({ ...none, target: { ...centres, measure: null } }).status).toBe('not-measurable');
  });

  test('is achieved with all units and on track at the planned pace', () => {
    const at = (on: string, value: number) =>
      assessRollOut({ target: centres, plan, asOf: '2026-11-22', reported: [{ on, value }] }).status;
    expect(at('2026-01-01', 250)).toBe('achieved');
    expect(at('2026-06-30', 150)).toBe('on-track');
    expect(at('2025-06-30', 42)).toBe('at-risk');
  });
});

describe('finishRange', () => {
  const steady: RollOutPlan = {
    targetId: 'T1',
    startsOn: '2025-01-01',
    milestones: [{ on: '2026-02-05', planned: 200, source: 'a' }], // 400 days, half a unit each
  };
  const counts = [
    { on: '2025-04-11', value: 50 },
    { on: '2025-07-20', value: 75 },
    { on: '2025-10-28', value: 150 },
  ];

  test('spans the fastest and the slowest past pace, the first from the start', () => {
    // paces of 1, 0.5 and 1.5 plan days a day; 100 plan days left: 67 and 200 days after 28 October 2025
    expect(finishRange(steady, counts)).toEqual({
      kind: 'range',
      earliest: '2026-01-03',
      latest: '2026-05-16',
      paces: 3,
    });
  });

  test('follows the shape of the plan, as the forecast finish does', () => {
    const on = [
      { on: '2025-01-01', value: (184 / 364) * 50 },
      { on: '2025-06-30', value: 50 },
    ];
    const range = finishRange(plan, on);
    expect(range).toMatchObject({ kind: 'range', paces: 2 });
    const { finish } = earnedSchedule(plan, on[1] ?? counted);
    expect(
      finish.kind === 'estimated' && range.kind === 'range' && range.earliest <= finish.on && finish.on <= range.latest,
    ).toBe(true);
  });

  test('is not estimable from one count or a standstill', () => {
    expect(finishRange(plan, [counted])).toMatchObject({
      reason: expect.stringContaining('one dated count gives one pace'),
    });
    expect(finishRange(steady, [...counts, { on: '2025-12-01', value: 150 }])).toMatchObject({ kind: 'not-estimable' });
    expect(finishRange(plan, [])).toMatchObject({ reason: 'no count is reported since the plan began' });
  });

  test('is the day of the last count when all is done', () => {
    expect(finishRange(plan, [{ on: '2026-01-01', value: 250 }])).toMatchObject({ earliest: '2026-01-01' });
  });
});

describe('projectedFinish', () => {
  const on = counted;

  test('is the forecast finish where nothing changes', () => {
    const { finish } = earnedSchedule(plan, on);
    expect(projectedFinish(plan, on, { acceleration: 1, added: [] })).toBe(finish.kind === 'estimated' && finish.on);
  });

  test('never comes before units that are needed', () => {
    const added = [{ on: '2030-01-01', value: 210 }];
    expect(projectedFinish(plan, on, { acceleration: 1, added })).toBe('2030-01-01');
  });

  test('has no day without a pace', () => {
    expect(projectedFinish(plan, { on: '2025-08-08', value: 0 }, { acceleration: 9, added: [] })).toBeNull();
    expect(projectedFinish(plan, { on: '2025-08-08', value: 250 }, { acceleration: 1, added: [] })).toBe('2025-08-08');
  });
});

describe('earnedValue', () => {
  test('computes the published seven-task project', () => {
    const { spi, scheduleVariance, cpi } = earnedValue(86_571, 101_000, 88_800); // worked example WE119
    expect([spi, scheduleVariance, cpi]).toEqual([expect.closeTo(0.85714, 5), -14_429, expect.closeTo(0.9749, 4)]);
    expect(() => earnedValue(1, 0, 1)).toThrow(RangeError);
  });
});
