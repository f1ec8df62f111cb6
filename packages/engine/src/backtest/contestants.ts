import {
  bassGrowth,
  dampedTrend,
  exponentialGrowth,
  exponentialSmoothingWithDrift,
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
  readonly lastLogStandardDeviation: number;
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

/** The combination as it is published: its median is what pages show. */
function askCombination(question: Question): ContestantForecast {
  const forecast = forecastSeries({ ...question, seasonLength: 1 });
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

/** Everybody who forecasts, the combination first. */
export const contestants: readonly {
  readonly name: string;
  readonly ask: (question: Question) => ContestantForecast;
}[] = [
  { name: combinationName, ask: askCombination },
  ...models.map((model) => ({ name: model.name, ask: (question: Question) => askModel(model, question) })),
];
