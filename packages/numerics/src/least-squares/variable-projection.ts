import { copyTriangle, solveUpper } from './householder.ts';
import { factoriseFree, type Linearisation, subtract } from './linearisation.ts';

/** Linear parameters' columns this dependent are solved without the dependent one. */
const dependentPivot = 1e-13;

/**
 * Solves the linear parameters exactly for the others as they stand, in place.
 *
 * The model is f₀(β) + Φ(β)·α, and Φ is the Jacobian's columns of α; the exact change of α is Φ⁺ · residuals.
 *
 * @param at          scratch; its residuals and Jacobian are overwritten
 * @param parameters  p, changed at the positions of `problem.linear`
 * @see Golub & Pereyra (1973), SIAM J. Numer. Anal. 10(2); Kaufman (1975), BIT 15
 */
export function settleLinear(at: Linearisation, parameters: Float64Array): void {
  const { linear, observed } = at.problem;
  if (linear.length === 0) return;
  at.problem.differentiate(parameters, at.predicted, at.jacobian);
  subtract(observed, at.predicted, at.residuals);
  factoriseFree(at, linear);
  const triangle = copyTriangle(at.qr, 0, linear.length);
  const change = solveUpper(triangle, linear.length, at.rotated, dependentPivot);
  for (const [k, j] of linear.entries()) parameters[j] += change[k];
}
