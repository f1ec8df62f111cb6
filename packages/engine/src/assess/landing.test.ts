import { counterRng } from '@hadaf/numerics';
import { describe, expect, test } from 'vitest';
import { fiscalYears } from '../verdict/fiscal-years.ts';
import { annualRequest, forecastSettings } from './annual-forecast.ts';
import {
  estimateLanding,
  type Landing,
  landingInterval,
  landingLogDeviation,
  landingProbability,
  landingQuantile,
} from './landing.ts';
import { type MeasuredSeries, measureSeries } from './measured-series.ts';
import { monthlyExports } from './monthly-exports.fixture.ts';

const { indicator, report, earlierYears, documents } = monthlyExports;
const asOf = '2026-12-31';

/** The figure of where FY2026, over on that day, lands. */
const landedOf = (series: MeasuredSeries) =>
  fiscalYears({ series, annual: null, goal: null, isOpen: false, releases: [] }).endedYear.find(
    ({ label }) => label === 'Where the ended year lands',
  );

describe('a year whose twelve months are all known', () => {
  const months = [report('Jul–May FY2026', 4160), report('Jun 2026', 360)];
  const series = measureSeries(indicator, [...earlierYears, ...months], documents, asOf);

  test('lands on their sum, with their rounding only', () => {
    const { landing, years } = series;
    expect(years.at(-1)?.label).toBe('FY2025');
    expect(landing).toMatchObject({ label: 'FY2026', median: 4520, months: 12, precedents: 0 });
    if (!landing) return;
    expect(landingQuantile(landing, 0.9) - landingQuantile(landing, 0.1)).toBeLessThan(2);
    expect(landingProbability(landing, 4500, 'up')).toBeGreaterThan(0.999);
    expect(landingProbability(landing, 4530, 'up')).toBeLessThan(0.001);
  });

  test('is called a sum, not a reported total', () => {
    const landed = landedOf(series);
    expect(landed?.basis).toContain('sum of all twelve months');
    expect(landed?.note).toMatch(/^no total is reported; /);
  });

  test('of exact months reaches what it equals', () => {
    const exact = [report('Jul–May FY2026', 4160, 0), report('Jun 2026', 360, 0)];
    const { landing } = measureSeries(indicator, [...earlierYears, ...exact], documents, asOf);
    expect(landing && landingProbability(landing, 4520, 'up')).toBe(1);
    expect(landing && landingProbability(landing, 4520, 'down')).toBe(1);
    expect(landing && landingProbability(landing, 4521, 'up')).toBe(0);
  });
});

test('the interval is told in words a reader knows', () => {
  const series = measureSeries(indicator, [...earlierYears, report('Jul–Apr FY2026', 3700)], documents, asOf);
  const landed = landedOf(series);
  expect(landed?.note).toMatch(/^estimate; 80 % interval \$4\.\d\dbn to \$4\.\d\dbn$/);
});

const unfinished = measureSeries(indicator, [...earlierYears, report('Jul–Apr FY2026', 3700)], documents, asOf);

/** The landing of a year of which 1,000 is known, from `n` earlier years with normal log ratios; and its true total. */
function drawnYear(n: number, normal: () => number): { readonly landing: Landing | null; readonly total: number } {
  const ratio = () => 0.2 + 0.03 * normal();
  const { inProgress } = unfinished;
  if (!inProgress) throw new Error('the fixture has no year in progress');
  const landingRatios = Array.from({ length: n }, ratio);
  const landing = estimateLanding({ ...inProgress, value: 1000, halfWidth: 0, landingRatios });
  return { landing, total: 1000 * Math.exp(ratio()) };
}

describe('the distribution of the landing', () => {
  // with a normal quantile the same draws were covered 67 to 73 %; the error of 20,000 draws is 0.3 points
  test.each([3, 4, 5])('covers nominally from %d earlier years', (n) => {
    const draws = 20_000;
    const rng = counterRng('landing', n);
    let covered = 0;
    for (let i = 0; i < draws; i += 1) {
      const { landing, total } = drawnYear(n, () => rng.normal());
      const [lower, upper] = landing ? landingInterval(landing, 0.8) : [0, 0];
      if (lower <= total && total <= upper) covered += 1;
    }
    expect(Math.abs(covered / draws - 0.8)).toBeLessThan(0.01);
  });

  test('gives the probability its quantiles stand for, either way', () => {
    const { landing } = unfinished;
    if (!landing) throw new Error('no landing');
    for (const level of [0.025, 0.1, 0.5, 0.9]) {
      expect(landingProbability(landing, landingQuantile(landing, level), 'down')).toBeCloseTo(level, 12);
      expect(landingProbability(landing, landingQuantile(landing, level), 'up')).toBeCloseTo(1 - level, 12);
    }
  });

  // by hand: √(ν ÷ (ν − 2)), √2 and √3, for four and three degrees; 4.302653 ÷ 1.959964 for two
  test.each([
    [4, Math.SQRT2],
    [3, 1.732051],
    [2, 2.195271],
    [Number.POSITIVE_INFINITY, 1],
  ])('with %d degrees of freedom the paths deviate %d times its scale', (degreesOfFreedom, expected) => {
    const { landing } = unfinished;
    if (!landing) throw new Error('no landing');
    expect(landingLogDeviation({ ...landing, logScale: 1, degreesOfFreedom })).toBeCloseTo(expected, 5);
  });

  test('reaches the forecast with that deviation', () => {
    const { landing } = unfinished;
    const request = annualRequest(unfinished, 2030, forecastSettings);
    expect(landing?.degreesOfFreedom).toBe(3);
    expect(request?.logStandardDeviations?.at(-1)).toBeCloseTo((landing?.logScale ?? 0) * Math.sqrt(3), 12);
  });
});
