import { copyTriangle, solveUpper } from './householder.ts';
import { factoriseFree, type Linearisation, subtract } from './linearisation.ts';

/** Linear parameters' columns this dependent are solved without the dependent one. */
const dependentPivot = 1e-13;

/**
 * Solves the linear parameters exactly for the others as they stand, in place, and leaves the residuals there.
 *
 * The model is f₀(β) + Φ(β)·α, and Φ is the Jacobian's columns of α; the exact change of α is Φ⁺ · residuals.
 *
 * @param at          scratch; all of it is overwritten
 * @param parameters  p, changed at the positions of `problem.linear`
 * @returns           the sum of squares; NaN where the model has no value
 * @see Golub & Pereyra (1973), SIAM J. Numer. Anal. 10(2); Kaufman (1975), BIT 15
 */
export function settleLinear(at: Linearisation, parameters: Float64Array): number {
  const { problem, residuals, predicted, jacobian } = at;
  const { linear, observed } = problem;
  if (linear.length === 0) {
    problem.predict(parameters, predicted);
    return subtract(observed, predicted, residuals);
  }
  problem.differentiate(parameters, predicted, jacobian);
  subtract(observed, predicted, residuals);
  factoriseFree(at, linear);
  const triangle = copyTriangle(at.qr, 0, linear.length);
  const change = solveUpper(triangle, linear.length, at.rotated, dependentPivot);
  const n = observed.length;
  for (let k = 0; k < linear.length; k++) {
    const column = linear[k] * n;
    parameters[linear[k]] += change[k];
    for (let i = 0; i < n; i++) residuals[i] -= jacobian[column + i] * change[k];
  }
  let sum = 0;
  for (let i = 0; i < n; i++) sum += residuals[i] * residuals[i];
  return sum;
}
