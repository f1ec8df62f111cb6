import type { FittedModel } from './model.ts';

/** A model's predictive standard deviations, NaN where it has no formula for them. */
export function deviationsOf(model: FittedModel, horizon: number): Float64Array {
  return model.deviations?.(horizon) ?? new Float64Array(horizon).fill(Number.NaN);
}
