import type { LeastSquaresProblem } from '@hadaf/numerics';
import type { CompiledFormula } from './compile.ts';
import type { ResolvedSettings } from './parameter-setting.ts';
import type { Formula } from './parse-formula.ts';

/**
 * A compiled formula as a least-squares problem. Each prior is one more row: its weight, errors' standard deviation ÷
 * the prior's, times the parameter.
 *
 * @param deviation  standard deviation of the errors; only priors use it
 */
export function formulaProblem(
  formula: Formula,
  compiled: CompiledFormula,
  observed: Float64Array,
  { settings, deviation }: { readonly settings: ResolvedSettings; readonly deviation: number },
): LeastSquaresProblem {
  const { lower, upper, priors } = settings;
  const isBounded = (j: number) => lower[j] > Number.NEGATIVE_INFINITY || upper[j] < Number.POSITIVE_INFINITY;
  const shape = {
    parameterCount: formula.parameters.length,
    linear: formula.linear.filter((j) => !isBounded(j)),
    ...(formula.parameters.some((_, j) => isBounded(j)) ? { lower, upper } : {}),
  };
  if (priors.length === 0) {
    return {
      ...shape,
      observed,
      predict: (parameters, predicted) => compiled.evaluate(parameters, predicted),
      differentiate: (parameters, predicted, jacobian) => compiled.differentiate(parameters, predicted, jacobian),
    };
  }
  return { ...shape, ...withPriors(compiled, observed, { priors, deviation }) };
}

function withPriors(
  compiled: CompiledFormula,
  observed: Float64Array,
  { priors, deviation }: { readonly priors: ResolvedSettings['priors']; readonly deviation: number },
): Pick<LeastSquaresProblem, 'observed' | 'predict' | 'differentiate'> {
  const n = observed.length;
  const rows = n + priors.length;
  const weights = priors.map(({ standardDeviation }) => deviation / standardDeviation);
  const extended = new Float64Array(rows);
  extended.set(observed);
  extended.set(
    priors.map(({ mean }, k) => weights[k] * mean),
    n,
  );
  const addPriors = (parameters: Float64Array, predicted: Float64Array) => {
    for (let k = 0; k < priors.length; k++) predicted[n + k] = weights[k] * parameters[priors[k].position];
  };
  return {
    observed: extended,
    predict(parameters, predicted) {
      compiled.evaluate(parameters, predicted.subarray(0, n));
      addPriors(parameters, predicted);
    },
    differentiate(parameters, predicted, jacobian) {
      const inner = new Float64Array(parameters.length * n);
      compiled.differentiate(parameters, predicted.subarray(0, n), inner);
      addPriors(parameters, predicted);
      jacobian.fill(0);
      for (let j = 0; j < parameters.length; j++) jacobian.set(inner.subarray(j * n, (j + 1) * n), j * rows);
      for (let k = 0; k < priors.length; k++) jacobian[priors[k].position * rows + n + k] = weights[k];
    },
  };
}
