import type { LeastSquaresProblem } from '@hadaf/numerics';
import type { GrowthCurve } from './growth-curve.ts';

/** Least squares on logs: log yₜ = curve(θ, t) + error, over all parameters. */
export function growthProblem(curve: GrowthCurve, logs: Float64Array): LeastSquaresProblem {
  const n = logs.length;
  const gradient = new Float64Array(curve.parameterCount);
  return {
    observed: logs,
    parameterCount: curve.parameterCount,
    linear: curve.linear,
    predict(parameters, predicted) {
      for (let t = 0; t < n; t++) predicted[t] = curve.differentiate(parameters, t, gradient);
    },
    differentiate(parameters, predicted, jacobian) {
      for (let t = 0; t < n; t++) {
        predicted[t] = curve.differentiate(parameters, t, gradient);
        for (let j = 0; j < gradient.length; j++) jacobian[j * n + t] = gradient[j];
      }
    },
  };
}

/** A cap known before the data: log cap ~ Normal(mean, standardDeviation²). */
export interface CapPrior {
  readonly mean: number;
  /** In units of the residual standard deviation's inverse: the weight of the prior's one row. */
  readonly weight: number;
}

/** The same with the prior as one more observation: weight · θ₀ = weight · mean. */
export function growthProblemWithCap(curve: GrowthCurve, logs: Float64Array, prior: CapPrior): LeastSquaresProblem {
  const n = logs.length;
  const observed = new Float64Array(n + 1);
  observed.set(logs);
  observed[n] = prior.weight * prior.mean;
  const gradient = new Float64Array(curve.parameterCount);
  function differentiate(parameters: Float64Array, predicted: Float64Array, jacobian: Float64Array | null): void {
    for (let t = 0; t < n; t++) {
      predicted[t] = curve.differentiate(parameters, t, gradient);
      if (jacobian) for (let j = 0; j < gradient.length; j++) jacobian[j * (n + 1) + t] = gradient[j];
    }
    predicted[n] = prior.weight * parameters[0];
    if (jacobian) for (let j = 0; j < gradient.length; j++) jacobian[j * (n + 1) + n] = j === 0 ? prior.weight : 0;
  }
  return {
    observed,
    parameterCount: curve.parameterCount,
    linear: curve.linear,
    predict: (parameters, predicted) => differentiate(parameters, predicted, null),
    differentiate,
  };
}
