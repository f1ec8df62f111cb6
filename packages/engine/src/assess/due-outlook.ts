import { arrivalDistribution, forecastLevels, probabilityAtDate, probabilityByDate } from '@hadaf/models';
import { counted } from '@hadaf/series';
import type { CalibratedProbability } from '@hadaf/targets';
import type { AnnualForecast } from './annual-forecast.ts';
import { forecastPeriod } from './annual-forecast.ts';
import { type Landing, landingProbability, landingQuantile } from './landing.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** The levels of the 0.5, 0.8 and 0.95 intervals and the median. */
const shownCoverages = [0.5, 0.8, 0.95] as const;

/** One future period of the forecast, as charts and tables show it. */
export interface OutlookPeriod {
  readonly fiscalYear: number;
  readonly label: string;
  readonly end: string;
  readonly median: number;
  readonly intervals: readonly {
    readonly level: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

function coverageIntervals(quantile: (level: number) => number): OutlookPeriod['intervals'] {
  return shownCoverages.map((level) => ({
    level,
    lower: quantile((1 - level) / 2),
    upper: quantile((1 + level) / 2),
  }));
}

function nearestLevel(level: number): number {
  return forecastLevels.findIndex((known) => Math.abs(known - level) < 1e-9);
}

/** The year in progress, where it can be estimated, then every forecast year. */
export function outlookPeriods(series: MeasuredSeries, annual: AnnualForecast | null): OutlookPeriod[] {
  const { landing } = series;
  const landed = landing
    ? [
        {
          fiscalYear: landing.fiscalYear,
          ...forecastPeriod(series, 0),
          median: landing.median,
          intervals: coverageIntervals((level) => landingQuantile(landing, level)),
        },
      ]
    : [];
  if (!annual) return landed;
  const { forecast, firstYear } = annual;
  const width = forecast.levels.length;
  const ahead = Array.from({ length: forecast.horizon }, (_, h) => ({
    fiscalYear: firstYear + h,
    ...forecastPeriod(series, h + 1),
    median: forecast.median[h] ?? Number.NaN,
    intervals: coverageIntervals((level) => forecast.quantiles[h * width + nearestLevel(level)] ?? Number.NaN),
  }));
  return [...landed, ...ahead];
}

/** A threshold a series is to reach in a fiscal year. */
export interface Goal {
  readonly fiscalYear: number;
  readonly value: number;
  readonly direction: 'up' | 'down';
}

/**
 * P(goal) at the date and by the date.
 *
 * The year in progress has its own distribution; years after it are counted on the paths. By the date is at least each
 * of the two: the paths do not carry the draw of the year in progress they started from.
 */
export function goalProbability(
  series: MeasuredSeries,
  annual: AnnualForecast | null,
  goal: Goal,
): CalibratedProbability {
  const { landing } = series;
  const landed = landing ? landingProbability(landing, goal.value, goal.direction) : 0;
  if (landing && goal.fiscalYear === landing.fiscalYear) return { kind: 'known', atDate: landed, byDate: landed };
  if (!annual)
    return {
      kind: 'none',
      reason: `only ${counted(series.years.length, 'yearly value is', 'yearly values are')} known, too few to forecast`,
    };
  const step = goal.fiscalYear - annual.firstYear + 1;
  if (step > annual.forecast.horizon) return { kind: 'none', reason: 'it falls due beyond the forecast horizon' };
  if (step < 1)
    return {
      kind: 'none',
      reason: 'its year is over and the total is neither published nor estimable',
    };
  const atDate = probabilityAtDate(annual.forecast, step, goal.value, goal.direction);
  const byDate = probabilityByDate(annual.forecast, step, goal.value, goal.direction);
  return { kind: 'known', atDate, byDate: Math.max(byDate, landed) };
}

/**
 * The first fiscal year by which the goal is reached with a probability of one half: the year in progress where its
 * landing is that likely to reach it, else counted on the paths; null where that lies beyond the horizon.
 *
 * @param landing  of the year before the paths' first, where it can be estimated
 */
export function medianArrival(annual: AnnualForecast, goal: Goal, landing: Landing | null): number | null {
  if (landing && landingProbability(landing, goal.value, goal.direction) >= 0.5) return landing.fiscalYear;
  let reached = 0;
  for (const [h, share] of arrivalDistribution(annual.forecast, goal.value, goal.direction).entries()) {
    reached += share;
    if (reached >= 0.5) return annual.firstYear + h;
  }
  return null;
}
