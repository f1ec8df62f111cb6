import {
  bassGrowth,
  type Calibration,
  dampedTrend,
  exponentialGrowth,
  exponentialSmoothingWithDrift,
  type ForecastRequest,
  type ForecastResult,
  forecastLevels,
  forecastSeries,
  gompertzGrowth,
  holt,
  logDampedTrend,
  logisticGrowth,
  logOptimisedTheta,
  logRandomWalkWithDrift,
  logTheta,
  type Model,
  naive,
  optimisedTheta,
  pathQuantiles,
  piecewiseGrowth,
  randomWalkWithDrift,
  randomWalkWithShrunkDrift,
  richardsGrowth,
  simpleExponentialSmoothing,
  theta,
} from '@hadaf/models';
import { counterRng } from '@hadaf/numerics';
import { forecastWithGrowth } from '../fit/forecast-with-growth.ts';

/** What one contestant said from one origin. */
export type ContestantForecast =
  | {
      readonly kind: 'forecast';
      readonly point: Float64Array; // horizon
      readonly quantiles: Float64Array; // horizon × forecastLevels, row-major
    }
  | { readonly kind: 'unfit'; readonly reason: string };

export interface Question {
  readonly seriesId: string;
  readonly values: Float64Array; // n
  readonly horizon: number;
  readonly seed: number;
  readonly paths: number;
  readonly logStandardDeviations: Float64Array; // n
  /** Learned from what was known at the origin. */
  readonly calibration: Calibration;
}

export const combinationName = 'combination (published)';
export const benchmarkName = randomWalkWithDrift.name;

const models: readonly Model[] = [
  naive,
  randomWalkWithDrift,
  randomWalkWithShrunkDrift,
  logRandomWalkWithDrift,
  simpleExponentialSmoothing,
  exponentialSmoothingWithDrift,
  holt,
  dampedTrend,
  logDampedTrend,
  theta,
  logTheta,
  optimisedTheta,
  logOptimisedTheta,
  exponentialGrowth,
  logisticGrowth,
  gompertzGrowth,
  richardsGrowth,
  bassGrowth,
  piecewiseGrowth,
];

/** A combination's median is what pages show. */
function askCombination(combine: (request: ForecastRequest) => ForecastResult, question: Question): ContestantForecast {
  const forecast = combine({ ...question, seasonLength: 1 });
  if (forecast.kind === 'unfit') return forecast;
  return { kind: 'forecast', point: forecast.median, quantiles: forecast.quantiles };
}

function askModel(model: Model, { seriesId, values, horizon, seed, paths }: Question): ContestantForecast {
  const fit = model.fit({ values, seasonLength: 1 });
  if (fit.kind === 'unfit') return fit;
  const simulated = fit.model.simulate(horizon, paths, counterRng(`${seriesId} ${model.name}`, seed));
  const quantiles = pathQuantiles(simulated, horizon, forecastLevels);
  return { kind: 'forecast', point: fit.model.forecast(horizon), quantiles };
}

/** Everybody who forecasts, the published combination first; without its growth curves, to see whether they earn it. */
export const contestants: readonly {
  readonly name: string;
  readonly ask: (question: Question) => ContestantForecast;
}[] = [
  { name: combinationName, ask: (question: Question) => askCombination(forecastWithGrowth, question) },
  { name: 'combination without growth', ask: (question: Question) => askCombination(forecastSeries, question) },
  ...models.map((model) => ({ name: model.name, ask: (question: Question) => askModel(model, question) })),
];
