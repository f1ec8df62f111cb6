import { describe, expect, test } from 'vitest';
import { forecastWithGrowth } from '../fit/forecast-with-growth.ts';
import { type AnnualForecast, annualRequest, forecastSettings } from './annual-forecast.ts';
import { type Goal, medianArrival } from './due-outlook.ts';
import { measureSeries } from './measured-series.ts';
import { monthlyExports } from './monthly-exports.fixture.ts';

const { indicator, report, earlierYears, documents } = monthlyExports;

describe('the year of arrival', () => {
  const known = [...earlierYears, report('Jul–Apr FY2026', 3700)];
  const series = measureSeries(indicator, known, documents, '2026-12-31');
  const annual = forecastOf();
  const goal = (value: number): Goal => ({ fiscalYear: 2030, value, direction: 'up' });

  function forecastOf(): AnnualForecast {
    const request = annualRequest(series, 2030, forecastSettings);
    const forecast = request && forecastWithGrowth(request);
    if (forecast?.kind !== 'forecast') throw new Error('the fixture cannot be forecast');
    return { firstYear: 2027, forecast };
  }

  test('is the year in progress where its landing more likely than not reaches the goal', () => {
    const { landing } = series;
    expect(landing?.median).toBeGreaterThan(4400);
    expect(medianArrival(annual, goal(4400), landing)).toBe(2026);
    expect(medianArrival(annual, goal(4700), landing)).toBeGreaterThanOrEqual(2027);
  });

  test('is counted on the paths where no landing is known', () => {
    expect(medianArrival(annual, goal(4400), null)).toBe(2027);
    expect(medianArrival(annual, goal(1e9), null)).toBeNull();
  });
});
