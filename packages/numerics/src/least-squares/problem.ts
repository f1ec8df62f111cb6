/** A model to be fitted by least squares: n observed values, p parameters, analytic derivatives. */
export interface LeastSquaresProblem {
  readonly observed: Float64Array; // n
  readonly parameterCount: number; // p
  /**
   * Positions of parameters in which the model is jointly linear, the others held. They are solved for exactly inside
   * each step (variable projection), so their starts hardly matter. Empty where there are none or they are bounded.
   */
  readonly linear: readonly number[];
  /** Lower bounds, −∞ where there is none. */
  readonly lower?: Float64Array; // p
  /** Upper bounds, +∞ where there is none. */
  readonly upper?: Float64Array; // p
  /** Writes the model's values. Where the model has no value it writes NaN: the solver steps back from there. */
  predict(parameters: Float64Array, predicted: Float64Array): void;
  /** Writes the model's values and its derivatives, one row a parameter. */
  differentiate(parameters: Float64Array, predicted: Float64Array, jacobian: Float64Array): void; // jacobian p × n
}

/** What the data say about the parameters at the minimum. */
export interface LeastSquaresEstimate {
  readonly parameters: Float64Array; // p
  readonly residuals: Float64Array; // n, observed − predicted
  readonly residualSumOfSquares: number;
  /** n − p; parameters held at a bound count as estimated. */
  readonly degreesOfFreedom: number;
  /** √(residual sum of squares ÷ degrees of freedom); NaN where no degree of freedom is left. */
  readonly residualStandardDeviation: number;
  /** Residual variance × (JᵀJ)⁻¹; NaN in rows and columns of parameters at a bound or not identified. */
  readonly covariance: Float64Array; // p × p
  readonly standardErrors: Float64Array; // p
  /** Positions of parameters that ended on a bound. */
  readonly atBound: readonly number[];
  /** Steps tried by the trust region and the polish together. */
  readonly steps: number;
}

/**
 * The outcome of a fit.
 *
 * - `converged`: a minimum; the residuals are orthogonal to the model's tangent plane.
 * - `not-identified`: the data do not fix the parameters listed in `unidentified`: other values of them fit as well.
 * - `did-not-converge`: no minimum within the allowed steps; `estimate` is the best point seen.
 * - `unsolvable`: the model has no finite value at the start, or there are fewer observations than parameters.
 */
export type LeastSquaresFit =
  | { readonly kind: 'converged'; readonly estimate: LeastSquaresEstimate }
  | {
      readonly kind: 'not-identified';
      readonly estimate: LeastSquaresEstimate;
      readonly unidentified: readonly number[];
    }
  | { readonly kind: 'did-not-converge'; readonly estimate: LeastSquaresEstimate }
  | { readonly kind: 'unsolvable'; readonly reason: 'not-finite-at-start' | 'too-few-observations' };
