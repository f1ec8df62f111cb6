import { probabilityAtDate } from '@hadaf/models';
import { beforeAll, describe, expect, test } from 'vitest';
import { packEvidence, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { Figure } from '../report.ts';
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
