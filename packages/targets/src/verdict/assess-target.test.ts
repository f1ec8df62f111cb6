import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../target.ts';
import { assessTarget } from './assess-target.ts';
import type { AssessmentInput, PeriodValue } from './assessment.ts';
import { probabilityRule } from './probability-rule.ts';

const fiscalYear = (year: number, value: number): PeriodValue => ({
  label: `FY${year}`,
  start: `${year - 1}-07-01`,
  end: `${year}-06-30`,
  value,
});

const due = { label: 'FY2030', start: '2029-07-01', end: '2030-06-30' };

const exportsTarget: Target = {
  id: 'T01',
  title: '$15bn of IT exports',
  indicatorId: 'ict_services_exports',
  measure: { indicatorId: 'ict_services_exports', assumption: null },
  notMeasurableBecause: null,
  value: 15_000,
  unit: 'USD mn',
  direction: 'up',
  kind: 'level',
  due: [due],
  dueWording: 'by 2030',
  baselineWording: '3800 (FY25)',
  announcedOn: '2025-07-19',
  knownBy: '2025-07-19',
  announcedBy: 'MoITT',
  documentId: '004',
  note: '',
  standing: 'official',
};

const input: AssessmentInput = {
  target: exportsTarget,
  due,
  asOf: '2026-11-22',
  history: [fiscalYear(2024, 3223), fiscalYear(2025, 3800)],
  probability: { kind: 'known', atDate: 0.04, byDate: 0.05 },
  requiredGrowth: 0.316,
  achievedGrowth: 0.179,
};

const withProbability = (atDate: number): AssessmentInput => ({
  ...input,
  probability: { kind: 'known', atDate, byDate: atDate },
});

describe('assessTarget', () => {
  test('gives the status, the rule and one sentence', () => {
    expect(assessTarget(input)).toEqual({
      status: 'off-track',
      method: 'probability',
      version: '1',
      metric: 0.04,
      label: 'unlikely',
      reason: 'unlikely, probability 4\u00a0%; on track from 66\u00a0%, at risk from 33\u00a0%',
      verdict:
        '$15bn by FY2030 is off track: reaching it is unlikely, with a probability of 4\u00a0%; the latest value is ' +
        '$3.80bn (FY2025); it must grow 31.6\u00a0% a year and grew 17.9\u00a0% over the last year, less than that.',
    });
  });

  test.each([
    [0.66, 'on-track'],
    [0.6599, 'at-risk'],
    [0.33, 'at-risk'],
    [0.3299, 'off-track'],
    [0, 'off-track'],
    [1, 'on-track'],
  ])('reads P = %d as %s: cut-offs are inclusive', (probability, status) => {
    expect(assessTarget(withProbability(probability)).status).toBe(status);
  });

  test('does not measure what has no series', () => {
    const target = { ...exportsTarget, measure: null, notMeasurableBecause: 'no statistic tracks it' };
    expect(assessTarget({ ...input, target })).toMatchObject({
      status: 'not-measurable',
      reason: 'no statistic tracks it',
      verdict: '$15bn by FY2030 cannot be measured: no statistic tracks it.',
    });
  });

  test.each<[string, Partial<AssessmentInput>]>([
    ['no date is stated (by 2030)', { due: null }],
    ['no value was known on this day', { history: [] }],
    ['only one value is known, so there is no pace', { history: [fiscalYear(2025, 3800)] }],
    ['no model could be fitted', { probability: { kind: 'none', reason: 'no model could be fitted' } }],
    [
      'it fell due (30 Jun 2020) before the data begin (1 Jul 2023)',
      { due: { label: 'FY2020', start: '2019-07-01', end: '2020-06-30' } },
    ],
  ])('is not assessable: %s', (reason, change) => {
    expect(assessTarget({ ...input, ...change })).toMatchObject({ status: 'not-assessable', reason, metric: null });
  });

  test('scores a past target by attainment', () => {
    const target = { ...exportsTarget, value: 5000 };
    const fy2023 = { label: 'FY2023', start: '2022-07-01', end: '2023-06-30' };
    const history = [fiscalYear(2023, 2596), fiscalYear(2024, 3223)];
    expect(assessTarget({ ...input, target, due: fy2023, history })).toMatchObject({
      status: 'off-track',
      method: 'attainment',
      metric: 0.5192,
      reason: 'missed, 52\u00a0% attained',
      verdict: '$5bn by FY2023 was missed, 52\u00a0% attained: the outcome was $2.60bn (FY2023).',
    });
  });

  test('counts an equalled target as reached', () => {
    const fy2025 = { label: 'FY2025', start: '2024-07-01', end: '2025-06-30' };
    const target = { ...exportsTarget, value: 3800 };
    expect(assessTarget({ ...input, target, due: fy2025 })).toMatchObject({ status: 'achieved', metric: 1 });
  });

  test('says when a target is reached before its date', () => {
    const target = { ...exportsTarget, value: 3500 };
    expect(assessTarget({ ...input, target })).toMatchObject({
      status: 'achieved',
      reason: 'reached, 109\u00a0% attained already in FY2025, before its date',
    });
  });

  test('takes the first count on or after the due day as a stock outcome', () => {
    const count = (on: string, value: number) => ({ label: on, start: on, end: on, value });
    const target = { ...exportsTarget, value: 50, unit: 'count' };
    const fy2025 = { label: 'FY2025', start: '2024-07-01', end: '2025-06-30' };
    const history = [count('2025-01-01', 10), count('2025-08-08', 40)];
    expect(assessTarget({ ...input, target, due: fy2025, history }).reason).toBe('missed, 80\u00a0% attained');
  });

  test('takes a count from before the data as outcome only within a year', () => {
    const count = (on: string, value: number) => ({ label: on, start: on, end: on, value });
    const target = { ...exportsTarget, value: 50, unit: 'count' };
    const on = (end: string) => ({ label: end, start: end, end });
    const assess = (due: string) =>
      assessTarget({ ...input, target, due: on(due), history: [count('2025-08-08', 40)] });
    expect(assess('2025-06-30').reason).toBe('missed, 80\u00a0% attained');
    expect(assess('2024-06-30').reason).toContain('before the data begin');
  });

  test('says when the period is over and unpublished', () => {
    const fy2026 = { label: 'FY2026', start: '2025-07-01', end: '2026-06-30' };
    const { reason, verdict } = assessTarget({ ...input, due: fy2026 });
    expect(reason).toContain('its value is not published');
    expect(verdict).toBe(
      '$15bn by FY2026 is off track: its period is over and the outcome is not published; that it was reached is unlikely, ' +
        'with a probability of 4\u00a0%; the latest value is $3.80bn (FY2025); it had to grow 31.6\u00a0% a year and ' +
        'grew 17.9\u00a0% over the last year, less than that.',
    );
  });

  test('prints a share that is not quite all as less than all', () => {
    const target = { ...exportsTarget, value: 3801 };
    const fy2025 = { label: 'FY2025', start: '2024-07-01', end: '2025-06-30' };
    expect(assessTarget({ ...input, target, due: fy2025 }).reason).toBe('missed, 99.97\u00a0% attained');
  });
});

/** `$3.80bn`, `$324m` and `3,799.999 USD mn` as USD millions. */
function spokenMillions(words: string): number {
  const amount = Number(words.replace(/[^\d.]/g, ''));
  return words.endsWith('bn') ? amount * 1000 : amount;
}

describe('the verdict sentence', () => {
  const rate = fc.double({ min: -0.9, max: 3, noNaN: true });
  const number = String.raw`([\d.,]+(?:e-\d+)?)`;

  test('never says another certainty than its printed probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const { verdict, status } = assessTarget(withProbability(probability));
        const printed =
          Number(new RegExp(`probability of (?:less than |more than )?${number}\u00a0%`).exec(verdict)?.[1]) / 100;
        const { onTrackFrom, atRiskFrom } = probabilityRule;
        const read = printed >= onTrackFrom ? 'on-track' : printed >= atRiskFrom ? 'at-risk' : 'off-track';
        expect(read).toBe(status);
        expect(verdict.includes('is likely')).toBe(status === 'on-track');
        expect(verdict.includes('is unlikely')).toBe(status === 'off-track');
      }),
      { numRuns: 2000 },
    );
  });

  test('never says another direction or size than its printed rates', () => {
    const clause = new RegExp(
      `must (grow|fall) ${number}\u00a0% a year and (grew|fell) ${number}\u00a0% over the last year(.*)\\.$`,
    );
    fc.assert(
      fc.property(rate, rate, (requiredGrowth, achievedGrowth) => {
        fc.pre(requiredGrowth !== 0 && achievedGrowth !== 0);
        const match = clause.exec(assessTarget({ ...input, requiredGrowth, achievedGrowth }).verdict);
        const needed = Number(match?.[2]?.replaceAll(',', ''));
        const achieved = Number(match?.[4]?.replaceAll(',', ''));
        expect(match?.[1]).toBe(requiredGrowth > 0 ? 'grow' : 'fall');
        expect(match?.[3]).toBe(achievedGrowth > 0 ? 'grew' : 'fell');
        const sameWay = match?.[1]?.slice(0, 1) === match?.[3]?.slice(0, 1);
        const size =
          achieved === needed ? ', exactly that pace' : achieved > needed ? ', more than that' : ', less than that';
        expect(match?.[5]).toBe(sameWay ? size : ', the wrong way');
      }),
      { numRuns: 2000 },
    );
  });

  test.each([14_995, 14_999.99, 15_000.01])('tells %d from $15bn in digits', (value) => {
    const { verdict } = assessTarget({ ...input, history: [fiscalYear(2029, 3000), fiscalYear(2030, value)] });
    expect(verdict).not.toContain('the outcome was $15.00bn');
    expect(verdict).toContain(value < 15_000 ? 'was missed' : 'was reached');
  });

  test('never calls a value reached that it prints below the target', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 20_000, noNaN: true }), (value) => {
        const history = [fiscalYear(2029, 3000), fiscalYear(2030, value)];
        const { verdict } = assessTarget({ ...input, history });
        const printed = spokenMillions(/outcome was (\S+(?:\u00a0USD mn)?) \(/.exec(verdict)?.[1] ?? '');
        expect(verdict.includes('was reached')).toBe(printed >= exportsTarget.value);
        expect(verdict.includes('was missed')).toBe(printed < exportsTarget.value);
      }),
      { numRuns: 2000 },
    );
  });
});
