import { type Pack, scenarioSpecification } from '@hadaf/packs';
import type { ScenarioSpecification } from '@hadaf/targets';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessOne } from '../assess/assess-one.ts';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { evaluateScenario } from './evaluate-scenario.ts';
import { savedScenario, scenarioEvidence } from './scenario.fixture.ts';
import type { ScenarioEvidence } from './scenario-evidence.ts';
import type { ScenarioReport } from './scenario-report.ts';

const asOf = '2026-11-22';
let pack: Pack;
let exports: ScenarioEvidence;

beforeAll(async () => {
  pack = await readBundledPack();
  exports = scenarioEvidence(pack, 'T01', asOf);
});

const ask = (specification: ScenarioSpecification): Promise<ScenarioReport> =>
  evaluateScenario(savedScenario('T01', specification), exports);

const medians = ({ periods }: ScenarioReport) => periods.map(({ median }) => median);

describe('a scenario of $15bn', () => {
  test('without an effect is the published forecast to the bit', async () => {
    const { base, outcome, difference } = await ask({ cap: 1e9 });
    const published = assessOne(exports).report;
    expect(base?.probability).toEqual(published.probability);
    expect(base?.median).toBe(published.figures.find(({ label }) => label === 'Expected value')?.value);
    expect(outcome).toEqual(base);
    expect(difference).toEqual({ atDate: 0, byDate: 0, median: 0 });
  });

  test('moves the middle along a stated growth path from where the forecast starts', async () => {
    const origin = exports.series?.landing?.median ?? 0;
    const [, first, second, third] = medians(await ask({ growth: [20, 30] }));
    expect(first).toBeCloseTo(origin * 1.2, 6);
    expect(second).toBeCloseTo(origin * 1.2 * 1.3, 6);
    expect(third).toBeCloseTo(origin * 1.2 * 1.3 ** 2, 6);
  });

  test('reaches even odds at the growth that even odds take', async () => {
    const takes = assessOne(exports).report.whatItTakes.find(({ label }) => label === 'Growth for even odds');
    const { outcome } = await ask({ growth: [takes?.value ?? 0] });
    expect(outcome?.probability?.atDate).toBeCloseTo(0.5, 2);
    expect(outcome?.arrival).toBe('FY2030');
  });

  test('keeps the ratio of every quantile to the median on another path', async () => {
    const ratios = ({ periods }: ScenarioReport) =>
      periods.slice(1).map(({ median, intervals }) => intervals.map(({ upper }) => upper / median));
    const [before, after] = [ratios(await ask({ cap: 1e9 })), ratios(await ask({ growth: [25] }))];
    for (const [i, row] of before.entries()) {
      for (const [k, ratio] of row.entries()) expect(after[i]?.[k]).toBeCloseTo(ratio, 9);
    }
  });

  test('multiplies the growth of every year', async () => {
    const [origin = 0, first = 0] = medians(await ask({ cap: 1e9 }));
    expect(medians(await ask({ acceleration: 2 }))[1]).toBeCloseTo(origin * (1 + 2 * (first / origin - 1)), 6);
    expect(medians(await ask({ acceleration: 1 }))[1]).toBeCloseTo(first, 6);
  });

  test('holds every year below a cap', async () => {
    const { periods, outcome } = await ask({ growth: [40], cap: 9000 });
    expect(Math.max(...periods.slice(1).flatMap(({ intervals }) => intervals.map(({ upper }) => upper)))).toBe(9000);
    expect(outcome?.probability?.atDate).toBe(0);
    expect(outcome?.probability?.byDate).toBeLessThan(1e-4); // FY2026 lands on its own
    expect(outcome?.arrival).toBeNull();
  });

  test.each([
    [
      { lines: [{ label: 'x', amount: -99_999_999, from: '2027' }] },
      /takes away more than there is: .* FY2027 would be −\$/,
    ],
    [{ formula: '1e300' }, /grows beyond all measure: the middle of FY2027 would be 1e\+300/],
    [{ growth: [1000] }, /grows beyond all measure/],
    [{ formula: '-t' }, /no positive value/],
    [{ lines: [{ label: 'x', amount: 1, from: '9999' }], delays: [{ of: 'x', months: 18 }] }, /beyond every forecast/],
  ])('refuses what cannot be: %j', async (assumed, reason) => {
    expect(await ask(assumed)).toMatchObject({ outcome: null, reason: expect.stringMatching(reason) });
  });

  test('answers any question that can be written with finite numbers or a reason, never a fault', async () => {
    const number = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(0.5, 1, 12, 25, 99, 9_000, 1e-300, 1e17, -50, -1e17) },
      { weight: 1, arbitrary: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e308, -0)) },
    );
    const from = fc.constantFrom('FY2027', '2027', '2026-02-30', '2027-12-31', '9999', '0001-01-01', '2030-13', 'soon');
    const times = fc.constantFrom('once' as const, 'yearly' as const);
    const key = fc.constantFrom('__proto__', 'constructor', 'T01', 'T44', 'x');
    const middle = fc.oneof(
      fc.record({ growth: fc.array(number, { minLength: 1, maxLength: 2 }) }),
      fc.record({ acceleration: number }),
      fc.record({
        formula: fc.constantFrom('t', 'forecast*1.5', '1/(t-t)', 'log(-t)', 'constructor', 't.x', '(', '1e309'),
      }),
      fc.constant({}),
    );
    const lines = fc.array(fc.record({ label: key, amount: number, from, times }), { minLength: 1, maxLength: 2 });
    const delays = fc.array(fc.record({ of: key, months: fc.nat(700) }), { minLength: 1, maxLength: 2 });
    const rest = fc.oneof(
      fc.record({ cap: number }),
      fc.record({ lines }),
      fc.record({ lines, delays }),
      fc.record({ probability: fc.constantFrom(0.01, 0.5, 0.99, 0, 1) }),
    );
    const question = fc.tuple(middle, rest).map(([one, other]) => ({ ...one, ...other }));
    const seen = { answered: 0, refused: 0, unreadable: 0 };
    await fc.assert(
      fc.asyncProperty(question, async (assumed) => {
        const parsed = scenarioSpecification.safeParse(assumed);
        seen.unreadable += Number(!parsed.success);
        if (!parsed.success) return;
        const { reason, outcome, periods } = await ask(parsed.data);
        seen[reason === null ? 'answered' : 'refused'] += 1;
        expect((reason === null) === (outcome !== null)).toBe(true);
        expect(periods.every(({ median }) => Number.isFinite(median))).toBe(true);
        expect(outcome?.probability?.atDate ?? 0.5).toBeGreaterThanOrEqual(0);
        expect(outcome?.probability?.atDate ?? 0.5).toBeLessThanOrEqual(1);
      }),
      { numRuns: 600 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  test('adds a yearly line from its day and a single one in its year', async () => {
    const plain = medians(await ask({ cap: 1e9 }));
    const yearly = medians(await ask({ lines: [{ label: 'park', amount: 70, from: '2027-12-31' }] }));
    const once = medians(await ask({ lines: [{ label: 'sale', amount: 70, from: 'FY2028', times: 'once' }] }));
    const gains = (years: number[]) => years.map((value, i) => value - (plain[i] ?? 0));
    // FY2026 and 2027 nothing; 183 of the 366 days of FY2028 are left on 31 December 2027
    expect(gains(yearly)).toEqual([
      0,
      0,
      expect.closeTo((70 * 183) / 366, 6),
      expect.closeTo(70, 6),
      expect.closeTo(70, 6),
    ]);
    expect(gains(once)).toEqual([0, 0, expect.closeTo(70, 6), 0, 0]);
  });

  test('takes what a park brings from the claims, and moves it with the date', async () => {
    const line = { effect: 'T53', opening: 'T43' };
    const plain = medians(await ask({ cap: 1e9 }));
    const told = await ask({ lines: [line] });
    const late = await ask({ lines: [line], delays: [{ of: 'T43', months: 24 }] });
    const gain = (report: ScenarioReport) => medians(report).map((value, i) => value - (plain[i] ?? 0));
    expect(gain(told)).toEqual([
      0,
      0,
      expect.closeTo((90 * 182) / 366, 6),
      expect.closeTo(90, 6),
      expect.closeTo(90, 6),
    ]);
    expect(gain(late)).toEqual([0, 0, 0, 0, expect.closeTo((90 * 181) / 365, 6)]);
    expect(told.assumes).toEqual(['$90m a year from 1 Jan 2028 (T53, T43)']);
    expect(told.citations.map(({ agency }) => agency)).toEqual(['MoITT']);
  });

  test('opens a park whose dates have passed as soon as can be, and says so', async () => {
    const { assumes } = await ask({ lines: [{ effect: 'T54', opening: 'T44' }] });
    expect(assumes[0]).toMatch(
      /^\$70m a year from 23 Nov 2026, the soonest possible: .* the newest date given, has passed/,
    );
  });

  test('lets the revenue of the centres grow with their plan', async () => {
    const plain = medians(await ask({ cap: 1e9 }));
    const { periods, assumes } = await ask({
      lines: [{ effect: 'T35b', opening: 'T30' }],
      delays: [{ of: 'T30', months: 12 }],
    });
    expect(periods.map(({ median }, i) => median - (plain[i] ?? 0))).toEqual([
      0,
      expect.closeTo(20 * (150 / 250), 1),
      expect.closeTo(20, 6),
      expect.closeTo(20, 6),
      expect.closeTo(20, 6),
    ]);
    expect(assumes[0]).toContain('whole by 30 Jun 2028, 12 months late');
  });

  test('gives a delayed target its later date', async () => {
    const { base, outcome, difference } = await ask({ delays: [{ of: 'T01', months: 36 }] });
    expect([base?.due, outcome?.due]).toEqual(['FY2030', 'FY2033']);
    expect(outcome?.probability?.byDate).toBeGreaterThan(base?.probability?.byDate ?? 1);
    expect(difference.median).toBeNull();
  });

  test('follows a stated formula, and one fitted to the values', async () => {
    const stated = medians(await ask({ formula: 'forecast * 1.1' }));
    const plain = medians(await ask({ cap: 1e9 }));
    expect(stated[4]).toBeCloseTo((plain[4] ?? 0) * 1.1, 6);
    const fitted = await ask({ formula: 'a + b*(t - 2020)' });
    expect(fitted.assumes).toEqual(['the middle follows a + b*(t - 2020), fitted to the yearly values']);
    expect(medians(fitted)[4]).toBeGreaterThan(3800);
  });

  test('says what another probability would take', async () => {
    const { whatItTakes } = await ask({ probability: 0.66 });
    const [growth, amount] = whatItTakes.map(({ value }) => value ?? 0);
    expect(whatItTakes[0]?.label).toBe('Growth for a probability of 66\u00a0%');
    expect((await ask({ growth: [growth ?? 0] })).outcome?.probability?.atDate).toBeCloseTo(0.66, 2);
    const line = (year: number) => ({ label: `${year}`, amount: amount ?? 0, from: `FY${year}` });
    const raised = await ask({ lines: [2027, 2028, 2029, 2030].map(line) });
    expect(raised.outcome?.probability?.atDate).toBeCloseTo(0.66, 2);
  });

  test('answers the same question with the same bytes', async () => {
    const question: ScenarioSpecification = { growth: [25], lines: [{ effect: 'T53', opening: 'T43' }], cap: 20_000 };
    expect(JSON.stringify(await ask(question))).toBe(JSON.stringify(await ask(question)));
  });
});

describe('a scenario that cannot be answered says why', () => {
  test.each<[string, ScenarioSpecification, string]>([
    ['a cap below what was reached', { cap: 3000 }, 'the cap of $3bn lies below $4.66bn in FY2026'],
    [
      'a line before the data end',
      { lines: [{ label: 'old', amount: 5, from: '2024' }] },
      '“old” begins on 1 Jul 2023, before the forecast does (1 Jul 2026)',
    ],
    [
      'a line from no period',
      { lines: [{ label: 'park', amount: 5, from: 'soon' }] },
      '“soon” names no period; write a fiscal year',
    ],
    ['a claim nobody made', { lines: [{ effect: 'T999', opening: 'T43' }] }, 'no claim T999 was known'],
    ['jobs added to exports', { lines: [{ effect: 'T51', opening: 'T43' }] }, 'is in count, the series in USD mn'],
    ['an opening without a date', { lines: [{ effect: 'T53', opening: 'T08' }] }, 'no date was ever given for T08'],
    [
      'a delay of nothing',
      { delays: [{ of: 'Lahore', months: 3 }] },
      'nothing here is called “Lahore”; a delay may be of: T01',
    ],
    ['a formula that is none', { formula: '3800 *' }, 'the formula 3800 * cannot be used'],
    ['an unsafe formula', { formula: 'import("fs")' }, 'cannot be used'],
    ['a formula that mixes parameters and the forecast', { formula: 'a * forecast' }, 'a has no value here'],
    ['a formula that turns negative', { formula: '2000 - t' }, 'it has no positive value in FY2027'],
    ['a formula the data cannot fix', { formula: 'a + b + t' }, 'cannot be used'],
  ])('%s', async (_, specification, reason) => {
    const report = await ask(specification);
    expect(report.reason).toContain(reason);
    expect([report.outcome, report.base, report.periods]).toEqual([null, null, []]);
  });

  test.each([
    ['T43', 'an event has a date and no forecast'],
    ['T02', 'it cannot be measured'],
    ['T20', 'its period is over: FY2025 is reported'],
    ['T08', 'the target states no date'],
  ])('of %s: %s', async (targetId, reason) => {
    const report = await evaluateScenario(
      savedScenario(targetId, { growth: [20] }),
      scenarioEvidence(pack, targetId, asOf),
    );
    expect(report.reason).toContain(reason);
  });

  test('a year in progress has landed already: only its own odds are told', async () => {
    const report = await evaluateScenario(savedScenario('T15', { growth: [90] }), scenarioEvidence(pack, 'T15', asOf));
    expect(report.reason).toContain('FY2026 is in progress');
  });

  test('a falling path lowers the odds and is no error', async () => {
    const { outcome, reason } = await ask({ growth: [-20] });
    expect(reason).toBeNull();
    expect(outcome?.probability?.atDate).toBe(0);
    expect(outcome?.median).toBeLessThan(3000);
  });
});

describe('a scenario of the 250 centres', () => {
  const centres = (specification: ScenarioSpecification) =>
    evaluateScenario(savedScenario('T30', specification), scenarioEvidence(pack, 'T30', asOf));

  test('finishes as assessed where nothing changes, and sooner at twice the pace', async () => {
    const { base, outcome } = await centres({ acceleration: 2 });
    expect(base?.arrival).toBe('24 Aug 2028, 421 days late');
    expect(outcome?.arrival).toBe('15 Feb 2027, 135 days early');
  });

  test('needs less time with units added, and is less late against later milestones', async () => {
    const added = await centres({ lines: [{ label: 'Punjab', amount: 45, from: '2027-01-01', times: 'once' }] });
    expect(added.outcome?.arrival).toMatch(/^\d+ \w+ 2027|2028/);
    const late = await centres({ delays: [{ of: 'T30', months: 12 }] });
    expect([late.base?.due, late.outcome?.due]).toEqual(['30 Jun 2027', '30 Jun 2028']);
    expect([late.base?.arrival, late.outcome?.arrival]).toEqual([
      '24 Aug 2028, 421 days late',
      '24 Aug 2028, 55 days late',
    ]);
  });

  test.each<[ScenarioSpecification, string]>([
    [{ growth: [20] }, 'growth has no meaning for a roll-out'],
    [{ cap: 20 }, 'cap has no meaning for a roll-out'],
    [{ lines: [{ label: 'x', amount: 5, from: '2027-01-01' }] }, 'units are added to a roll-out once'],
  ])('refuses %j', async (specification, reason) => {
    expect((await centres(specification)).reason).toContain(reason);
  });
});
