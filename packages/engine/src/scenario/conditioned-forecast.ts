import { cappedPaths, type PathSet, pathsAlong, pathsWithAddedLine } from '@hadaf/models';
import type { AnnualForecast } from '../assess/annual-forecast.ts';

/** What is done to a forecast, in this order: its middle moved, amounts added, a cap laid over it. */
export interface Conditions {
  /** Where the median is moved to, one value a year; null leaves it. */
  readonly central: Float64Array | null; // horizon
  readonly amounts: Float64Array; // horizon
  readonly cap: number | null;
}

/**
 * The forecast under conditions. Each step of every path goes through one rising function, so quantiles and median go
 * through it exactly: nothing is drawn again, and a forecast without conditions is returned to the bit.
 */
export function conditionedForecast({ firstYear, forecast }: AnnualForecast, conditions: Conditions): AnnualForecast {
  const { horizon, median, levels } = forecast;
  const apply = (set: PathSet): PathSet => {
    const moved = conditions.central ? pathsAlong(set, median, conditions.central) : set;
    const raised = pathsWithAddedLine(moved, conditions.amounts);
    return conditions.cap === null ? raised : cappedPaths(raised, conditions.cap);
  };
  const byLevel = turned(forecast.quantiles, levels.length);
  return {
    firstYear,
    forecast: {
      ...forecast,
      median: apply({ paths: median, horizon }).paths,
      quantiles: turned(apply({ paths: byLevel, horizon }).paths, horizon),
      paths: apply(forecast).paths,
    },
  };
}

/** Rows as columns. */
function turned(values: Float64Array, columns: number): Float64Array {
  const rows = values.length / columns;
  return Float64Array.from(values, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? Number.NaN);
}
