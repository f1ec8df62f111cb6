import { probabilityAtDate } from '@hadaf/models';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { packEvidence, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { Figure } from '../report.ts';
import { growingPath } from '../scenario/central-path.ts';
import { conditionedForecast } from '../scenario/conditioned-forecast.ts';
import { whatItTakes } from './what-it-takes.ts';

const goal = { fiscalYear: 2030, value: 15_000, direction: 'up' as const };
let evidence: TargetEvidence;

beforeAll(async () => {
  evidence = packEvidence(await readBundledPack(), 'T01', '2026-11-22');
});

function solved() {
  const { series, annual } = evidence;
  if (!series?.landing || !annual) throw new Error('T01 has a forecast');
  const figures = new Map(whatItTakes(series, annual, goal).map((figure) => [figure.label, figure]));
  return { figures, series, forecast: annual.forecast, annual, origin: series.landing.median };
}

describe('what even odds of $15bn would take', () => {
  const step = 4;

  test('in growth: paths lifted by it reach the target half of the time', () => {
    const { figures, forecast, origin } = solved();
    const growth = (figures.get('Growth for even odds')?.value ?? 0) / 100;
    const lift = (origin * (1 + growth) ** step) / (forecast.median[step - 1] ?? 1);
    const lifted = { ...forecast, paths: forecast.paths.map((value) => value * lift) };
    expect(probabilityAtDate(lifted, step, goal.value)).toBeCloseTo(0.5, 2);
  });

  test('in an amount a year: paths that gain it reach the target half of the time', () => {
    const { figures, forecast } = solved();
    const amount = figures.get('Added amount a year for even odds')?.value ?? 0;
    const raised = { ...forecast, paths: forecast.paths.map((value) => value + step * amount) };
    expect(probabilityAtDate(raised, step, goal.value)).toBeCloseTo(0.5, 2);
  });

  test('in time: beyond a short forecast it says so, and a smaller goal has its year', () => {
    const { series, annual, figures } = solved();
    expect(figures.get('Date of even odds')).toMatchObject({ value: null, note: expect.stringContaining('beyond') });
    const near = whatItTakes(series, annual, { ...goal, value: 5300 });
    const found = near.find(({ label }) => label === 'Date of even odds');
    expect(found?.note).toContain('the expected year of arrival also counts those there before');
    const date = found?.value ?? 0;
    expect(annual.forecast.median[date - annual.firstYear] ?? 0).toBeGreaterThanOrEqual(5300);
    expect(annual.forecast.median[date - annual.firstYear - 1] ?? 0).toBeLessThan(5300);
  });

  test('is said in the words of its unit, and of one year by its name', () => {
    const { series, annual, figures } = solved();
    const amount = (of: readonly Figure[]) => of.find(({ label }) => label === 'Added amount a year for even odds');
    expect(amount([...figures.values()])).toMatchObject({
      period: 'each of 4 years to FY2030',
      note: expect.stringMatching(/; \$\d+\.\d\dbn in FY2030$/),
    });
    const next = whatItTakes(series, annual, { ...goal, fiscalYear: annual.firstYear });
    expect(amount(next)?.period).toBe(`FY${annual.firstYear}`);
  });

  test('is not said of a year the forecast does not cover', () => {
    const { series, annual } = solved();
    expect(whatItTakes(series, annual, { ...goal, fiscalYear: 2060 })).toEqual([]);
    expect(whatItTakes(series, null, goal)).toEqual([]);
  });
});

/** 2,048 paths: a count is told to a path, and the published median lies within a few paths of theirs. */
describe('what any probability of any goal would take', () => {
  const tolerance = 0.005;
  const wanted = fc.record({
    value: fc.double({ min: 1_500, max: 80_000, noNaN: true }),
    step: fc.integer({ min: 1, max: 4 }),
    probability: fc.constantFrom(0.1, 0.25, 0.5, 0.66, 0.9),
    direction: fc.constantFrom('up' as const, 'down' as const),
  });

  function solvedFor(
    probability: number,
    { value, step, direction }: { value: number; step: number; direction: 'up' | 'down' },
  ) {
    const { series, annual, origin } = solved();
    const own = { value, direction, fiscalYear: annual.firstYear + step - 1 };
    const [growth, amount, date] = whatItTakes(series, annual, own, probability).map((figure) => figure.value);
    const { horizon } = annual.forecast;
    /** P of the goal under conditions, `step` years ahead. */
    const reached = (conditions: Partial<Parameters<typeof conditionedForecast>[1]>, ahead = step) => {
      const none = { central: null, amounts: new Float64Array(horizon), cap: null };
      const { forecast } = conditionedForecast(annual, { ...none, ...conditions });
      const above = probabilityAtDate(forecast, ahead, value);
      return direction === 'up' ? above : 1 - above;
    };
    return {
      growth,
      amount,
      date,
      reached,
      horizon,
      firstYear: annual.firstYear,
      label: series.landing?.label ?? '',
      origin,
    };
  }

  test('in growth or in an amount: put back into the forecast it gives that probability', () => {
    fc.assert(
      fc.property(wanted, ({ probability, ...goal }) => {
        const { growth, amount, reached, horizon, origin, label } = solvedFor(probability, goal);
        const central = growingPath([growth ?? Number.NaN], { value: origin, label }, horizon);
        expect(Math.abs(reached({ central }) - probability)).toBeLessThanOrEqual(tolerance);
        const amounts = Float64Array.from({ length: horizon }, (_, h) => (h + 1) * (amount ?? Number.NaN));
        expect(Math.abs(reached({ amounts }) - probability)).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  test('in time: the first year that has it, or beyond the forecast', () => {
    fc.assert(
      fc.property(wanted, ({ probability, ...goal }) => {
        const { date, reached, horizon, firstYear } = solvedFor(probability, goal);
        const last = date === null || date === undefined ? horizon : date - firstYear;
        for (let ahead = 1; ahead <= last; ahead += 1) expect(reached({}, ahead)).toBeLessThan(probability + tolerance);
        if (typeof date === 'number') expect(reached({}, last + 1)).toBeGreaterThan(probability - tolerance);
      }),
    );
  });

  test('is more for a higher probability', () => {
    fc.assert(
      fc.property(wanted, fc.double({ min: 0.02, max: 0.09, noNaN: true }), ({ probability, ...goal }, more) => {
        const [less, higher] = [solvedFor(probability, goal), solvedFor(probability + more, goal)];
        const sign = goal.direction === 'up' ? 1 : -1;
        expect(sign * ((higher.growth ?? 0) - (less.growth ?? 0))).toBeGreaterThan(-1e-6);
        expect(sign * ((higher.amount ?? 0) - (less.amount ?? 0))).toBeGreaterThan(-1);
        expect(higher.date ?? 9999).toBeGreaterThanOrEqual(less.date ?? 9999);
      }),
    );
  });

  test.each([0, -500])('says why no growth leads to %d, and still has an amount', (value) => {
    const { series, annual } = solved();
    const [growth, amount] = whatItTakes(series, annual, { ...goal, value, direction: 'down' });
    expect([growth?.value, (growth?.note ?? '').length > 5]).toEqual([null, true]);
    expect(amount?.value).toBeLessThan(0);
  });
});
