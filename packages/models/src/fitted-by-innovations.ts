import { type InnovationDynamics, innovationDeviations, innovationPaths } from './innovation-paths.ts';
import type { Fit } from './model.ts';

/** What a model of the exponential smoothing family knows once it is fitted. */
export interface InnovationsFit {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly fitted: Float64Array; // n
  readonly dynamics: InnovationDynamics;
  forecast(horizon: number): Float64Array;
}

/** A fit whose paths are its point forecasts plus innovations that live on as `dynamics` says. */
export function fittedByInnovations(fit: InnovationsFit): Fit {
  return {
    kind: 'fitted',
    model: {
      name: fit.name,
      parameters: fit.parameters,
      fitted: fit.fitted,
      forecast: (horizon) => fit.forecast(horizon),
      deviations: (horizon) => innovationDeviations(fit.dynamics, horizon),
      simulate: (horizon, paths, rng) => innovationPaths(fit.forecast(horizon), fit.dynamics, paths, rng),
    },
  };
}

/** Root mean square of actual − fitted over the periods that have a fitted value, with `freedom` as divisor. */
export function residualDeviation(values: Float64Array, fitted: Float64Array, freedom: number): number {
  let sum = 0;
  for (let t = 0; t < values.length; t += 1) {
    const residual = values[t] - fitted[t];
    if (!Number.isNaN(residual)) sum += residual * residual;
  }
  return Math.sqrt(sum / Math.max(1, freedom));
}
