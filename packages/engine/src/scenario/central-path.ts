import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { SeriesOrigin } from '../verdict/what-it-takes.ts';
import { ScenarioRefusal } from './refusal.ts';

/** Constant or changing growth from where the forecast starts; the last rate holds for the years after. */
export function growingPath(growth: readonly number[], { value }: SeriesOrigin, horizon: number): Float64Array {
  const path = new Float64Array(horizon);
  let level = value;
  for (let h = 0; h < horizon; h++) {
    level *= 1 + (growth[h] ?? growth.at(-1) ?? 0) / 100;
    path[h] = level;
  }
  return path;
}

/** The median's own growth of every year, times a factor. */
export function acceleratedPath(factor: number, { value }: SeriesOrigin, { forecast }: AnnualForecast): Float64Array {
  const path = new Float64Array(forecast.horizon);
  let [level, before] = [value, value];
  for (const [h, median] of forecast.median.entries()) {
    level *= 1 + factor * (median / before - 1);
    if (!(level > 0)) throw new ScenarioRefusal(`the forecast falls, and ${factor} times its fall passes zero`);
    path[h] = level;
    before = median;
  }
  return path;
}
